"""The people of a cast and what they answer, as a universe to search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.bits import mask_of
from personamap.analysis.facet_counts import FacetCount, roots_of
from personamap.analysis.index import ProjectIndex
from personamap.analysis.patterns.universe import Condition, Joined, Universe, make_universe
from personamap.domain.audience import Implausible
from personamap.domain.facet import ValueRef


class CastUniverse(Struct, frozen=True):
    """A universe and what its conditions are: groups of facets, and details of them."""

    values: tuple[ValueRef, ...]
    universe: Universe


def cast_universe(
    index: ProjectIndex,
    facets: Sequence[FacetCount],
    joined: Joined = None,
    starred_details: bool = False,
) -> CastUniverse:
    """Return what the cast says on some facets, by group.

    Details are left to their groups, as counts on a cast of a few people
    would otherwise fall apart into ones; a starred detail stands for itself
    too where `starred_details` are wanted.
    """
    places = {persona.id: place for place, persona in enumerate(index.cast)}
    values: list[ValueRef] = []
    conditions: list[Condition] = []
    for number, count in enumerate(facets):
        details = _starred_details(count) if starred_details else {}
        for group, people in count.masks.items():
            above = len(conditions)
            values.append(ValueRef(facet=count.facet.id, value=group))
            conditions.append(Condition(number, people))
            for detail in details.get(group, ()):
                stated = mask_of(count.stated[detail], places)
                values.append(ValueRef(facet=count.facet.id, value=detail))
                conditions.append(Condition(number, stated, above))
    implausible = tuple(_known(values, index.project.aim.implausible))
    universe = make_universe(len(index.cast), conditions, implausible, joined)
    return CastUniverse(tuple(values), universe)


def _starred_details(count: FacetCount) -> Mapping[str, Sequence[str]]:
    roots = roots_of(count.facet)
    details: dict[str, list[str]] = {}
    for value in count.facet.values:
        if value.starred and roots[value.id] != value.id:
            details.setdefault(roots[value.id], []).append(value.id)
    return details


def _known(
    values: Sequence[ValueRef], implausible: Sequence[Implausible]
) -> Iterator[frozenset[int]]:
    """Yield the implausible combinations that a pattern of these values can say at all."""
    numbers = {(ref.facet, ref.value): number for number, ref in enumerate(values)}
    for each in implausible:
        wanted = {(ref.facet, ref.value) for ref in each.values}
        if wanted <= numbers.keys():
            yield frozenset(numbers[ref] for ref in wanted)
