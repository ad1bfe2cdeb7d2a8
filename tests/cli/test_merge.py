"""`personamap merge`: two versions become one file, and nothing is dropped."""

import pytest

from personamap.cli.merge_outcome import MergeAnswer
from personamap.domain.persona import Persona
from personamap.edits.personas import add_persona, remove_personas, set_persona_field
from personamap.services.backups import keep_project
from personamap.services.projects import open_project, save_project
from tests.conftest import IDRIS, LENE, MARA


@pytest.fixture
def saved(tmp_path):
    def save(name, version):
        path = tmp_path / f"{name}.personamap"
        save_project(version, path)
        return path

    return save


@pytest.fixture
def three(saved, file, project):
    """Two designers who both rewrote one brief; one adds somebody, one works on somebody else."""
    ada = set_persona_field(project, MARA, "brief", "Leads the night shift.")
    ada = set_persona_field(ada, IDRIS, "flaw", "Talks over others.")
    ben = set_persona_field(project, MARA, "brief", "Keeps the ward calm.")
    ben = add_persona(ben, Persona(id="per-noor", name="Noor"))
    return file, saved("ada", ada), saved("ben", ben)


def test_what_only_one_side_changed_comes_in_without_a_question(
    run, file, saved, project, tmp_path
):
    ben = saved("ben", add_persona(project, Persona(id="per-noor", name="Noor")))
    status, said, _ = run("merge", file, file, ben, "--out", tmp_path / "new.personamap")
    assert status == 0
    assert "Taken from ben.personamap: 1 person added." in said
    assert open_project(tmp_path / "new.personamap").project == open_project(ben).project


def test_in_a_conflict_mine_is_kept_and_theirs_becomes_a_comment(run, three, tmp_path):
    out = tmp_path / "new.personamap"
    status, said, _ = run("merge", *three, "--out", out)
    assert status == 1
    assert "1 conflict, mine → theirs:" in said
    assert "  Brief: Leads the night shift. → Keeps the ward calm." in said
    made = open_project(out).project
    assert made.persona(MARA).brief == "Leads the night shift."
    assert made.persona(IDRIS).flaw == "Talks over others."
    assert made.persona("per-noor").name == "Noor"
    (note,) = made.comments
    assert note.subject == MARA
    assert note.text == "Brief in “ben.personamap”: Keeps the ward calm."


def test_comments_can_be_left_out(run, three, tmp_path):
    out = tmp_path / "new.personamap"
    run("merge", *three, "--out", out, "--no-notes")
    assert open_project(out).project.comments == ()


def test_somebody_who_was_removed_is_kept_when_the_other_worked_on_them(
    run, file, saved, project, tmp_path
):
    ada = saved("ada", remove_personas(project, {LENE}))
    ben = saved("ben", set_persona_field(project, LENE, "flaw", "Never asks."))
    out = tmp_path / "new.personamap"
    status, said, _ = run("merge", file, ada, ben, "--out", out)
    assert status == 1
    assert "  removed in mine, worked on in ben.personamap; it is kept" in said
    made = open_project(out).project
    assert made.persona(LENE).flaw == "Never asks."
    assert made.comments[0].subject == LENE


def test_without_a_base_both_additions_stay_and_every_other_difference_is_a_conflict(
    run, three, tmp_path
):
    _base, ada, ben = three
    out = tmp_path / "new.personamap"
    status, said, _ = run("merge", ada, ben, "--out", out, "--json")
    answer = MergeAnswer.model_validate_json(said)
    assert status == 1
    assert {one.field for one in answer.conflicts} == {"Brief", "Flaw"}
    assert [one.title for one in answer.taken] == ["Noor"]
    assert answer.proposed_base is None
    assert open_project(out).project.persona("per-noor").name == "Noor"


def test_an_older_copy_that_both_come_from_is_proposed(run, three, project, tmp_path):
    _base, ada, ben = three
    keep_project(project, ada, "first-save")
    _status, said, _ = run("merge", ada, ben, "--out", tmp_path / "new.personamap")
    assert "Both come from the older copy of" in said
    assert "name it first: personamap merge “" in said


def test_a_file_that_is_there_is_never_replaced(run, three, file):
    before = file.read_bytes()
    status, _, complaint = run("merge", *three, "--out", file)
    assert status == 2
    assert "already there" in complaint
    assert file.read_bytes() == before


def test_one_file_is_not_enough(run, file, tmp_path):
    status, _, complaint = run("merge", file, "--out", tmp_path / "new.personamap")
    assert status == 2
    assert "Name two projects" in complaint
    assert not (tmp_path / "new.personamap").exists()
