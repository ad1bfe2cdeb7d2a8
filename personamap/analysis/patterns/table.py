"""A table of categories as numbers: its distinct rows, and how often each occurs.

numpy is loaded where a table is made, so that the rest of the analysis
starts without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Any

from msgspec import Struct

Array = Any
"""A numpy array of one dimension, of whole numbers unless said otherwise."""

MOST_CELLS = 1 << 62
"""Cells of a crossing are numbered in 64 bits."""


class CategoryTable(Struct, frozen=True):
    """Columns of categories over distinct rows.

    `values` are what a column says, in the order of their numbers;
    `numbers` holds for each column what each distinct row says; `weights`
    how many rows of the table each of them stands for.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    numbers: tuple[Array, ...]
    weights: Array

    @property
    def size(self) -> int:
        """How many rows the table had."""
        return int(self.weights.sum())

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many different values each column has."""
        return tuple(len(values) for values in self.values)

    def counts(self) -> tuple[tuple[int, ...], ...]:
        """Return how many rows hold each value of each column."""
        import numpy

        return tuple(
            tuple(numpy.bincount(column, self.weights, size).astype(int).tolist())
            for column, size in zip(self.numbers, self.sizes, strict=True)
        )

    def cells(self, level: int) -> int:
        """Return how many cells the largest crossing of so many columns has."""
        return prod(sorted(self.sizes, reverse=True)[:level])


def make_table(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> CategoryTable:
    """Make a table of its columns and, column by column, their cells."""
    import numpy

    values: list[tuple[str, ...]] = []
    numbers: list[Array] = []
    for column in cells:
        known = tuple(sorted(set(column)))
        order = {value: number for number, value in enumerate(known)}
        values.append(known)
        numbers.append(numpy.fromiter(map(order.__getitem__, column), numpy.int32, len(column)))
    rows, weights = _distinct(numbers, [len(known) for known in values])
    distinct = tuple(column[rows].astype(numpy.int64) for column in numbers)
    return CategoryTable(tuple(columns), tuple(values), distinct, weights)


def _distinct(numbers: Sequence[Array], sizes: Sequence[int]) -> tuple[Array, Array]:
    """Return where each distinct row stands first, and how often it occurs.

    Rows are told apart by one number in mixed radix, which sorts far
    faster than rows do. When it outgrows 64 bits, it is replaced by its
    rank among those seen so far.
    """
    import numpy

    if not numbers:
        return numpy.zeros(0, numpy.int64), numpy.zeros(0, numpy.int64)
    code = numpy.zeros(len(numbers[0]), numpy.int64)
    cells = 1
    for column, size in zip(numbers, sizes, strict=True):
        if cells * size > MOST_CELLS:
            ranks, code = numpy.unique(code, return_inverse=True)
            cells = len(ranks)
        code = code * size + column
        cells *= size
    _codes, rows, weights = numpy.unique(code, return_index=True, return_counts=True)
    return rows, weights
