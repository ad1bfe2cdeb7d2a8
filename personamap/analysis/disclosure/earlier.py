"""Counts that cannot be subtracted from those of an earlier import.

Whoever has both could take one count from the other and find the few who
came or left in between. So a count that changed by fewer than k people
stays as it was told before. Where the others would still give such a
difference away, because all of them add up to everybody, all counts of
that facet or crossing stay; and if even those no longer fit the number of
people, none is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from personamap.domain.audience import Audience, AudienceGroup
from personamap.domain.facet import ValueRef

Key = tuple[ValueRef, ...]
Counts = dict[Key, int]
Facets = tuple[str, ...]


def held_to_earlier(new: Audience, earlier: Audience) -> Audience:
    """Return `new` as coarse as it has to be beside `earlier`, both with the same smallest count.

    An audience counted by other facets has nothing to be subtracted from
    there; what is not in both is as it is in the new one.
    """
    smallest = new.smallest_group
    people = _steady(new.people, earlier.people, smallest)
    old = tables_of(earlier.groups)
    kept: dict[Facets, Counts] = {}
    for facets, counts in sorted(tables_of(new.groups).items(), key=lambda entry: len(entry[0])):
        totals = (_totals(kept, people), _totals(old, earlier.people))
        inside = {key: n for key, n in counts.items() if all(p in totals[0] for p in _parts(key))}
        kept[facets] = _held(inside, old[facets], totals, smallest) if facets in old else inside
    groups = tuple(
        AudienceGroup(values=key, people=count)
        for counts in kept.values()
        for key, count in counts.items()
    )
    return new.evolve(groups=groups, people=people, hidden=_hidden(kept, people))


def tables_of(groups: Iterable[AudienceGroup]) -> dict[Facets, Counts]:
    """Return the counts of an audience by the facets they cross."""
    tables: dict[Facets, Counts] = defaultdict(dict)
    for group in groups:
        tables[tuple(dict.fromkeys(ref.facet for ref in group.values))][group.values] = group.people
    return dict(tables)


def _steady(new: int, old: int, smallest: int) -> int:
    return old if abs(new - old) < smallest else new


def _totals(kept: Mapping[Facets, Counts], people: int) -> Counts:
    """Return what counts add up to: everybody (an empty key), and the people of single values."""
    singles = (counts for facets, counts in kept.items() if len(facets) == 1)
    return {(): people} | {key: n for counts in singles for key, n in counts.items()}


def _held(new: Counts, old: Counts, totals: tuple[Counts, Counts], smallest: int) -> Counts:
    """Return the counts of one table held to the earlier ones, or none where nothing is safe."""
    blended = {key: _steady(n, old[key], smallest) if key in old else n for key, n in new.items()}
    again = {key: n for key, n in old.items() if all(part in totals[0] for part in _parts(key))}
    for counts in (blended, again):
        if _are_apart(counts, old, totals, smallest):
            return counts
    return {}


def _are_apart(new: Counts, old: Counts, totals: tuple[Counts, Counts], smallest: int) -> bool:
    """Tell whether what no count shows, and how that changed, is nobody or `smallest` or more."""
    now, before = totals
    for part, total in now.items():
        inside = {key: n for key, n in new.items() if part == () or part in _parts(key)}
        rest = total - sum(inside.values())
        told = [rest] if inside else []
        if inside and part in before:
            both = inside.keys() & old.keys()
            told.append(total - before[part] - sum(inside[key] - old[key] for key in both))
        if rest < 0 or any(0 < abs(n) < smallest for n in told):
            return False
    return True


def _parts(key: Key) -> tuple[Key, ...]:
    """Return the single values a crossing joins; a single value is part of everybody alone."""
    facets = dict.fromkeys(ref.facet for ref in key)
    if len(facets) == 1:
        return ((),)
    return tuple(tuple(ref for ref in key if ref.facet == facet) for facet in facets)


def _hidden(kept: Mapping[Facets, Counts], people: int) -> int:
    singles = [counts for facets, counts in kept.items() if len(facets) == 1]
    return max((people - sum(counts.values()) for counts in singles), default=0)
