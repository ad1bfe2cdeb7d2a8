"""Whether so many rows are enough, decided by a SAT solver.

The model: a variable for each row and value, at most one value of a facet
in a row, a variable for each row and target that only holds where the row
has all its values, and each target in some row. Targets of which no two
fit into one row stand in a row of their own from the start, which takes
away most of the ways in which the same rows can be ordered.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from personamap.analysis.solving.covering import Covering, Rows, Targets
from personamap.analysis.solving.effort import Budget
from personamap.analysis.solving.sat import STEPS_A_CLAUSE, Question


def stating(problem: Covering, count: int) -> int:
    """Return what stating the question takes, in steps of a budget."""
    return STEPS_A_CLAUSE * count * sum(1 + len(target) for target in problem.targets)


class RowsProof:
    """Asks for so many rows that show all targets."""

    def __init__(self, problem: Covering, seats: Targets) -> None:
        self._facets, self._targets = problem.facets, problem.targets
        self._forbidden = problem.forbidden
        self._seats = seats
        self._values = sum(problem.sizes)

    def rows(self, count: int, budget: Budget) -> Rows | None:
        """Return that many rows, no rows if that is impossible, `None` if the budget ran out."""
        question = Question(self._clauses(count))
        try:
            held = question.ask(budget)
        finally:
            question.close()
        if not held:
            return held if held is None else ()
        return tuple(
            tuple(
                next((v for v in values if self._cell(row, v) in held), None)
                for values in self._facets
            )
            for row in range(count)
        )

    def _cell(self, row: int, value: int) -> int:
        return row * self._values + value + 1

    def _clauses(self, count: int) -> Iterator[list[int]]:
        for row in range(count):
            yield from self._row_rules(row)
        for row, target in enumerate(self._seats[:count]):
            yield from ([self._cell(row, value)] for value in target)
        shown = count * self._values
        seated = set(self._seats[:count])
        for target in self._targets:
            if target in seated:
                continue
            rows = [row for row in range(count) if self._fits(row, target)]
            for number, row in enumerate(rows, shown + 1):
                yield from ([-number, self._cell(row, value)] for value in target)
            yield list(range(shown + 1, shown + 1 + len(rows)))
            shown += len(rows)

    def _row_rules(self, row: int) -> Iterator[list[int]]:
        for values in self._facets:
            for one, other in combinations(values, 2):
                yield [-self._cell(row, one), -self._cell(row, other)]
        for bar in self._forbidden:
            yield [-self._cell(row, value) for value in bar]

    def _fits(self, row: int, target: tuple[int, ...]) -> bool:
        """Tell whether a row, seated as it is, can show a target."""
        if row >= len(self._seats):
            return True
        seat = self._seats[row]
        return not any(
            value != seated and value in values
            for values in self._facets
            for seated in seat
            if seated in values
            for value in target
        )
