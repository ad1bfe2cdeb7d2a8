"""How many pairs of values meet in somebody, and how many could in a cast of this size.

A pair is achieved when one person has both values. Never all of them are
achievable: one person shows one value of each facet at a time, so a cast
can show at most as many pairs of two facets as it has people, and more
only as far as people have several values on one of them. That bound is
taken for each two facets by themselves and added up, so no cast shows
more, and one that shows all of it may not exist.

Where a project joins three facets or more, triples and so on are counted
in the same way. Combinations held to be implausible are neither achieved
nor achievable nor part of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import comb, prod

from msgspec import Struct

from personamap.analysis.aimed import Aimed, AimScope, aimed
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.analysis.patterns.cast import CastUniverse, cast_universe
from personamap.analysis.patterns.search import walk

MOST_COUNTED = 20_000
"""Combinations of more facets are not counted when that would look at more than this."""

_Told = frozenset[tuple[str, str]]
"""An implausible combination, as facets and their values."""


class PairCount(Struct, frozen=True):
    """Achieved of achievable of all pairs, and which facets they were taken from.

    `size` is how many values each joins: two, or more where the project
    wants it and counting so many takes but a moment.
    """

    achieved: int
    achievable: int
    all: int
    scope: AimScope
    size: int = 2


def count_pairs(index: ProjectIndex) -> PairCount:
    """Count the pairs this cast aims for: chosen ones, else starred facets, else all."""
    aim = aimed(index)
    size = _size(len(index.cast), aim)
    universe = cast_universe(index, aim.facets, aim.joined)
    implausible = [_told(universe, mask) for mask in universe.universe.implausible]
    achievable = everything = 0
    for facets in _crossings(aim, size):
        possible = prod(len(facet.people) for facet in facets) - _implausible(facets, implausible)
        everything += possible
        small = possible <= len(index.cast)
        achievable += possible if small else min(possible, _room(len(index.cast), facets))
    return PairCount(_achieved(universe, size), achievable, everything, aim.scope, size)


def _size(people: int, aim: Aimed) -> int:
    """Return how many values to join: what the project wants, if that can be counted."""
    sizes = [len(facet.people) for facet in aim.facets]
    largest = max(2, min(aim.level, len(sizes)))
    affordable = (n for n in range(largest, 2, -1) if _cost(people, sizes, n) <= MOST_COUNTED)
    return next(affordable, 2)


def _cost(people: int, sizes: Sequence[int], size: int) -> int:
    """Return how many crossings and how many shorter combinations a count would look at."""
    shorter = [1] + [0] * (size - 1)
    for values in sizes:
        for joined in range(size - 1, 0, -1):
            shorter[joined] += shorter[joined - 1] * values
    return comb(len(sizes), size) + min(shorter[-1], people * comb(len(sizes), size - 1))


def _crossings(aim: Aimed, size: int) -> Iterator[tuple[FacetCount, ...]]:
    if aim.joined is None:
        yield from combinations(aim.facets, size)
        return
    for pair in aim.joined:
        yield tuple(aim.facets[place] for place in sorted(pair))


def _achieved(universe: CastUniverse, size: int) -> int:
    steps = walk(universe.universe, level=size)
    return sum(step.met.bit_count() for step in steps if len(step.pattern) == size - 1)


def _room(cast: int, facets: Sequence[FacetCount]) -> int:
    """Return what these people show if no two show the same, blanks filled with one value."""
    several = set[int]().union(*(facet.extra for facet in facets))
    more = (prod(1 + facet.extra.get(place, 0) for facet in facets) - 1 for place in several)
    return cast + sum(more)


def _told(universe: CastUniverse, mask: int) -> _Told:
    numbers = (n for n in range(len(universe.values)) if mask >> n & 1)
    return frozenset((universe.values[n].facet, universe.values[n].value) for n in numbers)


def _implausible(facets: Sequence[FacetCount], implausible: Sequence[_Told]) -> int:
    """Return how many combinations of these facets say something implausible."""
    names = {facet.facet.id for facet in facets}
    excluded: set[tuple[str, ...]] = set()
    for told in implausible:
        said = dict(told)
        if len(said) == len(told) and said.keys() <= names:
            free = ([said[f.facet.id]] if f.facet.id in said else f.people for f in facets)
            excluded.update(product(*free))
    return len(excluded)
