"""Taking rows away from a cover, and mending what is lost by small moves.

One row is dropped; then, while something is missing, one cell of one row
is changed so that as little as possible is missing, and a cell just
changed is left alone for a while (tabu search, as in Nurmela, "Upper
bounds for covering arrays by tabu search", Discrete Applied Mathematics
138, 2004). It works on single values and pairs.
"""

from __future__ import annotations

from typing import Any

from personamap.analysis.solving.covering import Covering, Rows, Targets
from personamap.analysis.solving.effort import Budget

_REST, _MORE_REST = 5, 10
_STEPS_A_MOVE, _CELLS_A_STEP = 900, 40
"""What a move takes in steps of a budget, beside looking at each pair of values."""

_BAD = 10**6


def shrink(problem: Covering, rows: Rows, at_least: int, seed: int, budget: Budget) -> Rows:
    """Return as few rows as the budget allows; the rows as they were if none can go."""
    if any(len(target) > 2 for target in (*problem.targets, *problem.forbidden)):
        return rows
    walk = _Walk(problem, seed)
    walk.take(rows)
    best = rows
    while len(best) > at_least and not budget.over:
        walk.drop_one()
        if not walk.mend(budget):
            break
        best = walk.rows()
    return best


class _Walk:
    """Rows as a table of values, and how many rows show each pair.

    A single value counts as a pair with itself, and a blank cell holds
    one value more than there are, which no target asks for.
    """

    def __init__(self, problem: Covering, seed: int) -> None:
        import numpy as np

        self._np: Any = np
        self._random: Any = np.random.default_rng(seed)
        self._of = problem.facet_of
        self._blank = len(self._of)
        size = self._blank + 1
        self._wanted: Any = _marked(np, size, problem.targets)
        self._barred: Any = _marked(np, size, problem.forbidden)
        self._table: Any = None
        self._shown: Any = None
        self._resting: Any = None

    def take(self, rows: Rows) -> None:
        """Begin with these rows."""
        np = self._np
        blank = self._blank
        self._table = np.array([[blank if v is None else v for v in row] for row in rows])
        self._shown = np.zeros((blank + 1, blank + 1), np.int32)
        for row in self._table:
            self._shown[np.ix_(row, row)] += 1

    def rows(self) -> Rows:
        """Return the rows as they stand."""
        blank = self._blank
        return tuple(tuple(None if v == blank else int(v) for v in row) for row in self._table)

    def drop_one(self) -> None:
        """Take away the row that is missed least."""
        np = self._np
        alone = (self._shown == 1) & self._wanted
        losses = [int(alone[np.ix_(row, row)].sum()) for row in self._table]
        place = int(np.argmin(losses))
        row = self._table[place]
        self._shown[np.ix_(row, row)] -= 1
        self._table = np.delete(self._table, place, 0)

    def mend(self, budget: Budget) -> bool:
        """Change cells until nothing is missing; tell whether the budget was enough."""
        np = self._np
        self._resting = np.zeros((len(self._table), self._blank + 1), np.int64)
        step = 0
        while True:
            missing = np.argwhere((self._shown == 0) & self._wanted)
            if not len(missing):
                return True
            if budget.over:
                return False
            budget.spend(_STEPS_A_MOVE + self._wanted.size // _CELLS_A_STEP)
            step += 1
            self._move(missing[self._random.integers(len(missing))], step)

    def _move(self, pair: Any, step: int) -> None:
        """Put a missing pair into the row where that costs least."""
        np = self._np
        one, other = int(pair[0]), int(pair[1])
        places, values = [], []
        for value, beside in ((one, other), (other, one)):
            found = np.flatnonzero((self._table == beside).any(1)) if value != beside else []
            places.append(found)
            values.append(np.full(len(found), value))
        place, value = np.concatenate(places).astype(int), np.concatenate(values).astype(int)
        if not len(place):
            place = np.arange(len(self._table))
            value = np.full(len(place), one)
        costs = self._costs(place, value, step)
        best = int(costs.argmin())
        if costs[best] < _BAD:
            self._put(int(place[best]), int(value[best]), step)

    def _costs(self, place: Any, value: Any, step: int) -> Any:
        """Return how many more pairs are missing after each move."""
        np = self._np
        rows = self._table[place]
        facet = np.array(self._of)[value]
        number = np.arange(len(place))
        old = rows[number, facet]
        after = rows.copy()
        after[number, facet] = value
        lost = ((self._shown[old[:, None], rows] == 1) & self._wanted[old[:, None], rows]).sum(1)
        won = ((self._shown[value[:, None], after] == 0) & self._wanted[value[:, None], after]).sum(
            1
        )
        costs = lost - won + self._random.random(len(place))
        costs[self._barred[value[:, None], after].any(1)] = _BAD
        costs[(self._resting[place, value] > step) & (costs > -1)] += len(self._of)
        return costs

    def _put(self, place: int, value: int, step: int) -> None:
        row = self._table[place]
        facet = self._of[value]
        old = int(row[facet])
        for gone, sign in ((old, -1), (value, 1)):
            row[facet] = gone
            others = self._np.delete(row, facet)
            self._shown[gone, others] += sign
            self._shown[others, gone] += sign
            self._shown[gone, gone] += sign
        self._resting[place, old] = step + _REST + int(self._random.integers(_MORE_REST))


def _marked(np: Any, size: int, combinations: Targets) -> Any:
    marks = np.zeros((size, size), bool)
    for values in combinations:
        marks[values[0], values[-1]] = marks[values[-1], values[0]] = True
    return marks
