from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.solving.arrays import build_rows
from personamap.analysis.solving.covering import Covering
from tests.analysis.solving.targets import all_together, missing_from


def shown(rows):
    return [[value for value in row if value is not None] for row in rows]


MANY_FACETS = st.lists(st.integers(1, 4), min_size=2, max_size=12)
MANY_VALUES = st.lists(st.integers(1, 9), min_size=2, max_size=4)


@given(st.one_of(MANY_FACETS, MANY_VALUES), st.integers(0, 3))
@settings(max_examples=50, deadline=None)
def test_every_pair_of_values_is_in_some_row(sizes, seed):
    problem = Covering(tuple(sizes), all_together(sizes))
    rows = build_rows(problem, seed)
    assert missing_from(problem.targets, shown(rows)) == ()
    assert all(
        value is None or value in values
        for row in rows
        for value, values in zip(row, problem.facets, strict=True)
    )


def test_thirteen_facets_of_three_values_take_as_many_rows_as_the_best_known():
    sizes = (3,) * 13
    assert len(build_rows(Covering(sizes, all_together(sizes)), seed=1)) == 15


def test_another_seed_gives_other_rows():
    problem = Covering((3,) * 4, all_together((3,) * 4))
    assert build_rows(problem, 1) == build_rows(problem, 1) != build_rows(problem, 2)


def test_nothing_is_built_where_something_is_not_asked_for_or_forbidden():
    everything = all_together((2, 2))
    assert build_rows(Covering((2, 2), everything[1:]), 1) is None
    assert build_rows(Covering((2, 2), everything, everything[:1]), 1) is None
    assert build_rows(Covering((2, 2), ((0,),)), 1) is None
    assert build_rows(Covering((14, 2), all_together((14, 2))), 1) is None
