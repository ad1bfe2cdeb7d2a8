"""How many of the people who will take the course have several values at once.

It is read from crossings that were counted with the audience and never
worked out from the counts of single values: that somebody is in two
groups does not follow from the size of each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import product

from personamap.analysis.facet_counts import roots_of
from personamap.domain.audience import Audience
from personamap.domain.facet import Facet, ValueRef

_Value = tuple[str, str]


class AudienceCombinations:
    """The crossings of one audience, with details rolled up into their groups too."""

    def __init__(self, audience: Audience, facets: Sequence[Facet]) -> None:
        self._roots = {facet.id: roots_of(facet) for facet in facets}
        self._crossings: dict[frozenset[str], list[tuple[frozenset[_Value], int]]]
        self._crossings = defaultdict(list)
        self._tables: dict[frozenset[str], list[Mapping[frozenset[_Value], int]]] = {}
        for group in audience.groups:
            crossed = frozenset(ref.facet for ref in group.values)
            self._crossings[crossed].append((self._said(group.values), group.people))

    def people(self, values: Collection[ValueRef]) -> int | None:
        """Return how many have all of `values`, or nothing if no crossing tells.

        Where several crossings tell, the largest answer holds: each leaves
        out people whose group was too small to be kept.
        """
        wanted = frozenset((ref.facet, ref.value) for ref in values)
        tables = self._tables_of(frozenset(facet for facet, _value in wanted))
        return max((table.get(wanted, 0) for table in tables), default=None)

    def _said(self, values: Collection[ValueRef]) -> frozenset[_Value]:
        said = {(ref.facet, ref.value) for ref in values}
        roots = {(f, self._roots[f].get(v, v)) for f, v in said if f in self._roots}
        return frozenset(said | roots)

    def _tables_of(self, facets: frozenset[str]) -> list[Mapping[frozenset[_Value], int]]:
        if facets not in self._tables:
            crossings = (groups for crossed, groups in self._crossings.items() if facets <= crossed)
            self._tables[facets] = [_table(groups, facets) for groups in crossings]
        return self._tables[facets]


def _table(
    groups: Sequence[tuple[frozenset[_Value], int]], facets: frozenset[str]
) -> Mapping[frozenset[_Value], int]:
    """Add up the groups of a crossing by what they say on some of its facets."""
    table: Counter[frozenset[_Value]] = Counter()
    for said, people in groups:
        for combination in _choices([value for value in said if value[0] in facets]):
            table[combination] += people
    return table


def _choices(values: Sequence[_Value]) -> set[frozenset[_Value]]:
    """Return every way to take one value of each facet: a detail or its group."""
    by_facet: dict[str, list[_Value]] = defaultdict(list)
    for value in values:
        by_facet[value[0]].append(value)
    return {frozenset(choice) for choice in product(*by_facet.values())}
