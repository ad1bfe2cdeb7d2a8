from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import check_coverage
from personamap.analysis.index import ProjectIndex
from personamap.domain.audience import Aim, CheckSetting, Threshold
from personamap.domain.experience import Experience
from personamap.domain.review import Decision
from personamap.edits.personas import add_persona, set_persona_field
from personamap.edits.reviews import accept_finding
from personamap.resources import resource
from tests.analysis.casts import answer, cast, casts, person
from tests.benchmarks.bench_coverage import large_project


def accept(project, finding):
    decision = Decision(
        id="dec-one", finding=finding.key, reason="On purpose", evidence=finding.digest
    )
    return accept_finding(project, decision)


def test_every_check_says_what_it_asks_and_why_and_has_a_help_page():
    for check in CHECKS:
        assert check.title
        assert check.why
        assert check.source
        page = resource("help", "checks", check.help).read_text(encoding="utf-8")
        assert page.startswith(f"# {check.title}")
    assert len({check.id for check in CHECKS}) == len(CHECKS)


@given(casts())
def test_every_finding_reads_as_a_sentence_and_has_a_key_of_its_own(project):
    findings = check_coverage(project).findings
    assert len({finding.key for finding in findings}) == len(findings)
    known = {check.id for check in CHECKS}
    for finding in findings:
        assert finding.check in known
        assert finding.key.startswith(f"{finding.check}:")
        assert "{" not in finding.text + finding.counted
        assert finding.title


@given(casts())
def test_findings_come_worst_first(project):
    order = ["gap", "imbalance", "note"]
    ranks = [order.index(finding.severity) for finding in check_coverage(project).findings]
    assert ranks == sorted(ranks)


@given(casts())
def test_the_same_project_gives_the_same_report_twice(project):
    one, other = check_coverage(project), check_coverage(project)
    assert one.findings == other.findings
    assert [f.digest for f in one.findings] == [f.digest for f in other.findings]


@given(casts())
def test_an_edit_elsewhere_keeps_keys_and_evidence(project):
    noted = project.with_items(notes="Remember the milk")
    for persona in project.personas:
        noted = set_persona_field(noted, persona.id, "brief", "Knows every corridor.")
    before = {f.key: f.digest for f in check_coverage(project).findings}
    assert {f.key: f.digest for f in check_coverage(noted).findings} == before


@given(casts())
def test_an_accepted_finding_is_no_longer_open_and_all_others_are(project):
    report = check_coverage(project)
    for finding in report.findings[:4]:
        after = check_coverage(accept(project, finding))
        assert {f.key for f in after.findings} == {f.key for f in report.findings} - {finding.key}
        assert [a.finding.key for a in after.accepted] == [finding.key]


def test_a_decision_comes_back_when_its_evidence_changes():
    project = cast(person("Jo", answer("age_band", state="open")))
    finding = next(f for f in check_coverage(project).findings if f.key == "blanks:age_band")
    accepted = accept(project, finding)
    later = add_persona(accepted, person("Mara"))
    report = check_coverage(later)
    assert "blanks:age_band" in {f.key for f in report.findings}
    assert report.returned["blanks:age_band"].reason == "On purpose"
    assert not report.accepted


def test_a_decision_holds_while_the_cast_grows_around_it():
    project = cast(person("Jo", answer("age_band", "16-34")))
    finding = next(f for f in check_coverage(project).findings if f.key.endswith("55plus"))
    grown = add_persona(accept(project, finding), person("Mara", answer("age_band", "16-34")))
    assert [a.finding.key for a in check_coverage(grown).accepted] == [finding.key]


def test_a_check_can_be_switched_off_for_a_project():
    project = cast(person("Jo"))
    off = tuple(CheckSetting(check=check.id, active=False) for check in CHECKS)
    assert check_coverage(project).findings
    assert not check_coverage(project.with_items(aim=Aim(checks=off))).findings


def test_a_project_can_move_a_threshold():
    people = [person(name, answer("age_band", "16-34")) for name in ("Jo", "Mara")]
    project = cast(*people, experiences=(Experience(id="exp-rules"),))
    setting = CheckSetting(check="thin-personas", thresholds=(Threshold(name="answers", value=2),))
    strict = project.with_items(aim=Aim(checks=(setting,)))
    assert any(f.check == "thin-personas" for f in check_coverage(project).findings)
    assert not any(f.check == "thin-personas" for f in check_coverage(strict).findings)


@given(casts(), st.sampled_from((-1.0, 0.0, 1.0, 1e6)))
@settings(deadline=None)
def test_no_threshold_breaks_a_check(project, value):
    wanted = tuple(
        CheckSetting(
            check=check.id,
            thresholds=tuple(Threshold(name=limit.name, value=value) for limit in check.limits),
        )
        for check in CHECKS
    )
    findings = check_coverage(project.with_items(aim=Aim(checks=wanted))).findings
    assert len({finding.key for finding in findings}) == len(findings)
    assert not any("{" in finding.text + finding.counted for finding in findings)


def test_a_long_list_is_cut_and_says_how_much_was_left_out():
    report = check_coverage(large_project(200, 6))
    for check in CHECKS:
        listed = sum(finding.check == check.id for finding in report.findings)
        assert listed <= check.most
        assert check.id not in report.hidden or listed == check.most
    assert report.open_count == len(report.findings) + sum(report.hidden.values())


def test_an_empty_project_has_no_findings():
    assert not check_coverage(cast()).findings


@given(casts())
def test_the_report_has_a_row_for_every_counted_facet(project):
    report = check_coverage(project)
    assert [count.facet.id for count in report.facets] == ["age_band", "disability"]
    assert len(report.facets[0].groups) == 3
    assert ProjectIndex(project).cast == project.cast
