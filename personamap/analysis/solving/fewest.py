"""The fewest and smallest changes that make wishes come true, by a SAT solver.

Kinds of change are weighed one after another: as many findings closed as
can be, then the fewest new people, then the fewest functions, then the
fewest blanks filled. A person is more work than any number of answers, so
no sum of smaller changes is ever traded for a larger one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from personamap.analysis.solving.effort import Clock
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


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer of the solver with so many newcomers."""

    newcomers: int
    at_least: int
    least_closed: int
    proven: bool


def fewest(puzzle: Puzzle, most_new: int, clock: Clock, seed: int) -> Solution | None:
    """Return the smallest changes found in time, or nothing if there was no time for any."""
    within = [puzzle.reachable(wishes, most_new) for wishes in puzzle.wishes]
    reachable = tuple(w for w, can in zip(puzzle.wishes, within, strict=True) if can)
    search = _Search(replace(puzzle, wishes=reachable), most_new, clock, seed)
    solution = search.solve()
    if solution is None:
        return None
    held = iter(solution.closed)
    return replace(solution, closed=tuple(can and next(held) for can in within))


class _Search:
    """One search over one puzzle, whose wishes are each within reach alone."""

    def __init__(self, puzzle: Puzzle, most_new: int, clock: Clock, seed: int) -> None:
        self._puzzle, self._most_new, self._clock, self._seed = puzzle, most_new, clock, seed
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
        part = self._clock.part(_PEOPLE_SHARE)
        proven = True
        while newcomers <= self._most_new and not part.over:
            held = self._ask(newcomers, self._groups, part.part(_STEP_SHARE), ahead)
            if held:
                return _Found(newcomers, at_least, self._groups, proven)
            if held is None:
                proven = False
                newcomers += max(1, newcomers // _STRIDE)
            else:
                newcomers += 1
                at_least = newcomers if proven else at_least
        return None

    def _most_closed(self) -> _Found | None:
        """Close as many as so many newcomers can, and then take fewer newcomers."""
        closed, proven = self._most_within(self._most_new)
        if closed is None:
            return None
        newcomers = self._most_new
        while newcomers:
            held = self._ask(newcomers - 1, closed, self._clock.part(_STEP_SHARE))
            if not held:
                return _Found(newcomers, newcomers, closed, proven and held is not None)
            newcomers -= 1
        return _Found(newcomers, newcomers, closed, proven)

    def _most_within(self, newcomers: int) -> tuple[int | None, bool]:
        closed: int | None = None
        while closed is None or closed < self._groups:
            more = 0 if closed is None else closed + 1
            held = self._ask(newcomers, more, self._clock.part(_STEP_SHARE))
            if not held:
                return closed, held is not None
            closed = more
        return closed, True

    def _someone_present_can(self, apart: Sequence[Wish]) -> bool:
        return any(
            seat.can_meet(wish) and not seat.meets(wish)
            for seat in self._puzzle.present
            for wish in apart
        )

    def _ask(
        self, newcomers: int, closed: int, clock: Clock, ahead: Sequence[Wish] = ()
    ) -> frozenset[int] | None:
        clauses = self._clauses(newcomers, closed, ahead)
        question = Question(clauses.all)
        try:
            return question.ask(clock)
        finally:
            question.close()

    def _clauses(self, newcomers: int, closed: int, ahead: Sequence[Wish] = ()) -> Clauses:
        clauses = Clauses(self._puzzle, newcomers, ahead)
        clauses.at_most([-wanted for wanted in clauses.wanted], self._groups - closed)
        return clauses

    def _refined(self, found: _Found) -> Solution | None:
        """Make the changes fewer, functions before fills, and take nothing that is not needed."""
        clauses = self._clauses(found.newcomers, found.least_closed)
        question = Question(clauses.all)
        try:
            question.prefer(self._drawn(clauses))
            held = question.ask(self._clock)
            proven = found.proven
            for doing in (True, False):
                if held:
                    held, least = question.lessen(clauses.changes(doing), held, self._clock)
                    proven = proven and least
        finally:
            question.close()
        if not held:
            return None
        return self._told(clauses, held, replace(found, proven=proven))

    def _drawn(self, clauses: Clauses) -> list[int]:
        """Return a side for every variable, drawn by the seed: another seed, another answer."""
        chance = random.Random(self._seed)
        numbers = [number for taken in clauses.takes for number in taken.values()]
        return [number if chance.random() < 0.5 else -number for number in numbers]

    def _told(self, clauses: Clauses, held: frozenset[int], found: _Found) -> Solution:
        closed = tuple(wanted in held for wanted in clauses.wanted)
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
