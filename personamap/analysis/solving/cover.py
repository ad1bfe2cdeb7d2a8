"""The fewest rows in which every wanted combination of values occurs."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from personamap.analysis.solving.arrays import build_rows
from personamap.analysis.solving.bound import apart
from personamap.analysis.solving.covering import Covering, Rows, Targets
from personamap.analysis.solving.effort import Budget, Effort, Stop, never
from personamap.analysis.solving.greedy import fill_rows
from personamap.analysis.solving.rows_proof import RowsProof, stating
from personamap.analysis.solving.shrinking import shrink

_SHARES, _SHRINKING_SHARE, _STATING_SHARE = (0.4, 1.0), 0.5, 0.25


class Covered(Struct, frozen=True):
    """Rows that show every target, and what is known about fewer.

    A row names one value of each facet or `None`. No set of rows smaller
    than `at_least` shows everything.
    """

    rows: Rows
    at_least: int

    @property
    def found(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def proven(self) -> bool:
        """Whether no smaller set can exist."""
        return self.found == self.at_least


def cover(problem: Covering, effort: Effort, stop: Stop = never) -> Covered:
    """Return the fewest rows the effort finds, proven least where the proof ends.

    Rows built from a field or one after another come first, so that there
    is always an answer. The proof then goes up from the number of targets
    of which no two fit into one row; when it takes too long, the first
    rows are made fewer instead.
    """
    asked = replace(problem, targets=tuple(problem.possible()))
    if not asked.targets:
        return Covered((), 0)
    budget = Budget(effort.seconds, stop)
    seats = apart(asked)
    rows = _first_rows(asked, effort.seed, budget)
    if len(rows) > len(seats) and stating(asked, len(rows)) > budget.left * _STATING_SHARE:
        return Covered(shrink(asked, rows, len(seats), effort.seed, budget), len(seats))
    return _prove(asked, rows, seats, effort.seed, budget)


def _first_rows(asked: Covering, seed: int, budget: Budget) -> Rows:
    """Return rows that are there at once; those of a field are hard to beat where they fit."""
    budget.check()
    built = build_rows(asked, seed)
    if built and not any(None in row for row in built):
        return built
    filled = fill_rows(asked, seed, budget)
    return min((filled, built), key=len) if built else filled


def _prove(asked: Covering, rows: Rows, seats: Targets, seed: int, budget: Budget) -> Covered:
    """Go up from what there must be at least, make the rows fewer, and go up once more."""
    proof = RowsProof(asked, seats)
    at_least = len(seats)
    for share in _SHARES:
        part = budget.part(share)
        while at_least < len(rows) and not part.over:
            answer = proof.rows(at_least, part)
            if answer is None:
                break
            if answer:
                return Covered(answer, at_least)
            at_least += 1
        rows = shrink(asked, rows, at_least, seed, budget.part(_SHRINKING_SHARE))
    return Covered(rows, at_least)
