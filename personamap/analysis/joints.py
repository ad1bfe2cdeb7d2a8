"""The people without whom others would never meet: the articulation points of a graph.

After J. Hopcroft and R. Tarjan, “Algorithm 447: Efficient Algorithms for
Graph Manipulation”, Communications of the ACM 16 (6), 1973. Neighbours
are masks, so that a scene with everyone in it costs no more than a walk
through the cast; loading networkx would take longer than the rest of a
check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from personamap.analysis.bits import places_in

NOBODY = -1


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk in depth through everyone: in which order, and from whom each was reached."""

    order: list[int] = field(default_factory=list)
    reached_from: dict[int, int] = field(default_factory=dict)


def joints(met: Sequence[int]) -> frozenset[int]:
    """Return the places whose leaving would part some of those they meet."""
    walk = _walk(met)
    earliest = _earliest(met, walk)
    steps = {place: step for step, place in enumerate(walk.order)}
    found, roots = set(), []
    for place in walk.order[1:]:
        before = walk.reached_from[place]
        if before == NOBODY:
            continue
        if walk.reached_from[before] == NOBODY:
            roots.append(before)
        elif earliest[place] >= steps[before]:
            found.add(before)
    return frozenset(found | {root for root in roots if roots.count(root) > 1})


def _walk(met: Sequence[int]) -> _Walk:
    walk = _Walk()
    left = (1 << len(met)) - 1
    path: list[int] = []
    while left or path:
        ahead = (met[path[-1]] if path else left) & left
        if not ahead:
            path.pop()
            continue
        step = ahead & -ahead
        place = step.bit_length() - 1
        walk.order.append(place)
        walk.reached_from[place] = path[-1] if path else NOBODY
        path.append(place)
        left &= ~step
    return walk


def _earliest(met: Sequence[int], walk: _Walk) -> list[int]:
    """Return the earliest step of the walk each person meets, alone or through who came after."""
    earliest = [len(met)] * len(met)
    waiting = (1 << len(met)) - 1
    for step, place in enumerate(walk.order):
        for other in places_in(met[place] & waiting):
            earliest[other] = step
        waiting &= ~met[place]
    for place in reversed(walk.order):
        before = walk.reached_from[place]
        if before != NOBODY:
            earliest[before] = min(earliest[before], earliest[place])
    return earliest
