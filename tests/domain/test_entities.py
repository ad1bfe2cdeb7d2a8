"""What can be stored, and what cannot."""

import pytest
from pydantic import ValidationError

from personamap.domain.base import new_id
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Answer, Persona, StatedValue
from personamap.domain.project import Project
from personamap.errors import EditRefused, UnknownId


def test_an_empty_persona_can_be_stored():
    assert Persona(id="per-1").name == ""


def test_evolving_without_a_difference_returns_the_same_object(project):
    mara = project.persona("per-mara")
    assert mara.evolve(name="Mara") is mara


def test_a_lone_surrogate_is_refused_when_it_is_typed(project):
    with pytest.raises(EditRefused):
        project.persona("per-mara").evolve(name="\ud800")


def test_a_text_that_is_too_long_is_refused_in_plain_words(project):
    with pytest.raises(EditRefused, match="a text there may have at most 100,000 characters"):
        project.persona("per-mara").evolve(brief="x" * 100_001)


def test_a_persona_answers_each_facet_once():
    with pytest.raises(ValidationError):
        Persona(id="per-1", answers=(Answer(facet="a"), Answer(facet="a")))


@pytest.mark.parametrize("state", ["undecided", "open", "withheld", "undisclosed"])
def test_a_blank_never_counts_even_with_a_value_written_under_it(state):
    answer = Answer(facet="gender", state=state, values=(StatedValue(value="woman"),))
    assert answer.counted_values == ()
    assert answer.is_blank


def test_an_unasked_facet_is_undecided(project):
    assert project.persona("per-lene").answer("age_band").state == "undecided"


def test_a_detail_rolls_up_into_its_group():
    facet = Facet(
        id="ethnic_group",
        label="Ethnic group",
        values=(
            FacetValue(id="asian", label="Asian"),
            FacetValue(id="asian-indian", label="Indian", parent="asian"),
        ),
    )
    assert facet.group_of("asian-indian") == "asian"
    assert facet.group_of("asian") == "asian"
    assert [group.id for group in facet.groups] == ["asian"]


def test_archived_personas_are_not_in_the_cast(project):
    aside = project.with_items(
        personas=(project.personas[0].evolve(archived=True), *project.personas[1:])
    )
    assert [persona.name for persona in aside.cast] == ["Idris", "Lene"]


def test_asking_for_an_unknown_id_names_it(project):
    with pytest.raises(UnknownId, match="per-nobody"):
        project.persona("per-nobody")


def test_fresh_ids_differ_and_keep_their_prefix():
    ids = {new_id("per") for _ in range(100)}
    assert len(ids) == 100
    assert all(Persona(id=i).id.startswith("per-") for i in ids)


def test_the_schema_can_be_printed():
    assert "personas" in Project.model_json_schema()["properties"]
