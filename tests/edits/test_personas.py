"""Edits of personas."""

import hashlib

import pytest

from personamap.domain.persona import Answer, Persona
from personamap.domain.portrait import Media, PicturePortrait
from personamap.edits.personas import (
    add_persona,
    clear_answer,
    duplicate_persona,
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


def test_a_removed_persona_leaves_no_trace(project):
    edited = remove_personas(project, ["per-mara"])
    assert edited.find_persona("per-mara") is None
    assert edited.relationships == ()
    assert edited.scenes[0].appearances == ()
    assert "per-mara" not in edited.model_dump_json()
