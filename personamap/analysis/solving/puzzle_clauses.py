"""A puzzle as clauses for a SAT solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, product

from personamap.analysis.solving.puzzle import Condition, Puzzle, Seat, Wish, too_many
from personamap.analysis.solving.sat import Clause


class Clauses:
    """Numbers what can be taken and met on every seat, present ones first, and states the rules.

    `wanted` holds one variable for each group of wishes: where it holds,
    they all do. `ahead` are wishes that the newcomers meet in this order.
    """

    def __init__(self, puzzle: Puzzle, newcomers: int, ahead: Sequence[Wish] = ()) -> None:
        self._puzzle = puzzle
        self._numbers = count(1)
        self.seats: tuple[Seat, ...] = (*puzzle.present, *(puzzle.newcomer,) * newcomers)
        self.takes: list[dict[int, int]] = [
            {atom: next(self._numbers) for atom in sorted(seat.may)} for seat in self.seats
        ]
        self.wanted = [next(self._numbers) for _group in puzzle.wishes]
        self.always = next(self._numbers)
        self.all: list[Clause] = [[self.always]]
        self._state_rules()
        for wanted, wishes in zip(self.wanted, puzzle.wishes, strict=True):
            for wish in wishes:
                self._state_wish(wanted, wish)
        first_new = len(puzzle.present)
        for place, wish in enumerate(ahead[:newcomers], first_new):
            self.all += self._met_by(place, wish)

    def changes(self, doing: bool) -> list[int]:
        """Return the variables of all functions taken, or of all values present people take."""
        known = self._puzzle.doing
        places = self.takes if doing else self.takes[: len(self._puzzle.present)]
        return [
            number for taken in places for atom, number in taken.items() if (atom in known) == doing
        ]

    def read(self, held: frozenset[int]) -> list[frozenset[int]]:
        """Return what each seat takes where these variables hold."""
        return [
            frozenset(atom for atom, number in taken.items() if number in held)
            for taken in self.takes
        ]

    def closed(self, held: frozenset[int]) -> tuple[bool, ...]:
        """Return for each group of wishes whether all of them hold."""
        taken = self.read(held)
        return tuple(
            all(
                sum(seat.meets(wish, atoms) for seat, atoms in zip(self.seats, taken, strict=True))
                >= wish.count
                for wish in wishes
            )
            for wishes in self._puzzle.wishes
        )

    def at_most(self, literals: Sequence[int], most: int) -> None:
        """Let at most so many of the literals hold."""
        from pysat.card import CardEnc, EncType

        if most >= len(literals):
            return
        top = next(self._numbers)
        encoded = CardEnc.atmost(
            list(literals), bound=most, top_id=top, encoding=EncType.seqcounter
        )
        self._numbers = count(max(top, encoded.nv) + 1)
        self.all += encoded.clauses

    def _state_rules(self) -> None:
        for place in range(len(self.seats)):
            taken = self.takes[place]
            for choice in self._puzzle.choices:
                for atoms in too_many(choice):
                    if all(atom in taken for atom in atoms):
                        self.all.append([-taken[atom] for atom in atoms])
            for barred in self._puzzle.barred:
                self.all += self._kept_apart(place, barred)

    def _kept_apart(self, place: int, barred: Sequence[Condition]) -> Iterator[Clause]:
        """Yield what keeps a seat from meeting all conditions; nothing if it does already."""
        taken, has = self.takes[place], self.seats[place].has
        still = [condition for condition in barred if not condition & has]
        if still:
            for atoms in product(*(sorted(c & taken.keys()) for c in still)):
                yield [-taken[atom] for atom in atoms]

    def _met_by(self, place: int, wish: Wish) -> Iterator[list[int]]:
        """Yield what a seat has to take for a wish."""
        taken, has = self.takes[place], self.seats[place].has
        for condition in wish.conditions:
            if not condition & has:
                yield [taken[atom] for atom in sorted(condition) if atom in taken]

    def _state_wish(self, wanted: int, wish: Wish) -> None:
        lacking = self._puzzle.lacking(wish)
        if not lacking:
            return
        able: list[int] = []
        for place, seat in enumerate(self.seats):
            if seat.meets(wish) or not seat.can_meet(wish):
                continue
            met = next(self._numbers)
            able.append(met)
            self.all += ([-met, *options] for options in self._met_by(place, wish))
        if lacking == 1:
            self.all.append([-wanted, *able])
            return
        excused = [next(self._numbers) for _seat in range(lacking)]
        self.all += ([-wanted, -excuse] for excuse in excused)
        self.at_most([-literal for literal in (*able, *excused)], len(able))
