"""No count below k can be worked out of what is told: solved as bounds over all tables of people.

The solver sees the number of people, every count that is kept, and the
numbers told of each column, of one import or of two of the same table
with other crossings. Unknown are the people of every full combination.
"""

from __future__ import annotations

import contextlib
import csv
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path

import highspy
import numpy as np

from personamap.domain.facet import Facet, FacetValue
from personamap.domain.project import Project
from personamap.errors import MappingRefused
from personamap.importers.audience.counting import AudienceImport, Wishes
from personamap.importers.audience.mapping import AudienceMapping, CountedColumn
from personamap.services.audiences import add_audience, read_audience
from tests.torture.row import Row, rounds

FACETS = ("one", "two", "three")
VALUES, EMPTY, UNKNOWN = ("a", "b", "c"), "", "?"
WORDS = (*VALUES, EMPTY, UNKNOWN)
CELLS = tuple(product(WORDS, repeat=len(FACETS)))
TREES = tuple(combinations(combinations(FACETS, 2), 2))
"""Every way to cross three facets without a ring."""
SMALLEST, MANY, SPARSE = 10, 3_000, 0.7
Spec = Mapping[str, str]


def run() -> Iterator[Row]:
    """Count random tables, and solve for every count that is not told."""
    chance = random.Random(7)
    for title, imports in (("one import", 1), ("two imports, other crossings", 2)):
        tables = rounds(20)
        cells = told = 0
        for _table in range(tables):
            found = _imports(_people(chance), chance.sample(TREES, imports))
            reader = Reader(found)
            for spec in _hidden(found):
                cells += 1
                told += 0 < reader.most(spec) < SMALLEST
        outcome = f"{told} of {cells:,} hidden counts, {tables} tables"
        yield Row(f"audience: counts below k, {title}", "0 derivable", outcome, told == 0)


def _people(chance: random.Random) -> dict[tuple[str, ...], int]:
    """Return people who tempt: many cells about the threshold, a few large ones, many empty."""
    found = {}
    for cell in CELLS:
        kind = chance.random()
        found[cell] = 0 if kind < SPARSE else chance.randint(0, SMALLEST)
        if kind > 0.96:
            found[cell] = chance.randint(100, 400)
    found["a", "a", "a"] += MANY
    return found


def _imports(people: Mapping[tuple[str, ...], int], trees: Sequence) -> list[AudienceImport]:
    values = tuple(FacetValue(id=value, label=f"Value {value}") for value in VALUES)
    facets = tuple(Facet(id=facet, label=facet.title(), values=values) for facet in FACETS)
    project, found = Project(facets=facets), []
    columns = tuple(CountedColumn(column=facet, facet=facet) for facet in FACETS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            table = csv.writer(stream)
            table.writerow((*FACETS, "People"))
            table.writerows((*cell, count) for cell, count in people.items())
        mapping = AudienceMapping(columns=columns, count="People")
        for tree in trees:
            found.append(_as_far_as_allowed(project, path, mapping, tree))
            project = add_audience(project, found[-1])
    return found


def _as_far_as_allowed(project: Project, path: Path, mapping: AudienceMapping, tree: Sequence):
    """Ask for all the crossings, else for one, else for what there is."""
    for pairs in (tree, tree[1:], tree[:1]):
        with contextlib.suppress(MappingRefused):
            return read_audience(project, path, mapping, Wishes(smallest=SMALLEST, pairs=pairs))
    return read_audience(project, path, mapping, Wishes(smallest=SMALLEST))


def _told(found: Sequence[AudienceImport]) -> Iterator[tuple[tuple[Spec, ...], int]]:
    """Yield every number that is told, and whom it is about: people of any of some descriptions."""
    for one in found:
        yield ({},), one.audience.people
        for group in one.audience.groups:
            yield ({ref.facet: ref.value for ref in group.values},), group.people
        kept = {
            (ref.facet, ref.value)
            for group in one.audience.groups
            for ref in group.values
            if len(group.values) == 1
        }
        for column in one.columns:
            small = [v for v in VALUES if (column.facet, v) not in kept]
            parts = ((column.empty, [EMPTY]), (column.unknown, [UNKNOWN]), (column.small, small))
            for number, words in parts:
                if number is not None:
                    yield tuple({column.facet: word} for word in words), number


def _hidden(found: Sequence[AudienceImport]) -> Iterator[Spec]:
    shown = [specs[0] for specs, _number in _told(found) if len(specs) == 1]
    pairs = {tuple(sorted(pair)) for pair in combinations(FACETS, 2)}
    for facets in (*((facet,) for facet in FACETS), *sorted(pairs)):
        for words in product(WORDS, repeat=len(facets)):
            spec = dict(zip(facets, words, strict=True))
            if spec not in shown:
                yield spec


class Reader:
    """Works out what all that is told allows."""

    def __init__(self, found: Sequence[AudienceImport]) -> None:
        self._model = highspy.Highs()
        self._model.silent()
        for place in range(len(CELLS)):
            self._model.addVar(0, found[0].audience.people)
            self._model.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        for specs, people in _told(found):
            places = sorted({place for spec in specs for place in _members(spec)})
            ones = np.ones(len(places))
            self._model.addRow(people, people, len(places), np.array(places, np.int32), ones)

    def most(self, spec: Spec) -> int:
        """Return the most people there could be of that description."""
        places = set(_members(spec))
        for place in range(len(CELLS)):
            self._model.changeColCost(place, -1.0 if place in places else 0.0)
        self._model.run()
        return round(-self._model.getObjectiveValue())


def _members(spec: Spec) -> list[int]:
    wanted = {FACETS.index(facet): word for facet, word in spec.items()}
    return [n for n, cell in enumerate(CELLS) if all(cell[p] == w for p, w in wanted.items())]
