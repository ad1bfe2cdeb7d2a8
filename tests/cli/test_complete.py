import json

import pytest

from personamap.analysis.completing.completion_answer import CompletionAnswer
from personamap.domain.project import Project
from personamap.services.projects import open_project, save_project


def answered(run, file, *options):
    status, said, _complaint = run("complete", file, "--json", *options)
    return status, CompletionAnswer.model_validate(json.loads(said))


def test_complete_says_who_would_show_what_is_missing(run, file):
    status, answer = answered(run, file, "--cover", "values")
    assert status == 0
    assert answer.shown == answer.missing
    assert len(answer.people) == answer.at_least == answer.enough
    assert answer.certainty == "proven"
    closed = {closed.key for newcomer in answer.people for closed in newcomer.closes}
    assert "missing-values:age_band.55plus" in closed


def test_complete_reads_as_people_and_what_they_bring(run, file):
    status, said, _complaint = run("complete", file, "--cover", "values")
    assert status == 0
    assert said.startswith("1. Somebody with ")
    assert "nobody had" in said
    assert said.rstrip().endswith("nobody less does.")


def test_the_people_are_added_in_a_new_file(run, file, tmp_path):
    before, target = file.read_bytes(), tmp_path / "more.personamap"
    status, answer = answered(run, file, "--cover", "values", "--apply", "--out", target)
    assert status == 0
    assert file.read_bytes() == before
    added = [newcomer.persona for newcomer in answer.people]
    assert [p.id for p in open_project(target).project.personas][-len(added) :] == added


def test_what_stays_missing_makes_the_status_1(run, file):
    status, answer = answered(run, file, "--max-new", "1")
    assert len(answer.people) == 1
    assert status == (0 if answer.shown == answer.missing else 1)


@pytest.mark.parametrize("options", [["--apply"], ["--cover", "all"], ["--max-new", "0"]])
def test_wrong_uses_are_explained_and_answer_nothing(run, file, options):
    status, said, complaint = run("complete", file, *options)
    assert (status, said) == (2, "")
    assert complaint


def test_without_facets_nothing_is_said_to_be_shown(run, tmp_path):
    path = tmp_path / "empty.personamap"
    save_project(Project(), path)
    status, said, _complaint = run("complete", path)
    assert status == 0
    assert said.startswith("There is nothing to count by yet")
