"""So many rows and no more, which show as much as can be found by weight.

Rows are built one after another for what is still lacking; then some are
taken out and built anew, as long as that shows more (ruin and recreate,
Schrimpf and others, Journal of Computational Physics 159, 2000). It works
on combinations of any size, and on what several rows have to show.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from personamap.analysis.solving.covering import Covering, Row, Rows
from personamap.analysis.solving.effort import Budget
from personamap.analysis.solving.greedy import RowBuilder

_MOST_IDLE = 40
_STEPS_A_TARGET, _STEPS_A_ROW = 40, 12_000
_MOST_TAKEN_OUT = 3
_ALIKE = 1e-9


class Wanted(Struct, frozen=True):
    """How much each target of a covering weighs, and how many rows have to show it."""

    problem: Covering
    weights: tuple[float, ...]
    lacking: tuple[int, ...]

    def shown_by(self, row: Row) -> list[int]:
        """Return the places of the targets a row shows."""
        values = frozenset(value for value in row if value is not None)
        return [n for n, target in enumerate(self.problem.targets) if values.issuperset(target)]

    def still_lacking(self, rows: Sequence[Row]) -> list[int]:
        """Return how many more rows have to show each target, beside these."""
        left = list(self.lacking)
        for row in rows:
            for place in self.shown_by(row):
                left[place] -= left[place] > 0
        return left

    def worth(self, rows: Sequence[Row]) -> float:
        """Return how much these rows show, by weight."""
        left = self.still_lacking(rows)
        known = zip(self.weights, self.lacking, left, strict=True)
        return sum(weight * (n - still) for weight, n, still in known)

    def more_rows(self, rows: Rows, most: int, seed: int) -> Rows:
        """Return these rows with more for what they lack, at most so many together."""
        builder = RowBuilder(self.problem, seed, self.weights, self.still_lacking(rows))
        while builder.is_lacking and len(rows) < most:
            rows = (*rows, builder.next_row())
        return rows

    def filled_up(self, rows: Rows) -> Rows:
        """Return these rows with single values in their blanks that they still lack."""
        cells = [list(row) for row in rows]
        for target, lacking in zip(self.problem.targets, self.still_lacking(rows), strict=True):
            if len(target) == 1:
                place = self.problem.facet_of[target[0]]
                able = [row for row in cells if row[place] is None and self._fits(target[0], row)]
                for row in able[:lacking]:
                    row[place] = target[0]
        return tuple(tuple(row) for row in cells)

    def without_surplus(self, rows: Rows) -> Rows:
        """Return these rows without any value they show as much without, and without empty rows."""
        showing = [self.shown_by(row) for row in rows]
        counts = Counter(place for shown in showing for place in shown)
        known = zip(rows, showing, strict=True)
        bare = [self._without_surplus(row, set(shown), counts) for row, shown in known]
        return tuple(row for row in bare if any(value is not None for value in row))

    def _without_surplus(self, row: Row, shown: set[int], counts: Counter[int]) -> Row:
        cells = list(row)
        for place, value in enumerate(row):
            lost = {n for n in shown if value in self.problem.targets[n]}
            if all(counts[n] > self.lacking[n] for n in lost):
                counts.subtract(lost)
                shown -= lost
                cells[place] = None
        return tuple(cells)

    def most_first(self, rows: Rows) -> Rows:
        """Return these rows in an order in which each shows most beside those before it."""
        showing = {row: self.shown_by(row) for row in rows}
        left, lacking, ordered = list(rows), list(self.lacking), list[Row]()

        def gain(row: Row) -> float:
            return sum(self.weights[n] for n in showing[row] if lacking[n])

        while left:
            best = max(left, key=gain)
            left.remove(best)
            ordered.append(best)
            for place in showing[best]:
                lacking[place] -= lacking[place] > 0
        return tuple(ordered)

    def _fits(self, value: int, row: Sequence[int | None]) -> bool:
        held = {value, *row}
        return not any(held.issuperset(bar) for bar in self.problem.forbidden)


def most_shown(wanted: Wanted, most: int, seed: int, budget: Budget) -> Rows:
    """Return at most so many rows that show as much as the budget finds."""
    budget.check()
    chance = random.Random(seed)
    best = wanted.more_rows((), most, seed)
    worth, everything = wanted.worth(best), _total(wanted)
    idle = 0
    while worth < everything - _ALIKE and idle < _MOST_IDLE and not budget.over:
        budget.spend(_STEPS_A_TARGET * len(wanted.lacking) + _STEPS_A_ROW * len(best))
        taken_out = chance.sample(
            range(len(best)), min(len(best), chance.randint(1, _MOST_TAKEN_OUT))
        )
        kept = tuple(row for place, row in enumerate(best) if place not in taken_out)
        tried = wanted.more_rows(kept, most, chance.randrange(1 << 30))
        reached = wanted.worth(tried)
        idle = 0 if reached > worth + _ALIKE else idle + 1
        if reached >= worth - _ALIKE:
            best, worth = tried, reached
    return best


def _total(wanted: Wanted) -> float:
    return sum(weight * n for weight, n in zip(wanted.weights, wanted.lacking, strict=True))
