from itertools import combinations, product

import pytest
from allpairspy import AllPairs
from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.solving.cover import cover
from personamap.analysis.solving.covering import Covering
from personamap.analysis.solving.effort import Effort, Stopped
from tests.analysis.solving.targets import all_together, missing_from

QUICK = Effort(seconds=2.0)
BRIEF = Effort(seconds=0.2)


def shown(row):
    return frozenset(value for value in row if value is not None)


def shows_all(rows, targets):
    return all(any(shown(row).issuperset(target) for row in rows) for target in targets)


@st.composite
def problems(draw):
    sizes = tuple(draw(st.lists(st.integers(1, 3), min_size=2, max_size=4)))
    everything = all_together(sizes, draw(st.integers(1, 2)))
    targets = draw(st.lists(st.sampled_from(everything), unique=True, max_size=8))
    forbidden = draw(st.lists(st.sampled_from(all_together(sizes)), unique=True, max_size=2))
    return Covering(sizes, tuple(targets), tuple(forbidden))


def fewest_by_trying_all(problem):
    """Return how few rows are enough, found by trying every set of rows."""
    targets = list(problem.possible())
    facets = [[*values, None] for values in problem.facets]
    allowed = [
        frozenset(t for t in targets if shown(row).issuperset(t))
        for row in product(*facets)
        if not any(shown(row).issuperset(bar) for bar in problem.forbidden)
    ]
    useful = {held for held in allowed if held and not any(held < other for other in allowed)}
    for count in range(len(targets) + 1):
        if any(set().union(*chosen) >= set(targets) for chosen in combinations(useful, count)):
            return count
    raise AssertionError("one row for each target is always enough")


@given(problems())
@settings(max_examples=60, deadline=None)
def test_rows_are_as_few_as_trying_all_finds_and_said_to_be(problem):
    covered = cover(problem, QUICK)
    assert covered.proven
    assert covered.found == fewest_by_trying_all(problem)
    assert shows_all(covered.rows, problem.possible())


@given(problems())
@settings(max_examples=60, deadline=None)
def test_no_row_shows_what_is_forbidden_or_two_values_of_a_facet(problem):
    for row in cover(problem, QUICK).rows:
        assert not any(shown(row).issuperset(bar) for bar in problem.forbidden)
        assert all(
            value is None or value in values
            for value, values in zip(row, problem.facets, strict=True)
        )


@given(st.lists(st.integers(2, 5), min_size=2, max_size=7))
@settings(max_examples=25, deadline=None)
def test_there_are_never_more_rows_than_allpairspy_finds(sizes):
    theirs = len(list(AllPairs([list(range(size)) for size in sizes])))
    targets = all_together(sizes)
    covered = cover(Covering(tuple(sizes), targets), BRIEF)
    assert covered.at_least <= covered.found <= theirs
    assert shows_all(covered.rows, targets)


@pytest.mark.parametrize(
    ("sizes", "theirs"),
    [((3,) * 13, 17), ((4,) * 15 + (3,) * 17 + (2,) * 29, 37), ((2,) * 100, 15)],
)
def test_standard_arrays_are_no_larger_than_those_of_pict_and_allpairspy(sizes, theirs):
    targets = all_together(sizes)
    covered = cover(Covering(sizes, targets), Effort(seconds=0.2))
    assert covered.found <= theirs
    assert shows_all(covered.rows, targets)


@given(st.lists(st.integers(2, 3), min_size=3, max_size=4), st.integers(1, 3))
@settings(max_examples=25, deadline=None)
def test_combinations_of_three_are_shown_too(sizes, seed):
    targets = all_together(sizes, 3)
    covered = cover(Covering(tuple(sizes), targets), Effort(seconds=2.0, seed=seed))
    assert shows_all(covered.rows, targets)


def test_what_somebody_with_two_values_shows_is_not_asked_for_again():
    sizes = (2, 2)
    assert missing_from(all_together(sizes), [(0, 1, 2)]) == ((0, 3), (1, 3))


def test_nothing_to_show_needs_nobody():
    assert cover(Covering((2, 2), ()), QUICK).rows == ()


def busy():
    """Somebody who does not ask to stop, and takes long to say so: a slow computer."""
    return sum(range(3_000)) < 0


@pytest.mark.parametrize(("size", "facets"), [(3, 5), (3, 9), (5, 4)])
def test_the_same_seed_gives_the_same_rows_however_fast_the_computer_is(size, facets):
    problem = Covering((size,) * facets, all_together((size,) * facets))
    covered = cover(problem, BRIEF)
    assert cover(problem, BRIEF) == covered
    assert cover(problem, BRIEF, busy) == covered


def test_somebody_who_asks_to_stop_is_heard():
    problem = Covering((3,) * 13, all_together((3,) * 13))
    with pytest.raises(Stopped):
        cover(problem, QUICK, lambda: True)
