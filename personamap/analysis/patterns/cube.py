"""The search through the patterns of a table, one crossing of columns after another.

For each set of columns, smaller ones first, one pass over the rows counts
all its cells at once. A cell is told when it is not covered and each cell
it lies in, with one column less, is. A row leaves the search with the last
covered cell it was in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from math import comb

from msgspec import Struct

from personamap.analysis.patterns.cells import CoveredCells, MarkedCells, digits
from personamap.analysis.patterns.crossing import Crossing, Rows
from personamap.analysis.patterns.table import Array, CategoryTable

Columns = tuple[int, ...]
Progress = Callable[[int, int], None]
"""Is told how many of how many crossings are done, and may raise an error to end the search."""


class UncoveredCells(Struct, frozen=True):
    """The maximal uncovered cells of one crossing and how many rows lie in each."""

    columns: Columns
    cells: Array
    counts: Array


Said = dict[str, str]
"""A pattern of a table: what it says in which column."""


class UncoveredTable(Struct, frozen=True):
    """The maximal uncovered patterns of a table; `complete` tells whether they are all."""

    table: CategoryTable
    found: tuple[UncoveredCells, ...]
    complete: bool = True

    def __len__(self) -> int:
        return sum(len(crossing.cells) for crossing in self.found)

    def patterns(self) -> Iterator[tuple[Said, int]]:
        """Yield each pattern as what it says in which column, and how many rows say it."""
        for crossing in self.found:
            if not crossing.columns:
                yield {}, int(crossing.counts[0])
                continue
            names = [self.table.columns[column] for column in crossing.columns]
            values = [self.table.values[column] for column in crossing.columns]
            said = digits(crossing.cells, tuple(map(len, values))).tolist()
            for row, count in zip(said, crossing.counts.tolist(), strict=True):
                words = (known[number] for known, number in zip(values, row, strict=True))
                yield dict(zip(names, words, strict=True)), count


def find_uncovered_in(
    table: CategoryTable,
    threshold: int = 1,
    level: int | None = None,
    most: int | None = None,
    progress: Progress = lambda _done, _total: None,
) -> UncoveredTable:
    """Find the patterns of at most `level` columns that fewer than `threshold` rows show.

    The search ends early with the crossing that brings it beyond `most`.
    """
    deepest = len(table.columns) if level is None else min(level, len(table.columns))
    if table.size < threshold:
        return UncoveredTable(table, (_nothing(table),))
    cube = _Cube(table, threshold, deepest)
    total = sum(comb(len(table.columns), size) for size in range(1, deepest + 1))
    found: list[UncoveredCells] = []
    count = 0
    for done, crossing in enumerate(cube.crossings()):
        progress(done, total)
        count += len(crossing.cells)
        if len(crossing.cells):
            found.append(crossing)
        if most is not None and count > most:
            return UncoveredTable(table, tuple(found), complete=False)
    return UncoveredTable(table, tuple(found))


def _nothing(table: CategoryTable) -> UncoveredCells:
    """Return the pattern without any condition, which even the whole table does not cover."""
    import numpy

    return UncoveredCells((), numpy.zeros(1, numpy.int64), numpy.array([table.size]))


class _Cube:
    """Counts crossings level by level, keeping of each level what the next one looks at."""

    def __init__(self, table: CategoryTable, threshold: int, deepest: int) -> None:
        import numpy

        self._table, self._threshold, self._deepest = table, threshold, deepest
        self._sizes = table.sizes
        self._weights = table.weights.astype(numpy.float64)
        self._covered: dict[Columns, CoveredCells] = {(): MarkedCells(numpy.ones(1, bool))}
        self._rows: dict[Columns, Rows] = {
            (): Rows(None, numpy.zeros(len(table.weights), numpy.int64))
        }

    def crossings(self) -> Iterator[UncoveredCells]:
        """Yield what is uncovered in each crossing, smaller crossings first."""
        for level in range(1, self._deepest + 1):
            covered: dict[Columns, CoveredCells] = {}
            rows: dict[Columns, Rows] = {}
            for columns in combinations(range(len(self._table.columns)), level):
                if all(parent in self._covered for parent in _parents(columns)):
                    crossing, lying = self._crossing(columns)
                    crossed = crossing.counted()
                    yield UncoveredCells(columns, crossed.uncovered, crossed.counts)
                    if level < self._deepest and crossed.covered.any():
                        covered[columns] = crossed.covered
                        if self._is_head(columns):
                            rows[columns] = lying.kept(crossing.cells, crossed.covered)
            self._covered, self._rows = covered, rows

    def _crossing(self, columns: Columns) -> tuple[Crossing, Rows]:
        """Return a crossing, and the rows it counts, which were kept when its head was."""
        sizes = tuple(self._sizes[column] for column in columns)
        lying = self._rows[columns[:-1]]
        cells = lying.cells * sizes[-1] + lying.of(self._table.numbers[columns[-1]])
        parents = [self._covered[parent] for parent in _parents(columns)]
        weights = lying.of(self._weights)
        return Crossing(sizes, cells, weights, self._threshold, parents), lying

    def _is_head(self, columns: Columns) -> bool:
        """Tell whether a later column can follow."""
        return columns[-1] + 1 < len(self._table.columns)


def _parents(columns: Columns) -> Iterator[Columns]:
    for place in range(len(columns)):
        yield columns[:place] + columns[place + 1 :]
