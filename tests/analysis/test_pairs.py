from hypothesis import given

from personamap.analysis.index import ProjectIndex
from personamap.analysis.pairs import count_pairs
from personamap.domain.audience import Aim, FacetPair
from tests.analysis.casts import ABILITY, AGE, answer, cast, casts, person


@given(casts())
def test_achieved_is_at_most_achievable_and_achievable_at_most_all(project):
    pairs = count_pairs(ProjectIndex(project))
    assert 0 <= pairs.achieved <= pairs.achievable <= pairs.all


@given(casts())
def test_pairs_are_those_that_meet_in_one_person(project):
    index = ProjectIndex(project)
    age, ability = index.count("age_band"), index.count("disability")
    met = sum(bool({*a} & {*b}) for a in age.people.values() for b in ability.people.values())
    assert count_pairs(index).achieved == met


def test_one_person_shows_one_pair_of_two_facets():
    jo = person("Jo", answer("age_band", "16-34"), answer("disability", "none"))
    pairs = count_pairs(ProjectIndex(cast(jo)))
    assert (pairs.achieved, pairs.achievable, pairs.all, pairs.scope) == (1, 1, 9, "all")


def test_several_values_of_one_person_make_room_for_several_pairs():
    jo = person("Jo", answer("age_band", "16-34"), answer("disability", "seeing", "hearing"))
    pairs = count_pairs(ProjectIndex(cast(jo)))
    assert (pairs.achieved, pairs.achievable) == (2, 2)


def test_chosen_pairs_come_before_stars():
    facets = (AGE, ABILITY.evolve(starred=True), AGE.evolve(id="tenure", starred=False))
    starred = count_pairs(ProjectIndex(cast(facets=facets)))
    assert (starred.scope, starred.all) == ("starred", 9)
    aim = Aim(pairs=(FacetPair(first="tenure", second="age_band"),))
    chosen = count_pairs(ProjectIndex(cast(facets=facets, aim=aim)))
    assert (chosen.scope, chosen.all) == ("chosen", 9)
