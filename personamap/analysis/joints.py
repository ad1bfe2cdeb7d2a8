"""The people without whom others would never meet: the articulation points of a graph.

After J. Hopcroft and R. Tarjan, “Algorithm 447: Efficient Algorithms for
Graph Manipulation”, Communications of the ACM 16 (6), 1973. Neighbours
are masks, so that a scene with everyone in it costs no more than a walk
through the cast; loading networkx would take longer than the rest of a
check.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from personamap.analysis.bits import places_in

NOBODY = -1


class _Walk(Struct, frozen=True):
    """A walk in depth through everyone: in which order, and from whom each was reached."""

    order: list[int] = field(default_factory=list)
    reached_from: dict[int, int] = field(default_factory=dict)


def joints(met: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return the places whose leaving would part those they meet, each with the sides left.

    A side is everyone who would still meet each other from person to
    person, the largest first. Places stand in order.
    """
    walk = _walk(met)
    behind = _behind(walk)
    parted = _parted(met, walk, behind)
    found: dict[int, tuple[int, ...]] = {}
    circle = 0
    for place in walk.order:
        if walk.reached_from[place] == NOBODY:
            circle = behind[place]
        sides = parted.get(place, [])
        rest = circle & ~(1 << place) & ~sum(sides)
        if sides and (rest or len(sides) > 1):
            found[place] = tuple(sorted([*sides, rest] if rest else sides, key=_largest_first))
    return dict(sorted(found.items()))


def _largest_first(side: int) -> tuple[int, int]:
    return -side.bit_count(), side & -side


def _behind(walk: _Walk) -> dict[int, int]:
    """Return for each place itself and everyone the walk reached through it, as a mask."""
    behind = {place: 1 << place for place in walk.order}
    for place in reversed(walk.order):
        before = walk.reached_from[place]
        if before != NOBODY:
            behind[before] |= behind[place]
    return behind


def _parted(met: Sequence[int], walk: _Walk, behind: Mapping[int, int]) -> dict[int, list[int]]:
    """Return for each place those behind it who meet nobody before it."""
    earliest = _earliest(met, walk)
    steps = {place: step for step, place in enumerate(walk.order)}
    parted: dict[int, list[int]] = {}
    for place in walk.order:
        before = walk.reached_from[place]
        if before != NOBODY and earliest[place] >= steps[before]:
            parted.setdefault(before, []).append(behind[place])
    return parted


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
