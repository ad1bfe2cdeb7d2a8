"""A new facet is called as it is named, before anything answers it."""

from personamap.edits.facet_ids import called_as_named
from personamap.edits.facets import set_facet_field
from personamap.edits.personas import set_answer
from tests.conftest import MARA, stated


def _unanswered(project):
    people = tuple(person.evolve(answers=()) for person in project.personas)
    return project.with_items(personas=people, experiences=(), relationships=(), scenes=())


def test_the_id_comes_from_the_name_in_the_place_it_has(project):
    named = set_facet_field(_unanswered(project), "age_band", "label", "Ages & stages")
    called = called_as_named(named, "age_band")
    assert [facet.id for facet in called.facets] == ["ages_stages", "disability"]


def test_an_id_of_another_facet_is_not_taken_twice(project):
    named = set_facet_field(_unanswered(project), "age_band", "label", "Disability")
    called = called_as_named(named, "age_band")
    assert [facet.id for facet in called.facets] == ["disability_2", "disability"]


def test_what_somebody_answers_keeps_its_id(project):
    named = set_facet_field(_unanswered(project), "age_band", "label", "Ages")
    answered = set_answer(named, MARA, stated("age_band", "16-34"))
    assert called_as_named(answered, "age_band") is answered


def test_without_a_name_there_is_nothing_to_take(project):
    nameless = set_facet_field(_unanswered(project), "age_band", "label", " ")
    assert called_as_named(nameless, "age_band") is nameless
    assert called_as_named(nameless, "nothing") is nameless
