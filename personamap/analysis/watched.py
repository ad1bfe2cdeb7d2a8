"""The groups of people whose place in the story is asked about.

Asking about every value of every facet would drown what matters. So the
starred facets and values are watched or, while nothing is starred, all
facets of identity and the organisational level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from personamap.analysis.bits import mask_of
from personamap.analysis.facet_counts import FacetCount
from personamap.domain.facet import Facet, FacetValue, ValueRef

LEVEL = "level"
"""The id of the facet of organisational level in the pack of working life."""


class Group(Struct, frozen=True):
    """Everyone who shares a value, one bit a person; `known` is who answers on its facet."""

    facet: Facet
    value: FacetValue
    people: int
    known: int

    @property
    def others(self) -> int:
        """Who answers on the facet, and has other values only."""
        return self.known & ~self.people

    @property
    def ref(self) -> ValueRef:
        """The value as something to point at."""
        return ValueRef(facet=self.facet.id, value=self.value.id)

    @property
    def node(self) -> str:
        """The id of the value as a node of the persona map."""
        return self.ref.node

    @property
    def reads_as_is(self) -> bool:
        """Whether "who is ..." reads well: it does for ages and other single scales."""
        return self.facet.ordered and self.facet.kind == "identity" and not self.facet.many


def watched_groups(
    counts: Mapping[str, FacetCount], places: Mapping[str, int]
) -> tuple[Group, ...]:
    """Return the groups that are watched and have people, in the order of the facets."""
    any_star = any(count.facet.starred for count in counts.values())
    return tuple(group for count in counts.values() for group in _watched(count, any_star, places))


def by_facet(groups: Iterable[Group]) -> list[tuple[Group, ...]]:
    """Put the groups of each facet together, in the order of the facets."""
    together: dict[str, list[Group]] = {}
    for group in groups:
        together.setdefault(group.facet.id, []).append(group)
    return [tuple(same) for same in together.values()]


def by_people(groups: Iterable[Group]) -> list[tuple[Group, ...]]:
    """Put groups of the very same people together, so that one thing is said once."""
    together: dict[int, list[Group]] = {}
    for group in groups:
        together.setdefault(group.people, []).append(group)
    return [tuple(same) for same in together.values()]


def _watched(count: FacetCount, any_star: bool, places: Mapping[str, int]) -> Iterator[Group]:
    facet = count.facet
    whole = facet.starred if any_star else facet.kind == "identity" or facet.id == LEVEL
    known = 0
    for mask in count.masks.values():
        known |= mask
    for value in facet.values:
        rolled = count.masks.get(value.id)
        if value.starred or (whole and rolled):
            people = mask_of(count.of(value.id), places) if rolled is None else rolled
            if people:
                yield Group(facet, value, people, known)
