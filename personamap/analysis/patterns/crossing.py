"""One crossing of columns: which of its cells are covered, and which are uncovered and maximal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from msgspec import Struct

from personamap.analysis.patterns.cells import (
    MOST_MARKED,
    CoveredCells,
    ListedCells,
    MarkedCells,
    found_in,
    without_digit,
)
from personamap.analysis.patterns.table import Array

Sizes = tuple[int, ...]

_TRIED_AT_ONCE = 1 << 20


class Rows(Struct, frozen=True):
    """Rows that lie in a covered cell of some columns, and in which; no `rows` means all."""

    rows: Array | None
    cells: Array

    def of(self, column: Array) -> Array:
        """Return what these rows hold in a column."""
        return column if self.rows is None else column[self.rows]

    def kept(self, cells: Array, covered: CoveredCells) -> Rows:
        """Return those that still lie in a covered cell when they lie in `cells`."""
        import numpy

        keep = covered.has(cells)
        if keep.all():
            return Rows(self.rows, cells)
        rows = numpy.flatnonzero(keep) if self.rows is None else self.rows[keep]
        return Rows(rows, cells[keep])


class Crossed(Struct, frozen=True):
    """What came of one crossing: covered cells, maximal uncovered ones, and the rows in those."""

    covered: CoveredCells
    uncovered: Array
    counts: Array


class Crossing(Struct, frozen=True):
    """The rows in the cells of some columns; `parents` are the crossings with one column less."""

    sizes: Sizes
    cells: Array
    weights: Array
    threshold: int
    parents: Sequence[CoveredCells]

    def counted(self) -> Crossed:
        """Count every cell at once where there are few, else only those with rows."""
        return self._marked() if prod(self.sizes) <= MOST_MARKED else self._listed()

    def _marked(self) -> Crossed:
        import numpy

        total = prod(self.sizes)
        counts = numpy.bincount(self.cells, self.weights, total)
        covered = counts >= self.threshold
        uncovered = ~covered.reshape(self.sizes)
        for place, parent in enumerate(self.parents):
            spread = (*self.sizes[:place], 1, *self.sizes[place + 1 :])
            uncovered &= parent.marks(prod(spread)).reshape(spread)
        cells = uncovered.ravel().nonzero()[0]
        return Crossed(MarkedCells(covered), cells, counts[cells].astype(numpy.int64))

    def _listed(self) -> Crossed:
        import numpy

        filled, where = numpy.unique(self.cells, return_inverse=True)
        counts = numpy.bincount(where, self.weights, len(filled))
        covered = ListedCells(filled[counts >= self.threshold])
        parts = [self._maximal(cells) for cells in self._behind_covered(covered)]
        uncovered = numpy.concatenate(parts) if parts else numpy.zeros(0, numpy.int64)
        known, places = found_in(filled, uncovered)
        found = numpy.zeros(len(uncovered), numpy.int64)
        found[known] = counts[places[known]]
        return Crossed(covered, uncovered, found)

    def _behind_covered(self, covered: CoveredCells) -> Iterator[Array]:
        """Yield the uncovered cells that lie in covered ones without the last column."""
        import numpy

        turning = self.sizes[-1]
        heads = self.parents[-1].listed()
        step = max(1, _TRIED_AT_ONCE // turning)
        for start in range(0, len(heads), step):
            tried = heads[start : start + step, None] * turning + numpy.arange(turning)
            cells = tried.ravel()
            yield cells[~covered.has(cells)]

    def _maximal(self, cells: Array) -> Array:
        for place, parent in enumerate(self.parents[:-1]):
            cells = cells[parent.has(without_digit(cells, self.sizes, place))]
        return cells
