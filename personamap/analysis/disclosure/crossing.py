"""The counts of two facets crossed that may be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from personamap.analysis.disclosure.interval import Cell, Table, most_possible
from personamap.analysis.disclosure.singles import Category

Pair = tuple[Category, Category]

OTHERS: Category = ("",)
"""Everybody who is in no count that was kept of a facet, as one row or column."""


def safe_pairs(
    counts: Mapping[Pair, int],
    rows: Iterable[Category],
    columns: Iterable[Category],
    smallest: int,
) -> dict[Pair, int]:
    """Return the counts of two facets crossed that may be kept.

    `counts` must account for everybody; `rows` and `columns` are the
    categories whose own counts are kept and therefore known.
    """
    return _Crossing(counts, frozenset(rows), frozenset(columns), smallest).kept()


class _Crossing:
    """Hides counts until the largest value each hidden one could have is large, or nothing."""

    def __init__(
        self,
        counts: Mapping[Pair, int],
        rows: frozenset[Category],
        columns: frozenset[Category],
        smallest: int,
    ) -> None:
        people: dict[Cell, int] = defaultdict(int)
        for (row, column), count in counts.items():
            people[row if row in rows else OTHERS, column if column in columns else OTHERS] += count
        self._rows = tuple(sorted({row for row, _column in people}))
        self._columns = tuple(sorted({column for _row, column in people}))
        self._people = {cell: people.get(cell, 0) for cell in product(self._rows, self._columns)}
        self._smallest = smallest
        self._hidden = {
            cell for cell, count in self._people.items() if count < smallest or OTHERS in cell
        }

    def kept(self) -> dict[Pair, int]:
        """Hide what has to be hidden, and return what is left."""
        while self._protected_more():
            pass
        return {cell: n for cell, n in self._people.items() if cell not in self._hidden}

    def _protected_more(self) -> bool:
        """Hide more beside each count that could be told to be small; tell whether any was."""
        hidden = len(self._hidden)
        small = [cell for cell in self._hidden if self._people[cell] < self._smallest]
        for cell in sorted(small, key=lambda cell: (self._people[cell], cell)):
            if self._is_told(cell):
                self._hidden |= self._cover(cell)
        return len(self._hidden) > hidden

    def _is_told(self, cell: Cell) -> bool:
        table = Table(self._rows, self._columns, self._people, self._hidden)
        return 0 < most_possible(table, cell, self._smallest) < self._smallest

    def _cover(self, cell: Cell) -> set[Cell]:
        """Return the counts of the fewest people that, hidden too, let `cell` be large enough.

        People could then have changed places at the corners of a rectangle.
        Where none is large enough, the whole crossing is left out: with
        nothing kept of it, only the counts of single facets limit a cell.
        """
        need = self._smallest - self._people[cell]
        corners = min(self._rectangles(cell, need), key=self._cost, default=None)
        return set(self._people) if corners is None else set(corners)

    def _rectangles(self, cell: Cell, need: int) -> Iterator[tuple[Cell, Cell, Cell]]:
        row, column = cell
        beside = [c for c in self._columns if c != column and self._people[row, c] >= need]
        below = [r for r in self._rows if r != row and self._people[r, column] >= need]
        for other_row, other_column in product(below, beside):
            yield (row, other_column), (other_row, column), (other_row, other_column)

    def _cost(self, corners: tuple[Cell, ...]) -> tuple[int, tuple[Cell, ...]]:
        return sum(self._people[c] for c in corners if c not in self._hidden), corners
