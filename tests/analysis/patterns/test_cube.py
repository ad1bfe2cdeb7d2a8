"""Tables: what the cube finds is what the definition says, and what others found."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.patterns import cells
from personamap.analysis.patterns.cube import find_uncovered_in
from personamap.analysis.patterns.search import find_uncovered
from personamap.analysis.patterns.table import make_table
from personamap.analysis.patterns.universe import Condition, make_universe
from tests.analysis.patterns.definition import by_definition

TABLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "patterns"
FOUND_BY_OTHERS = sorted(TABLES.glob("*_tau*.json")) or [TABLES]


@st.composite
def tables(draw):
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[st.sampled_from("abc")] * width), max_size=12))
    return make_table([f"c{n}" for n in range(width)], [[r[n] for r in rows] for n in range(width)])


def as_universe(table):
    """The same table as people: one bit for each of its rows."""
    rows = [row for row, weight in enumerate(table.weights.tolist()) for _ in range(weight)]
    conditions = [
        Condition(column, sum(1 << place for place, row in enumerate(rows) if said[row] == number))
        for column, said in enumerate(table.numbers)
        for number in range(len(table.values[column]))
    ]
    return make_universe(len(rows), conditions)


def as_words(table, found):
    words = [(table.columns[c], v) for c, values in enumerate(table.values) for v in values]
    return {(tuple(words[n] for n in pattern), count) for pattern, count in found}


def as_set(patterns):
    return {(tuple(said.items()), count) for said, count in patterns}


@given(tables(), st.integers(1, 4), st.integers(0, 4), st.sampled_from((0, 4, 1 << 16)))
def test_the_cube_finds_what_the_definition_says(table, threshold, level, most_marked):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("personamap.analysis.patterns.crossing.MOST_MARKED", most_marked)
        found = find_uncovered_in(table, threshold, level)
    told = list(found.patterns())
    assert len(told) == len(found) == len(as_set(told))
    universe = as_universe(table)
    assert as_set(told) == as_words(table, by_definition(universe, threshold, level))


@given(tables(), st.integers(1, 3))
def test_both_searches_find_the_same(table, threshold):
    found = find_uncovered_in(table, threshold)
    assert found.complete
    universe = as_universe(table)
    assert as_set(found.patterns()) == as_words(table, find_uncovered(universe, threshold).patterns)


@pytest.mark.parametrize("path", FOUND_BY_OTHERS, ids=lambda path: path.stem)
def test_the_cube_finds_what_others_found_in_real_tables(path):
    if not path.is_file():
        pytest.skip(f"{path} is not on this machine")
    known = json.loads(path.read_text("utf-8"))
    table = read_rows(TABLES / known["table"])
    assert table.size == known["rows"]
    found = list(find_uncovered_in(table, known["tau"], known["max_level"]).patterns())
    assert len(found) == known["count"]
    assert as_set(found) == {(tuple(said.items()), count) for said, count in known["mups"]}


def read_rows(path):
    heading, *rows = path.read_text("utf-8").splitlines()
    return make_table(heading.split(","), zip(*(row.split(",") for row in rows), strict=True))


def test_rows_that_say_the_same_are_counted_once_and_weigh_more():
    table = make_table(["a", "b"], [["x", "y", "x"], ["1", "2", "1"]])
    assert sorted(table.weights.tolist()) == [1, 2]
    assert table.size == 3


def test_rows_stay_apart_when_their_cells_outgrow_64_bits():
    columns = [[f"{column} {row}" for row in range(3000)] for column in range(8)]
    columns[3][17] = columns[3][18]
    table = make_table([f"c{n}" for n in range(8)], columns)
    assert table.size == len(table.weights) == 3000
    assert table.cells(8) > cells.MOST_MARKED


def test_a_cap_ends_the_search_and_says_so():
    table = make_table(["a", "b"], [["x", "y", "z"], ["1", "2", "3"]])
    assert find_uncovered_in(table, most=6).complete
    capped = find_uncovered_in(table, most=5)
    assert not capped.complete


def test_whoever_watches_hears_of_every_crossing():
    heard = []
    table = make_table(["a", "b", "c"], [["x", "y"], ["1", "2"], ["p", "p"]])
    find_uncovered_in(table, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(done, 7) for done in range(len(heard))]
    assert len(heard) >= 6
