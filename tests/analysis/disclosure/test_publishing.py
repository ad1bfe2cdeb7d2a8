"""Nothing below k can be worked out: solved as whole-number bounds over everything kept.

The solver sees what a reader of the project sees: the facets with their
values and "no answer", the total, and each kept count. Unknown are the
people of every full combination.
"""

from collections import Counter
from itertools import product

import highspy
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.disclosure import publishing
from personamap.analysis.disclosure.publishing import Wanted, keep

K = 5
FACETS = ("one", "two", "three")
TREE = (("one", "two"), ("two", "three"))
SIZES = (3, 3, 2)


def categories(size):
    return [(), *((f"v{number}",) for number in range(size))]


CELLS = list(product(*map(categories, SIZES)))


@st.composite
def audiences(draw):
    """Tables that tempt: many cells around the threshold, some large, some empty."""
    near = st.integers(0, 2 * K)
    people = st.one_of(st.just(0), near, st.integers(0, 60))
    counts = {cell: draw(people) for cell in CELLS if draw(st.integers(0, 3)) or all(cell)}
    if draw(st.booleans()):
        counts = {cell: n for cell, n in counts.items() if all(cell)}
    return {cell: n for cell, n in counts.items() if n}


def spec(group):
    return {ref.facet: ref.value for ref in group.values}


def members(values):
    """The places of the full combinations that a count is about."""
    wanted = {FACETS.index(facet): (value,) if value else () for facet, value in values.items()}
    return [n for n, cell in enumerate(CELLS) if all(cell[p] == v for p, v in wanted.items())]


class Reader:
    """Works out what the kept counts allow."""

    def __init__(self, kept):
        self.model = highspy.Highs()
        self.model.silent()
        known = [(list(range(len(CELLS))), kept.people)]
        known += [(members(spec(group)), group.people) for group in kept.groups]
        for _cell in CELLS:
            self.model.addVar(0, kept.people)
        for place in range(len(CELLS)):
            self.model.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        for places, people in known:
            self.model.addRow(
                people, people, len(places), np.array(places, np.int32), np.ones(len(places))
            )

    def most(self, values):
        places = members(values)
        for place in range(len(CELLS)):
            self.model.changeColCost(place, -1.0 if place in places else 0.0)
        self.model.run()
        return round(-self.model.getObjectiveValue())


def hidden_counts(kept):
    shown = [spec(group) for group in kept.groups]
    options = {
        facet: ["", *(f"v{n}" for n in range(size))]
        for facet, size in zip(FACETS, SIZES, strict=True)
    }
    for facet in FACETS:
        yield from ({facet: v} for v in options[facet] if {facet: v} not in shown)
    for pair in kept.crossed:
        for values in product(*(options[facet] for facet in pair)):
            if (cell := dict(zip(pair, values, strict=True))) not in shown:
                yield cell


@settings(max_examples=30, deadline=None)
@given(audiences())
def test_no_hidden_count_can_be_told_to_be_small(profiles):
    before = publishing.FEWEST_TO_CROSS
    publishing.FEWEST_TO_CROSS = 0
    try:
        kept = keep(profiles, Wanted(FACETS, TREE, K))
    finally:
        publishing.FEWEST_TO_CROSS = before
    assert all(group.people >= K for group in kept.groups)
    reader = Reader(kept)
    for values in hidden_counts(kept):
        most = reader.most(values)
        assert most == 0 or most >= K or kept.people < K, (values, most)


@given(audiences())
def test_what_is_kept_is_true(profiles):
    kept = keep(profiles, Wanted(FACETS, (), K))
    true = Counter()
    for cell, people in profiles.items():
        for facet, category in zip(FACETS, cell, strict=True):
            true[facet, category] += people
    for group in kept.groups:
        (ref,) = group.values
        assert group.people == true[ref.facet, (ref.value,)]
    assert kept.people == sum(profiles.values())
