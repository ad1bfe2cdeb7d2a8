"""The search finds what the definition says, whatever the cast."""

from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.patterns.search import find_uncovered, walk
from personamap.analysis.patterns.universe import Condition, make_universe
from tests.analysis.patterns.definition import by_definition, people_of


@st.composite
def universes(draw):
    """Some people over facets of one or two levels, with several values each."""
    size = draw(st.integers(0, 6))
    conditions = []
    for facet in range(draw(st.integers(0, 4))):
        for _group in range(draw(st.integers(1, 3))):
            details = [draw(st.integers(0, 2**size - 1)) for _ in range(draw(st.integers(0, 2)))]
            people = draw(st.integers(0, 2**size - 1))
            for detail in details:
                people |= detail
            group = len(conditions)
            conditions.append(Condition(facet, people))
            conditions.extend(Condition(facet, detail, group) for detail in details)
    numbers = range(len(conditions))
    implausible = st.lists(st.sets(st.sampled_from(numbers), max_size=3), max_size=2)
    return make_universe(size, conditions, draw(implausible) if numbers else ())


@given(universes(), st.integers(1, 4), st.integers(0, 4))
def test_the_search_finds_what_the_definition_says(universe, threshold, level):
    found = find_uncovered(universe, threshold, level).patterns
    assert len(set(found)) == len(found)
    assert set(found) == by_definition(universe, threshold, level)


@given(universes(), st.integers(1, 3))
def test_without_a_level_every_level_is_searched(universe, threshold):
    found = find_uncovered(universe, threshold)
    assert set(found.patterns) == by_definition(universe, threshold, 4)
    assert found.complete


@given(universes(), st.integers(1, 3))
def test_walking_meets_every_covered_pattern_once(universe, threshold):
    patterns = [step.pattern for step in walk(universe, threshold) if step.people]
    assert len(set(patterns)) == len(patterns)
    assert all(people_of(universe, pattern) >= threshold for pattern in patterns if pattern)


@given(universes(), st.integers(0, 5))
def test_a_cap_gives_the_first_ones_and_says_that_there_are_more(universe, most):
    everything = find_uncovered(universe)
    capped = find_uncovered(universe, most=most)
    assert capped.patterns == everything.patterns[: len(capped.patterns)]
    assert len(capped.patterns) <= max(most, universe.size < 1)
    assert find_uncovered(universe, most=10_000).complete
    assert not capped.complete or capped.patterns == everything.patterns


@given(universes(), st.integers(1, 3), st.integers(0, 8))
def test_nothing_worth_telling_is_lost_by_looking_behind_nothing_else(universe, threshold, least):
    def is_worth(pattern):
        """Few people are left when the conditions are many and rare."""
        together = universe.size
        for number in pattern:
            together *= universe.conditions[number].people.bit_count() / universe.size
        return together >= least

    told = find_uncovered(universe, threshold, worth=is_worth if universe.size else bool)
    everything = find_uncovered(universe, threshold).patterns
    worth = {each for each in everything if universe.size < threshold or is_worth(each[0])}
    assert set(told.patterns) == worth


def test_only_facets_that_are_to_be_joined_are():
    alone = [Condition(facet, 0b01 if facet % 2 else 0b10) for facet in range(4)]
    joined = frozenset((frozenset((0, 1)), frozenset((2, 3))))
    found = find_uncovered(make_universe(2, alone, joined=joined))
    assert [pattern for pattern, _count in found.patterns] == [(0, 1), (2, 3)]


def test_whoever_watches_can_end_the_search():
    class Enough(Exception):
        pass

    def stop(_done, _total):
        raise Enough

    universe = make_universe(1, [Condition(0, 1), Condition(1, 1)])
    try:
        find_uncovered(universe, progress=stop)
    except Enough:
        return
    raise AssertionError("the search went on")
