"""How many pairs of values meet in somebody, and how many could in a cast of this size.

A pair is achieved when one person has both values. Never all of them are
achievable: one person shows one value of each facet at a time, so a cast
can show at most as many pairs of two facets as it has people, and more
only as far as people have several values on one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex

PairScope = Literal["chosen", "starred", "all"]


@dataclass(frozen=True, slots=True)
class PairCount:
    """Achieved of achievable of all pairs, and which facets they were taken from."""

    achieved: int
    achievable: int
    all: int
    scope: PairScope


def count_pairs(index: ProjectIndex) -> PairCount:
    """Count the pairs this cast aims for: chosen ones, else starred facets, else all."""
    scope, pairs = _pairs(index)
    achieved = achievable = everything = 0
    for one, other in pairs:
        possible = len(one.people) * len(other.people)
        achieved += _met(one, other)
        achievable += min(possible, _room(len(index.cast), one, other))
        everything += possible
    return PairCount(achieved, achievable, everything, scope)


def _pairs(index: ProjectIndex) -> tuple[PairScope, Sequence[tuple[FacetCount, FacetCount]]]:
    counts = index.counts
    chosen = {frozenset((pair.first, pair.second)) for pair in index.project.aim.pairs}
    known = [sorted(pair) for pair in chosen if len(pair) == 2 and pair <= counts.keys()]
    if known:
        return "chosen", [(counts[one], counts[other]) for one, other in known]
    starred = [count for count in counts.values() if count.facet.starred]
    if len(starred) > 1:
        return "starred", list(combinations(starred, 2))
    return "all", list(combinations(counts.values(), 2))


def _met(one: FacetCount, other: FacetCount) -> int:
    masks = [mask for mask in other.masks.values() if mask]
    return sum(bool(mine & theirs) for mine in one.masks.values() if mine for theirs in masks)


def _room(cast: int, one: FacetCount, other: FacetCount) -> int:
    """Return the pairs these people show if no two show the same, blanks filled with one value."""
    both = one.extra.keys() & other.extra.keys()
    crossed = sum(one.extra[place] * other.extra[place] for place in both)
    return cast + sum(one.extra.values()) + sum(other.extra.values()) + crossed
