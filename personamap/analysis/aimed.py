"""Which facets a cast aims to bring together in its people, and how many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex

AimScope = Literal["chosen", "starred", "all"]


class Aimed(Struct, frozen=True):
    """The facets whose values should meet: chosen pairs of them, else the starred ones, else all.

    `joined` holds the chosen pairs by the places of their facets; `level`
    is how many facets a combination may join.
    """

    scope: AimScope
    facets: Sequence[FacetCount]
    joined: frozenset[frozenset[int]] | None
    level: int


def aimed(index: ProjectIndex) -> Aimed:
    """Return what the cast of a project aims for."""
    counts = index.counts
    chosen = {frozenset((pair.first, pair.second)) for pair in index.project.aim.pairs}
    known = [pair for pair in chosen if len(pair) == 2 and pair <= counts.keys()]
    if known:
        facets = [count for name, count in counts.items() if any(name in pair for pair in known)]
        place = {count.facet.id: number for number, count in enumerate(facets)}
        joined = frozenset(frozenset(place[name] for name in pair) for pair in known)
        return Aimed("chosen", facets, joined, level=2)
    level = index.project.aim.level
    starred = [count for count in counts.values() if count.facet.starred]
    if len(starred) > 1:
        return Aimed("starred", starred, None, level)
    return Aimed("all", list(counts.values()), None, level)
