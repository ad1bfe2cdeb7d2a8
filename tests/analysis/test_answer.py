import json

from hypothesis import given

from personamap.analysis.answer import CheckAnswer, answer_of
from personamap.analysis.coverage import check_coverage
from personamap.domain.review import Decision
from personamap.edits.reviews import accept_finding
from tests.analysis.casts import answer, cast, casts, person
from tests.benchmarks.bench_coverage import large_project


@given(casts(most=4))
def test_the_answer_survives_json(project):
    told = answer_of(check_coverage(project), with_fixes=False)
    assert CheckAnswer.model_validate_json(told.model_dump_json()) == told


def test_the_keys_other_programs_read_are_there():
    project = cast(person("Jo", answer("age_band", "16-34")))
    told = json.loads(answer_of(check_coverage(project)).model_dump_json())
    finding = told["findings"][0]
    wanted = {"key", "check", "severity", "message", "subjects", "evidence", "decision", "fixes"}
    assert wanted <= finding.keys()
    assert {"kind", "text", "closes", "opens"} <= finding["fixes"][0].keys()
    assert told["facets"][0]["facet"] == "age_band"
    assert told["facets"][0]["values"][0] == {
        "value": "16-34",
        "group": None,
        "count": 1,
        "personas": ["per-jo"],
    }
    assert told["facets"][0]["blanks"] == {
        "undecided": 0,
        "open": 0,
        "withheld": 0,
        "undisclosed": 0,
    }
    assert {"achieved", "achievable", "all"} <= told["pairs"].keys()


def test_accepted_findings_come_last_with_their_decision():
    project = cast(person("Jo", answer("age_band", "16-34")))
    finding = check_coverage(project).findings[0]
    decision = Decision(id="dec-one", finding=finding.key, evidence=finding.digest)
    told = answer_of(check_coverage(accept_finding(project, decision)))
    assert told.findings[-1].decision == decision
    assert all(other.decision is None for other in told.findings[:-1])


def test_a_large_cast_says_which_findings_have_no_fixes_worked_out():
    told = answer_of(check_coverage(large_project(500, 6)))
    assert told.findings[0].fixes_tried
    assert not told.findings[-1].fixes_tried
