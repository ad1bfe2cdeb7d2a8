"""From what every group of people says to the counts that may be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.disclosure.crossing import safe_pairs
from personamap.analysis.disclosure.rings import FacetPair, closes_ring
from personamap.analysis.disclosure.singles import Category, safe_counts
from personamap.domain.audience import AudienceGroup
from personamap.domain.facet import ValueRef

SMALLEST = 10
"""No count of fewer people is kept unless a team wants it stricter (11 is the rule of US Medicare
data, 10 that of many health departments)."""

LEAST_SMALLEST = 5
"""Below this no team may go."""

FEWEST_TO_CROSS = 3_000
"""An audience of fewer people is counted by single facets only: crossings are where people are
found."""

Profile = tuple[Category, ...]
"""What a person says on each of some facets, in their order."""


class Kept(Struct, frozen=True):
    """The counts that may be kept, how many people there are, and how many no count shows."""

    groups: tuple[AudienceGroup, ...]
    people: int
    hidden: int
    crossed: tuple[FacetPair, ...]


class Wanted(Struct, frozen=True):
    """What is to be counted: facets in the order of the profiles, crossings, the smallest count."""

    facets: tuple[str, ...]
    pairs: tuple[FacetPair, ...] = ()
    smallest: int = SMALLEST


def keep(profiles: Mapping[Profile, int], wanted: Wanted) -> Kept:
    """Return the counts that may be kept of people given as profiles and how many share each."""
    assert closes_ring(wanted.pairs) is None, "crossings form a ring"
    people = sum(profiles.values())
    singles = {
        facet: safe_counts(_single(profiles, place), wanted.smallest)
        for place, facet in enumerate(wanted.facets)
    }
    groups = [
        _group([facet], [category], count)
        for facet, kept in singles.items()
        for category, count in kept.items()
    ]
    crossed = wanted.pairs if people >= FEWEST_TO_CROSS else ()
    for pair in crossed:
        groups += _crossed(profiles, wanted, pair, singles)
    hidden = max((people - sum(kept.values()) for kept in singles.values()), default=0)
    return Kept(tuple(groups), people, hidden, crossed)


def keep_totals(people: int, totals: Mapping[str, Mapping[str, int]], smallest: int) -> Kept:
    """Return the counts that may be kept of published numbers: people a value, facet by facet.

    Whoever is in none of the numbers of a facet has no known answer there;
    where numbers add up to more than `people`, there are as many as they say.
    """
    people = max([people, *(sum(counts.values()) for counts in totals.values())])
    groups: list[AudienceGroup] = []
    hidden = 0
    for facet, counts in totals.items():
        told: dict[Category, int] = {(value,): count for value, count in counts.items()}
        kept = safe_counts({**told, (): people - sum(counts.values())}, smallest)
        hidden = max(hidden, people - sum(kept.values()))
        groups += [_group([facet], [category], count) for category, count in kept.items()]
    return Kept(tuple(groups), people, hidden, ())


def _single(profiles: Mapping[Profile, int], place: int) -> Counter[Category]:
    counts: Counter[Category] = Counter()
    for profile, people in profiles.items():
        counts[profile[place]] += people
    return counts


def _crossed(
    profiles: Mapping[Profile, int],
    wanted: Wanted,
    pair: FacetPair,
    singles: Mapping[str, Mapping[Category, int]],
) -> Iterable[AudienceGroup]:
    first, second = (wanted.facets.index(facet) for facet in pair)
    counts: Counter[tuple[Category, Category]] = Counter()
    for profile, people in profiles.items():
        counts[profile[first], profile[second]] += people
    kept = safe_pairs(counts, singles[pair[0]], singles[pair[1]], wanted.smallest)
    return (_group(pair, cell, count) for cell, count in kept.items())


def _group(facets: Sequence[str], categories: Sequence[Category], people: int) -> AudienceGroup:
    values = tuple(
        ValueRef(facet=facet, value=value)
        for facet, category in zip(facets, categories, strict=True)
        for value in category
    )
    return AudienceGroup(values=values, people=people)
