"""Edits of lived experiences and relationships."""

import pytest

from personamap.domain.experience import Experience, Relationship
from personamap.edits.experiences import (
    add_experience,
    add_relationship,
    remove_experiences,
    remove_relationships,
    set_experience_field,
    set_lived,
    set_lived_by,
    set_lived_words,
    set_relationship,
)
from personamap.errors import UnknownId


def lived(project, persona_id):
    return [e.experience for e in project.persona(persona_id).experiences]


def test_an_experience_can_be_shared_from_the_start(project):
    edited = add_experience(project, Experience(id="exp-move"), ["per-mara", "per-lene"])
    assert lived(edited, "per-mara") == ["exp-rules", "exp-move"]
    assert lived(edited, "per-lene") == ["exp-move"]


def test_living_an_experience_twice_changes_nothing(project):
    assert set_lived(project, "per-mara", "exp-rules", lived=True) is project


def test_no_longer_having_lived_it_leaves_the_experience(project):
    edited = set_lived(project, "per-mara", "exp-rules", lived=False)
    assert lived(edited, "per-mara") == []
    assert edited.find_experience("exp-rules")


def test_several_people_are_added_and_taken_off_at_once(project):
    edited = set_lived_by(project, "exp-rules", ("per-mara", "per-lene"))
    assert lived(edited, "per-mara") == lived(edited, "per-lene") == ["exp-rules"]
    assert lived(edited, "per-idris") == []
    assert set_lived_by(edited, "exp-rules", ("per-lene", "per-mara")) is edited


def test_each_person_tells_it_in_their_own_words(project):
    edited = set_lived_words(project, "per-mara", "exp-rules", "I guessed.")
    assert edited.persona("per-mara").experiences[0].own_words == "I guessed."
    assert edited.persona("per-idris").experiences[0].own_words == ""


def test_a_removed_experience_was_lived_by_nobody(project):
    edited = remove_experiences(project, ["exp-rules"])
    assert "exp-rules" not in edited.model_dump_json()
    assert remove_experiences(add_experience(project, Experience(id="exp-x")), ["exp-x"]) == project


def test_fields_of_experiences_and_relationships_can_be_set(project):
    assert set_experience_field(project, "exp-rules", "help", "Say it.").experiences[0].help
    edited = set_relationship(project, "rel-manages", trust="low")
    assert edited.relationships[0].trust == "low"


def test_a_relationship_needs_both_people(project):
    with pytest.raises(UnknownId):
        add_relationship(project, Relationship(id="rel-x", source="per-mara", target="per-no"))


def test_relationships_can_be_added_and_removed(project):
    tie = Relationship(id="rel-x", source="per-mara", target="per-lene")
    edited = add_relationship(project, tie)
    assert remove_relationships(edited, ["rel-x"]) == project
