"""Who leads by their place in the organisation: the upper steps of the facet of level."""

from __future__ import annotations

from msgspec import Struct

from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.analysis.watched import LEVEL
from personamap.domain.facet import FacetValue


class Leadership(Struct, frozen=True):
    """The levels that count as leading, who is on them, and whose level is known; bits."""

    count: FacetCount
    levels: tuple[FacetValue, ...]
    leaders: int
    known: int


def find_leadership(index: ProjectIndex, first_step: float) -> Leadership | None:
    """Return who leads: everyone from a step of the scale on, counted from 1 at its bottom.

    A facet of level that is no scale, or was switched off, says nothing.
    """
    count = index.counts.get(LEVEL)
    if count is None or not count.facet.ordered:
        return None
    levels = count.groups[max(0, int(first_step) - 1) :]
    known = leaders = 0
    for mask in count.masks.values():
        known |= mask
    for level in levels:
        leaders |= count.masks[level.id]
    return Leadership(count, levels, leaders, known) if levels else None
