import json

from personamap.analysis.coverage import check_coverage
from personamap.analysis.fix_answer import FixPlanAnswer
from personamap.domain.project import Project
from personamap.services.projects import open_project, save_project

KEY = "missing-values:age_band.55plus"


def answered(run, file, *options):
    status, said, _complaint = run("fix", file, "--json", *options)
    return status, FixPlanAnswer.model_validate(json.loads(said))


def test_fix_says_the_smallest_change_for_one_finding(run, file):
    status, answer = answered(run, file, "--for", KEY)
    assert status == 0
    assert [closed.key for closed in answer.closes].count(KEY) == 1
    assert answer.certainty == "proven"
    assert answer.new_people == answer.at_least
    assert len(answer.steps) == 1


def test_fix_reads_as_steps_and_what_they_do(run, file):
    status, said, _complaint = run("fix", file, "--for", KEY)
    assert status == 0
    assert said.startswith("1. ")
    assert "Closes: " in said
    assert "No smaller change does it." in said


def test_the_changes_become_a_new_file_in_which_the_findings_are_closed(run, file, tmp_path):
    before, target = file.read_bytes(), tmp_path / "fixed.personamap"
    status, answer = answered(run, file, "--for", KEY, "--apply", "--out", target)
    assert status == 0
    assert file.read_bytes() == before
    still = {finding.key for finding in check_coverage(open_project(target).project).findings}
    assert KEY not in still
    assert not still & {closed.key for closed in answer.closes}


def test_findings_that_stay_open_make_the_status_1(run, file):
    status, answer = answered(run, file, "--max-new", "0")
    assert status == (1 if answer.left else 0)
    assert answer.new_people == 0


def test_wrong_uses_are_explained_and_write_nothing(run, file, tmp_path):
    for options in (["--apply"], ["--out", tmp_path / "x.personamap"]):
        status, _said, complaint = run("fix", file, *options)
        assert status == 2
        assert "--apply and --out" in complaint
    status, _said, complaint = run("fix", file, "--for", "nope")
    assert status == 2
    assert "check --json" in complaint
    status, _said, complaint = run("fix", file, "--apply", "--out", file)
    assert status == 2
    assert "already there" in complaint
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_where_no_finding_is_open_nothing_is_to_change(run, tmp_path):
    path = tmp_path / "empty.personamap"
    save_project(Project(), path)
    status, said, _complaint = run("fix", path)
    assert (status, said.strip()) == (0, "Nothing to change: no finding is open.")
