from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.index import ProjectIndex
from personamap.analysis.pairs import count_pairs
from personamap.analysis.plausible import is_plausible
from personamap.domain.audience import Aim, FacetPair, Implausible
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Answer
from tests.analysis.casts import ABILITY, AGE, answer, answers, cast, casts, person


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


@st.composite
def aiming_casts(draw):
    """A cast that joins two or three facets, some of it held to be implausible."""
    project = draw(casts())
    facets = (*project.facets, AGE.evolve(id="tenure"))
    values = st.sampled_from([ValueRef(facet=f.id, value=v.id) for f in facets for v in f.groups])
    apart = st.builds(Implausible, values=st.lists(values, max_size=3, unique=True).map(tuple))
    people = tuple(
        p.evolve(answers=(*p.answers, draw(answers(facets[-1])) or Answer(facet="tenure")))
        for p in project.personas
    )
    aim = Aim(level=draw(st.integers(1, 4)), implausible=tuple(draw(st.lists(apart, max_size=2))))
    # Only the starred facets count when there are two, so all or none are starred.
    facets = tuple(f.evolve(starred=False) for f in facets)
    return project.with_items(facets=facets, personas=people, aim=aim)


def combinations_by_definition(project):
    """Every combination of values as large as the project wants, and those somebody has."""
    index = ProjectIndex(project)
    size = min(max(2, project.aim.level), len(index.facets))
    possible = [
        combination
        for facets in combinations(index.counts.values(), size)
        for combination in product(*([(f.facet.id, v) for v in f.people] for f in facets))
        if is_plausible(project, [ValueRef(facet=f, value=v) for f, v in combination])
    ]
    people = [
        {(f, v) for f, c in index.counts.items() for v in c.people if p.id in c.of(v)}
        for p in index.cast
    ]
    met = [c for c in possible if any(set(c) <= said for said in people)]
    return size, len(possible), len(met)


@given(aiming_casts())
def test_combinations_are_counted_as_large_as_the_project_wants_and_plausible(project):
    pairs = count_pairs(ProjectIndex(project))
    assert (pairs.size, pairs.all, pairs.achieved) == combinations_by_definition(project)
    assert pairs.achieved <= pairs.achievable <= pairs.all


def test_one_person_shows_one_triple_and_could_show_no_other():
    facets = (AGE.evolve(starred=False), ABILITY, AGE.evolve(id="tenure", starred=False))
    said = (answer("age_band", "16-34"), answer("disability", "none"))
    jo = person("Jo", *said, answer("tenure", "16-34"))
    pairs = count_pairs(ProjectIndex(cast(jo, facets=facets, aim=Aim(level=3))))
    assert (pairs.size, pairs.achieved, pairs.achievable, pairs.all) == (3, 1, 1, 27)


def test_counting_stays_with_pairs_where_more_would_take_too_long():
    facets = tuple(AGE.evolve(id=f"facet{n}", starred=False) for n in range(60))
    pairs = count_pairs(ProjectIndex(cast(facets=facets, aim=Aim(level=20))))
    assert pairs.size == 2
