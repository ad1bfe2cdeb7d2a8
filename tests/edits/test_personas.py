"""Edits of personas."""

import hashlib

import pytest

from personamap.domain.persona import Answer, Persona
from personamap.domain.portrait import Media, PicturePortrait
from personamap.edits.personas import (
    add_persona,
    clear_answer,
    duplicate_persona,
    duplicate_personas,
    remove_personas,
    set_answer,
    set_archived,
    set_persona_field,
    set_persona_part,
    set_portrait,
)
from personamap.errors import EditRefused, UnknownId
from tests.conftest import stated


def test_new_personas_take_the_six_colours_in_turn(project):
    for number in range(7):
        project = add_persona(project, Persona(id=f"per-{number}"))
    assert [persona.colour for persona in project.personas[3:]] == [3, 4, 5, 0, 1, 2, 3]


def test_setting_what_is_already_there_returns_the_same_project(project):
    assert set_persona_field(project, "per-mara", "name", "Mara") is project
    assert set_answer(project, "per-mara", stated("age_band", "16-34")) is project


def test_an_edit_that_cannot_be_stored_says_so(project):
    with pytest.raises(EditRefused, match="stays as it was"):
        set_persona_field(project, "per-mara", "name", "x" * 2_000)


def test_an_edit_of_somebody_unknown_says_who(project):
    with pytest.raises(UnknownId, match="per-nobody"):
        set_persona_field(project, "per-nobody", "name", "x")


def test_a_part_of_a_persona_can_be_edited_alone(project):
    edited = set_persona_part(project, "per-mara", "job", "title", "Nurse")
    assert edited.persona("per-mara").job.title == "Nurse"
    assert edited.persona("per-idris") is project.persona("per-idris")


def test_an_answer_replaces_the_one_before(project):
    edited = set_answer(project, "per-mara", Answer(facet="age_band", state="withheld"))
    assert edited.persona("per-mara").answer("age_band").state == "withheld"
    assert len(edited.persona("per-mara").answers) == 2


def test_a_cleared_answer_is_undecided_again(project):
    edited = clear_answer(project, "per-mara", "age_band")
    assert edited.persona("per-mara").find_answer("age_band") is None


def test_a_portrait_brings_its_picture_and_brings_it_once(project):
    data = b"picture"
    media = Media(id=hashlib.sha256(data).hexdigest(), mime="image/png", data=data)
    portrait = PicturePortrait(media=media.id)
    edited = set_portrait(project, "per-mara", portrait, media)
    edited = set_portrait(edited, "per-idris", portrait, media)
    assert edited.media == (media,)
    assert edited.persona("per-idris").portrait == portrait


def test_a_copy_stands_next_to_its_original_and_is_in_no_scene(project):
    edited = duplicate_persona(project, "per-mara", "per-copy")
    assert [persona.id for persona in edited.personas][:2] == ["per-mara", "per-copy"]
    assert edited.persona("per-copy").name == "Mara (copy)"
    assert edited.persona("per-copy").answers == project.persona("per-mara").answers
    assert edited.scenes is project.scenes


def test_archiving_keeps_everything(project):
    edited = set_archived(project, ["per-mara"], archived=True)
    assert len(edited.personas) == 3
    assert len(edited.cast) == 2


def test_copies_of_several_each_stand_next_to_their_original_on_colours_in_turn(project):
    edited = duplicate_personas(project, {"per-lene": "per-two", "per-mara": "per-one"})
    ids = [persona.id for persona in edited.personas]
    assert ids == ["per-mara", "per-one", "per-idris", "per-lene", "per-two"]
    assert [edited.persona(i).colour for i in ("per-two", "per-one")] == [3, 4]


def test_several_are_set_aside_and_come_back_together(project):
    aside = set_archived(project, ["per-mara", "per-lene"], archived=True)
    assert [persona.id for persona in aside.cast] == ["per-idris"]
    assert aside.persona("per-idris") is project.persona("per-idris")
    assert set_archived(aside, ["per-mara", "per-lene"], archived=True) is aside
    assert set_archived(aside, ["per-lene", "per-mara"], archived=False) == project


@pytest.mark.parametrize(
    "edit",
    [
        remove_personas,
        lambda project, ids: set_archived(project, ids, archived=True),
        lambda project, ids: duplicate_personas(project, {i: f"{i}-copy" for i in ids}),
    ],
)
def test_somebody_who_is_not_there_is_named_and_nothing_is_done(project, edit):
    with pytest.raises(UnknownId, match="per-nobody"):
        edit(project, ["per-mara", "per-nobody"])


def test_a_removed_persona_leaves_no_trace(project):
    edited = remove_personas(project, ["per-mara"])
    assert edited.find_persona("per-mara") is None
    assert edited.relationships == ()
    assert edited.scenes[0].appearances == ()
    assert "per-mara" not in edited.model_dump_json()
