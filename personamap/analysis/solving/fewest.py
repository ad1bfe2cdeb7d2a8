"""The fewest and smallest changes that make wishes come true, by a SAT solver.

Kinds of change are weighed one after another: as many findings closed as
can be, then the fewest new people, then the fewest functions, then the
fewest blanks filled. A person is more work than any number of answers, so
no sum of smaller changes is ever traded for a larger one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from personamap.analysis.solving.effort import Budget
from personamap.analysis.solving.puzzle import (
    Puzzle,
    Solution,
    Wish,
    at_least_new,
    seated_apart,
)
from personamap.analysis.solving.puzzle_clauses import Clauses
from personamap.analysis.solving.sat import Question

_PEOPLE_SHARE, _STEP_SHARE = 0.8, 0.5
_STRIDE = 6


class _Found(Struct, frozen=True):
    """An answer of the solver with so many newcomers, and the variables that hold in it."""

    held: frozenset[int]
    newcomers: int
    at_least: int
    least_closed: int
    proven: bool


def fewest(puzzle: Puzzle, most_new: int, budget: Budget, seed: int) -> Solution | None:
    """Return the smallest changes the budget finds, or nothing if it was too small for any."""
    within = [puzzle.reachable(wishes, most_new) for wishes in puzzle.wishes]
    reachable = tuple(w for w, can in zip(puzzle.wishes, within, strict=True) if can)
    search = _Search(replace(puzzle, wishes=reachable), most_new, budget, seed)
    solution = search.solve()
    if solution is None:
        return None
    held = iter(solution.closed)
    return replace(solution, closed=tuple(can and next(held) for can in within))


class _Search:
    """One search over one puzzle, whose wishes are each within reach alone."""

    def __init__(self, puzzle: Puzzle, most_new: int, budget: Budget, seed: int) -> None:
        self._puzzle, self._most_new, self._budget, self._seed = puzzle, most_new, budget, seed
        self._groups = len(puzzle.wishes)

    def solve(self) -> Solution | None:
        """Find how many people, then with which changes."""
        found = self._all_closed() or self._most_closed()
        return self._refined(found) if found else None

    def _all_closed(self) -> _Found | None:
        """Go up from the fewest newcomers that could do, in strides where a proof takes long."""
        apart = seated_apart(self._puzzle, [w for group in self._puzzle.wishes for w in group])
        at_least = newcomers = at_least_new(self._puzzle, apart)
        ahead = () if self._someone_present_can(apart) else apart
        part = self._budget.part(_PEOPLE_SHARE)
        proven = True
        while newcomers <= self._most_new and not part.over:
            held = self._ask(newcomers, self._groups, part.part(_STEP_SHARE), ahead)
            if held:
                return _Found(held, newcomers, at_least, self._groups, proven)
            if held is None:
                proven = False
                newcomers += max(1, newcomers // _STRIDE)
            else:
                newcomers += 1
                at_least = newcomers if proven else at_least
        return None

    def _most_closed(self) -> _Found | None:
        """Close as many as so many newcomers can, and then take fewer newcomers."""
        found = self._most_within(self._most_new)
        while found and found.newcomers:
            fewer = found.newcomers - 1
            held = self._ask(fewer, found.least_closed, self._budget.part(_STEP_SHARE))
            if held is None:
                return replace(found, proven=False)
            if not held:
                return replace(found, at_least=found.newcomers)
            found = replace(found, held=held, newcomers=fewer)
        return found

    def _most_within(self, newcomers: int) -> _Found | None:
        """Close one more as long as that is possible; what an answer closes besides is taken."""
        found: _Found | None = None
        while found is None or found.least_closed < self._groups:
            more = found.least_closed + 1 if found else 0
            held = self._ask(newcomers, more, self._budget.part(_STEP_SHARE))
            if not held:
                return found and replace(found, proven=held is not None)
            closed = sum(self._clauses(newcomers, 0).closed(held))
            found = _Found(held, newcomers, 0, closed, True)
        return found

    def _someone_present_can(self, apart: Sequence[Wish]) -> bool:
        return any(
            seat.can_meet(wish) and not seat.meets(wish)
            for seat in self._puzzle.present
            for wish in apart
        )

    def _ask(
        self, newcomers: int, closed: int, budget: Budget, ahead: Sequence[Wish] = ()
    ) -> frozenset[int] | None:
        clauses = self._clauses(newcomers, closed, ahead)
        question = Question(clauses.all, steered=closed < self._groups)
        if closed < self._groups:
            # Whoever takes all they can closes more than is asked for, and saves questions.
            question.prefer(number for taken in clauses.takes for number in taken.values())
        try:
            return question.ask(budget)
        finally:
            question.close()

    def _clauses(self, newcomers: int, closed: int, ahead: Sequence[Wish] = ()) -> Clauses:
        clauses = Clauses(self._puzzle, newcomers, ahead)
        clauses.at_most([-wanted for wanted in clauses.wanted], self._groups - closed)
        return clauses

    def _refined(self, found: _Found) -> Solution | None:
        """Make the changes fewer, functions before fills, and take nothing that is not needed."""
        clauses = self._clauses(found.newcomers, found.least_closed)
        question = Question(clauses.all, steered=True)
        try:
            question.prefer(self._drawn(clauses))
            held = question.ask(self._budget.part(_STEP_SHARE)) or found.held
            proven = found.proven
            for doing in (True, False):
                held, least = question.lessen(clauses.changes(doing), held, self._budget)
                proven = proven and least
        finally:
            question.close()
        return self._told(clauses, held, replace(found, proven=proven))

    def _drawn(self, clauses: Clauses) -> list[int]:
        """Return a side for every variable, drawn by the seed: another seed, another answer."""
        chance = random.Random(self._seed)
        numbers = [number for taken in clauses.takes for number in taken.values()]
        return [number if chance.random() < 0.5 else -number for number in numbers]

    def _told(self, clauses: Clauses, held: frozenset[int], found: _Found) -> Solution:
        closed = clauses.closed(held)
        wishes = [
            wish
            for group, holds in zip(self._puzzle.wishes, closed, strict=True)
            if holds
            for wish in group
        ]
        taken = _without_surplus(clauses, clauses.read(held), wishes)
        first_new = len(self._puzzle.present)
        newcomers = tuple(atoms for atoms in taken[first_new:] if atoms)
        return Solution(tuple(taken[:first_new]), newcomers, closed, found.at_least, found.proven)


def _without_surplus(
    clauses: Clauses, taken: list[frozenset[int]], wishes: Sequence[Wish]
) -> list[frozenset[int]]:
    """Return what is taken without anything the wishes hold without."""
    seats = clauses.seats

    def holds(wish: Wish) -> bool:
        met = sum(seat.meets(wish, atoms) for seat, atoms in zip(seats, taken, strict=True))
        return met >= wish.count

    for place, atoms in enumerate(taken):
        for atom in sorted(atoms):
            before = taken[place]
            taken[place] = before - {atom}
            touched = (w for w in wishes if any(atom in c for c in w.conditions))
            if not all(holds(wish) for wish in touched):
                taken[place] = before
    return taken
