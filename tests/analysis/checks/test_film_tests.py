"""What the tests of the Bechdel kind tell, and where they have nothing to ask."""

import pytest

from personamap.analysis.coverage import check_coverage
from personamap.analysis.fixes import Fixing
from tests.analysis.casts import ABILITY, answer, person
from tests.analysis.courses import ETHNICITY, ORIENTATION, arc
from tests.analysis.stories import found, scene, story

APART = (scene(1, ada="leads", dan="learns"), scene(2, bea="asks", eli="helps"))
GROUPS = (
    ("vito-russo", ORIENTATION, "gay-lesbian", "straight"),
    ("duvernay", ETHNICITY, "black", "white"),
    ("fries", ABILITY, "seeing", "none"),
)
each_group = pytest.mark.parametrize(("check", "facet", "value", "other"), GROUPS)


def pair(facet, value, other, **ada):
    """A course of two: Ada with one value, Dan with another, who wants something and leads."""
    people = (
        person("Ada", answer(facet.id, value), **ada),
        person("Dan", answer(facet.id, other), goals=("To run the night shift",)),
    )
    return story(scene(1, ada="is_helped", dan="leads"), people=people, facets=(facet,))


def test_women_who_never_speak_in_the_same_scene_are_told_with_the_counts():
    (finding,) = found(story(*APART), "bechdel-wallace")
    assert finding.title == "No two women speak in the same scene"
    assert finding.sentence.startswith("The cast has 3 women with a name, and in 2 scenes")
    assert finding.evidence == {"women": 3, "together": 0, "talks": 2}


def test_putting_a_woman_into_the_scene_of_another_closes_it():
    project = story(*APART)
    (finding,) = found(project, "bechdel-wallace")
    fixes = Fixing(project).fixes(finding)
    assert fixes
    for fix in fixes:
        assert not found(fix.edit(project), "bechdel-wallace")


def test_a_woman_who_is_silent_or_without_a_line_in_a_written_scene_does_not_speak():
    silent = scene(3, ada="leads", bea="silent", dan="learns")
    unheard = scene(4, {"ada": 3, "dan": 2}, ada="leads", bea="asks", dan="learns")
    assert found(story(*APART, silent, unheard), "bechdel-wallace")
    assert not found(story(*APART, scene(5, ada="leads", bea="asks")), "bechdel-wallace")


def test_a_man_who_wants_something_and_changes_is_no_woman_who_does():
    way = {"goals": ("To be asked",), "belonging": arc((0.2, 0.2), (0.8, 0.8))}
    man = person("Dan", answer("gender", "man"), **way)
    woman = person("Ada", answer("gender", "woman"), goals=("To be asked",))
    (finding,) = found(story(people=(woman, man)), "mako-mori")
    assert finding.subjects == ("per-ada",)
    assert not found(story(people=(woman.evolve(belonging=way["belonging"]), man)), "mako-mori")


@each_group
def test_a_group_without_a_story_of_its_own_is_told(check, facet, value, other):
    (finding,) = found(pair(facet, value, other), check)
    assert finding.subjects == ("per-ada",)
    assert finding.evidence == {"asked": 1, "passed": 0, "others": 1}
    assert "Ada" in finding.sentence
    assert "of Dan. " in finding.sentence


@each_group
def test_everybody_who_has_a_story_is_named(check, facet, value, other):
    project = pair(facet, value, other)
    eli = project.personas[1].evolve(id="per-eli", name="Eli")
    two = story(
        scene(1, ada="is_helped", dan="leads", eli="leads"),
        people=(*project.personas, eli),
        facets=(facet,),
    )
    (finding,) = found(two, check)
    assert "of Dan and Eli. " in finding.sentence
    assert finding.evidence["others"] == 2


@each_group
def test_one_of_a_group_who_wants_something_and_acts_is_enough(check, facet, value, other):
    project = pair(facet, value, other, goals=("To be asked",))
    acts = project.with_items(scenes=(scene(1, ada="decides", dan="leads"),))
    assert found(project, check)
    assert not found(acts, check)


@each_group
def test_blanks_and_facets_that_are_not_asked_belong_to_nobody(check, facet, value, other):
    project = pair(facet, value, other)
    ada, dan = project.personas
    kept_back = ada.evolve(answers=(answer(facet.id, value, state="withheld"),))
    assert not found(project.with_items(personas=(kept_back, dan)), check)
    assert not found(project.with_items(facets=()), check)


@each_group
def test_while_nobody_else_has_a_story_either_nothing_is_told(check, facet, value, other):
    project = pair(facet, value, other).with_items(scenes=())
    assert check not in {finding.check for finding in check_coverage(project).findings}


@each_group
def test_one_person_looked_at_is_not_called_them_all(check, facet, value, other):
    (finding,) = found(pair(facet, value, other), check)
    assert finding.sentence.startswith("Looked at: Ada, nobody else. No ")
    assert "None of them" not in finding.sentence
