"""What the patterns of a cast can be made of."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from personamap.analysis.bits import gathered, transposed

Pattern = tuple[int, ...]
"""Conditions by their numbers, ascending, at most one of each facet."""

Joined = Collection[frozenset[int]] | None
"""The pairs of facets whose values may stand together; nothing means any pair."""


class Condition(Struct, frozen=True):
    """One value of one facet and who meets it, one bit a person.

    `group` is the number of the condition this one is a detail of: whoever
    meets the detail meets the group.
    """

    facet: int
    people: int
    group: int | None = None


class Universe(Struct, frozen=True):
    """All conditions and which of them may stand together, as sets of their numbers.

    `followers` are the conditions that may be added behind each one,
    `profiles` the conditions each person meets, and `closed` holds each
    condition with its group. No pattern that says one of the `implausible`
    sets is part of the universe, nor is any that says more than it.
    """

    size: int
    conditions: tuple[Condition, ...]
    followers: tuple[int, ...]
    profiles: tuple[int, ...]
    closed: tuple[int, ...]
    details: int
    implausible: tuple[int, ...]

    @property
    def everyone(self) -> int:
        """All people, one bit each."""
        return (1 << self.size) - 1

    def excluded(self, pattern: Pattern) -> int:
        """Return the conditions that would make a pattern say something implausible."""
        said = self._said(pattern)
        excluded = 0
        for whole in self.implausible:
            rest = whole & ~said
            if rest.bit_count() == 1:
                excluded |= self._saying(rest)
        return excluded

    def is_plausible(self, pattern: Pattern) -> bool:
        """Tell whether a pattern says nothing implausible."""
        said = self._said(pattern)
        return all(whole & ~said for whole in self.implausible)

    def _said(self, pattern: Pattern) -> int:
        said = 0
        for number in pattern:
            said |= self.closed[number]
        return said

    def _saying(self, condition: int) -> int:
        return gathered(n for n, closed in enumerate(self.closed) if closed & condition)


def make_universe(
    size: int,
    conditions: Sequence[Condition],
    implausible: Sequence[Collection[int]] = (),
    joined: Joined = None,
) -> Universe:
    """Put conditions together; those of one facet stand together, a group before its details."""
    return Universe(
        size=size,
        conditions=tuple(conditions),
        followers=tuple(_followers(conditions, joined)),
        profiles=transposed((condition.people for condition in conditions), size),
        closed=tuple(_closed(number, each) for number, each in enumerate(conditions)),
        details=gathered(n for n, each in enumerate(conditions) if each.group is not None),
        implausible=tuple(_shortest(whole, conditions) for whole in implausible if whole),
    )


def _followers(conditions: Sequence[Condition], joined: Joined) -> list[int]:
    by_facet: dict[int, int] = {}
    for number, condition in enumerate(conditions):
        by_facet[condition.facet] = by_facet.get(condition.facet, 0) | 1 << number
    behind = {
        facet: sum(
            members
            for other, members in by_facet.items()
            if other > facet and (joined is None or frozenset((facet, other)) in joined)
        )
        for facet in by_facet
    }
    return [behind[condition.facet] for condition in conditions]


def _shortest(whole: Collection[int], conditions: Sequence[Condition]) -> int:
    """Leave out the groups whose detail is named too: the detail says both."""
    groups = {conditions[number].group for number in whole}
    return gathered(number for number in whole if number not in groups)


def _closed(number: int, condition: Condition) -> int:
    own = 1 << number
    return own if condition.group is None else own | 1 << condition.group
