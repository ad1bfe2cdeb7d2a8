"""Which cells of a crossing are covered: marked one by one, or listed where there are too many.

A cell is numbered in mixed radix, the last column turning fastest. Leaving
out one of its digits names the cell of the smaller crossing it lies in.
"""

from __future__ import annotations

from math import prod
from typing import Any, Protocol

from typing_extensions import override

from personamap.analysis.patterns.table import Array

MOST_MARKED = 1 << 16
"""Crossings of more cells are kept as lists of those that are covered."""


class CoveredCells(Protocol):
    """The covered cells of one crossing."""

    def has(self, cells: Array) -> Array:
        """Tell for each cell whether it is covered."""

    def marks(self, total: int) -> Array:
        """Return a mark for each of all `total` cells."""

    def listed(self) -> Array:
        """Return the covered cells, ascending."""

    def any(self) -> bool:
        """Tell whether any cell is covered."""


class MarkedCells(CoveredCells):
    """A mark for each cell."""

    def __init__(self, covered: Array) -> None:
        self.covered = covered

    @override
    def has(self, cells: Array) -> Array:
        return self.covered[cells]

    @override
    def marks(self, total: int) -> Array:
        return self.covered

    @override
    def listed(self) -> Array:
        return self.covered.nonzero()[0]

    @override
    def any(self) -> bool:
        return bool(self.covered.any())


class ListedCells(CoveredCells):
    """The covered cells alone, ascending."""

    def __init__(self, covered: Array) -> None:
        self.covered = covered

    @override
    def has(self, cells: Array) -> Array:
        return found_in(self.covered, cells)[0]

    @override
    def marks(self, total: int) -> Array:
        import numpy

        marks = numpy.zeros(total, bool)
        marks[self.covered] = True
        return marks

    @override
    def listed(self) -> Array:
        return self.covered

    @override
    def any(self) -> bool:
        return len(self.covered) > 0


def found_in(ascending: Array, wanted: Array) -> tuple[Array, Array]:
    """Return which of the wanted numbers are among ascending ones, and where."""
    import numpy

    if not len(ascending):
        return numpy.zeros(len(wanted), bool), numpy.zeros(len(wanted), numpy.int64)
    where: Array = numpy.searchsorted(ascending, wanted)
    where[where == len(ascending)] = 0
    return ascending[where] == wanted, where


def without_digit(cells: Array, sizes: tuple[int, ...], place: int) -> Array:
    """Return the cells of the crossing that lacks the column in `place`."""
    behind = prod(sizes[place + 1 :])
    return cells // (behind * sizes[place]) * behind + cells % behind


def digits(cells: Array, sizes: tuple[int, ...]) -> Any:
    """Return what each cell says in each column, one row a cell."""
    import numpy

    return numpy.stack(numpy.unravel_index(cells, sizes), axis=1)
