"""How to walk the map with the keyboard: in reading order, and to what lies in a direction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from personamap.analysis.map.parts import Spot

Direction = Literal["left", "right", "up", "down"]

_LINE = 90.0
_SIDEWAYS = 2.5
_WAYS: dict[Direction, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}


def walkable(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Return what can be walked to, in reading order: line by line, from left to right."""
    return tuple(
        sorted(
            (spot for spot in spots if spot.kind != "heading"),
            key=lambda spot: (round(spot.y / _LINE), spot.x, spot.id),
        )
    )


def next_in(spots: Iterable[Spot], here: Spot, direction: Direction) -> Spot | None:
    """Return the nearest spot in a direction; what lies straight ahead counts as nearer."""
    way_x, way_y = _WAYS[direction]
    best: tuple[float, Spot] | None = None
    for spot in walkable(spots):
        ahead = (spot.x - here.x) * way_x + (spot.y - here.y) * way_y
        aside = abs((spot.x - here.x) * way_y) + abs((spot.y - here.y) * way_x)
        if spot.id == here.id or ahead <= 0 or aside > ahead * _SIDEWAYS:
            continue
        far = ahead + aside * _SIDEWAYS
        if best is None or far < best[0]:
            best = far, spot
    return best[1] if best else None
