"""The fewest changes as a puzzle of seats, things to take, and wishes.

Everybody present and everybody who may come has a seat. On a seat one
takes atoms: values of facets and narrative functions, as plain numbers. A
wish holds when enough seats meet all of its conditions, each of which is
met by any one of its atoms; that is how a detail stands for its group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

Condition = frozenset[int]
_MOST_STARTS = 6


class Seat(Struct, frozen=True):
    """What somebody has already, and what they may still take."""

    has: frozenset[int] = frozenset()
    may: frozenset[int] = frozenset()

    def can_meet(self, wish: Wish) -> bool:
        """Tell whether nothing stands between this seat and a wish."""
        return all(condition & (self.has | self.may) for condition in wish.conditions)

    def meets(self, wish: Wish, taken: frozenset[int] = frozenset()) -> bool:
        """Tell whether the wish holds here, with what was taken."""
        return all(condition & (self.has | taken) for condition in wish.conditions)


class Wish(Struct, frozen=True):
    """What at least so many seats should meet."""

    conditions: tuple[Condition, ...]
    count: int = 1


class Choice(Struct, frozen=True):
    """Atoms of which one seat takes at most so many: the values of one facet."""

    atoms: frozenset[int]
    most: int = 1


class Puzzle(Struct, frozen=True):
    """All seats, rules and wishes; wishes that belong together close one finding.

    `barred` are conditions nobody may meet all of. `doing` are the atoms
    that are functions, which count as the larger kind of change.
    """

    present: tuple[Seat, ...]
    newcomer: Seat
    choices: tuple[Choice, ...]
    barred: tuple[tuple[Condition, ...], ...]
    wishes: tuple[tuple[Wish, ...], ...]
    doing: frozenset[int] = frozenset()

    def lacking(self, wish: Wish) -> int:
        """Return how many more seats have to meet a wish."""
        return max(0, wish.count - sum(seat.meets(wish) for seat in self.present))

    def reachable(self, wishes: Sequence[Wish], most_new: int) -> bool:
        """Tell whether enough seats could meet each of these wishes, taken alone."""
        return all(
            sum(seat.can_meet(wish) for seat in self.present)
            + most_new * self.newcomer.can_meet(wish)
            >= wish.count
            for wish in wishes
        )


class Solution(Struct, frozen=True):
    """What each seat takes, and what is known about fewer people.

    `closed` says for each group of wishes whether it holds. `proven` means
    that no answer closes as many with fewer or smaller changes.
    """

    taken: tuple[frozenset[int], ...]
    newcomers: tuple[frozenset[int], ...]
    closed: tuple[bool, ...]
    at_least: int
    proven: bool


def seated_apart(puzzle: Puzzle, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    """Return wishes that need a newcomer each; a wish stands as often as it lacks people.

    No two of them fit on one seat, so that there are at least as many
    newcomers as there are wishes beyond those present people can meet.
    """
    lacking = [wish for wish in wishes if puzzle.lacking(wish)]
    sides = {wish: _sides(puzzle, wish) for wish in lacking}
    alike: dict[tuple[int, ...], list[Wish]] = defaultdict(list)
    for wish in lacking:
        alike[tuple(sorted(sides[wish]))].append(wish)
    best: list[Wish] = []
    for group in sorted(alike.values(), key=len, reverse=True)[:_MOST_STARTS]:
        chosen: list[Wish] = []
        for wish in dict.fromkeys((*group, *lacking)):
            if all(_exclude(sides[wish], sides[other]) for other in chosen):
                chosen.append(wish)
        repeated = [wish for wish in chosen for _seat in range(puzzle.lacking(wish))]
        if len(repeated) > len(best):
            best = repeated
    return tuple(best)


def _sides(puzzle: Puzzle, wish: Wish) -> dict[int, Condition]:
    """Return what a wish asks for of each choice of which a seat has one."""
    return {
        place: condition
        for place, choice in enumerate(puzzle.choices)
        if choice.most == 1
        for condition in wish.conditions
        if condition <= choice.atoms
    }


def _exclude(one: dict[int, Condition], other: dict[int, Condition]) -> bool:
    return any(place in other and not (one[place] & other[place]) for place in one)


def at_least_new(puzzle: Puzzle, apart: Sequence[Wish]) -> int:
    """Return how many newcomers wishes that stand apart need, whatever present people take."""
    able = sum(_most_met(puzzle, seat, apart) for seat in puzzle.present)
    return max(0, len(apart) - able)


def _most_met(puzzle: Puzzle, seat: Seat, apart: Sequence[Wish]) -> int:
    """Return how many of these wishes somebody present might come to meet, at the most."""
    within_reach = sum(seat.can_meet(wish) and not seat.meets(wish) for wish in set(apart))
    # Whoever has one side of a choice and takes another has both, as no newcomer can.
    takes_both = any(seat.has & one.atoms and seat.may & one.atoms for one in puzzle.choices)
    return within_reach if takes_both else min(within_reach, 1)


def too_many(choice: Choice) -> list[tuple[int, ...]]:
    """Return the smallest sets of atoms that are one too many for a choice."""
    return list(combinations(sorted(choice.atoms), choice.most + 1))
