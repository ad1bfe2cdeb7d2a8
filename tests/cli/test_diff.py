"""`personamap diff`: in what two projects differ, as text, as data and as a status."""

import json

import pytest

from personamap.cli.diff import DiffAnswer
from personamap.edits.items import remove_items
from personamap.edits.personas import set_persona_part
from personamap.services.projects import save_project
from tests.conftest import MARA


@pytest.fixture
def later(tmp_path, project):
    path = tmp_path / "ada.personamap"
    after = set_persona_part(project, MARA, "job", "title", "Ward manager")
    save_project(remove_items(after, "scenes", {after.scenes[0].id}), path)
    return path


def test_a_file_does_not_differ_from_itself(run, file):
    assert run("diff", file, file) == (0, "The two hold the same.\n", "")


def test_differences_are_told_item_by_item(run, file, later, project):
    status, said, _ = run("diff", file, later)
    assert status == 1
    first, *lines = said.splitlines()
    assert first == "1 person changed, 1 scene removed."
    at = lines.index(project.persona(MARA).name)
    assert lines[at + 1].startswith("  Job title: ")
    assert lines[at + 1].endswith("→ Ward manager")
    assert "  not in ada.personamap" in lines


def test_the_answer_as_data_has_both_values_in_full(run, file, later):
    status, said, _ = run("diff", file, later, "--json")
    answer = DiffAnswer.model_validate_json(said)
    assert (status, answer.same) == (1, False)
    changed = next(one for one in answer.differences if one.field)
    assert (changed.id, changed.kind, changed.after) == (MARA, "changed", "Ward manager")
    assert changed.path == ("personas", MARA, "job", "title")


def test_two_that_are_the_same_answer_so(run, file):
    status, said, _ = run("diff", file, file, "--json")
    assert (status, json.loads(said)["same"]) == (0, True)


def test_a_file_that_cannot_be_read_is_no_difference(run, file, tmp_path):
    status, _, complaint = run("diff", file, tmp_path / "gone.personamap")
    assert status == 2
    assert "gone.personamap" in complaint


@pytest.mark.parametrize("subject", ["diff", "merge"])
def test_the_answers_have_schemas(run, subject):
    assert json.loads(run("schema", "--for", subject)[1])["type"] == "object"
