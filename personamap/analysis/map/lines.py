"""The geometry of the map's lines: where they leave an outline, how they bow, where labels go.

Numbers only, so that the window and every export draw the same lines.
Lengths are in the units of the map; y grows downwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from personamap.analysis.map.parts import Link, MapPicture, Spot

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width and height."""

NAME_PLATE = 52.0
"""How far the name and the job of a person reach below the portrait."""

_OFF = 5.0
_TIP_LENGTH, _TIP_WIDTH = 11.0, 8.0
_NAME_ASIDE = 24.0
_PIECES = 24
"""How many straight pieces stand for a bowed line when somebody points at it."""

_LABEL_SHARES = (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75)


class Outline(Struct, frozen=True):
    """What a line must stop at: a circle with a name below, or a box.

    A box may be left at its sides only. A line that would run through the name stops below it,
    or a stub of it would show between a face and its name.
    """

    x: float
    y: float
    width: float
    height: float
    is_round: bool
    only_sides: bool = False

    @property
    def middle(self) -> Point:
        """The point that lines aim at."""
        return self.x, self.y

    def edge_towards(self, point: Point) -> Point:
        """Return where a line from the middle to `point` leaves the outline and its gap."""
        dx, dy = point[0] - self.x, point[1] - self.y
        length = math.hypot(dx, dy)
        if not length:
            return self.middle
        if self.is_round:
            share = self._past_name(dx, dy) or (self.width / 2 + _OFF + _OFF) / length
        elif self.only_sides and abs(dx) > self.width / 2:
            return self.x + math.copysign(self.width / 2 + 1, dx), self.y
        else:
            share = 1 / max(abs(dx) / (self.width / 2 + 1), abs(dy) / (self.height / 2 + 1))
        return self.x + dx * share, self.y + dy * share

    def _past_name(self, dx: float, dy: float) -> float:
        """Return the share of the way at which a line is past the name, 0 if it misses it."""
        aside, below = self.width / 2 + _NAME_ASIDE, self.height / 2
        if dy <= 0 or abs(dx) * (below + _OFF + _OFF) >= aside * dy:
            return 0.0
        across = aside / abs(dx) if dx else math.inf
        return min(across, (below + NAME_PLATE + _OFF) / dy)

    def with_plate(self) -> Box:
        """Return what labels must not cover: the outline, with the name below a portrait."""
        aside, below = (_NAME_ASIDE, NAME_PLATE) if self.is_round else (0.0, 0.0)
        left, top = self.x - self.width / 2 - aside, self.y - self.height / 2
        return left, top, self.width + 2 * aside, self.height + below


Outlines = Mapping[str, Outline]


class Bow(Struct, frozen=True):
    """The line of a link, from outline to outline, bowed towards one point."""

    start: Point
    control: Point
    end: Point

    @classmethod
    def between(cls, start: Outline, end: Outline, bend: float) -> Bow:
        """Return the line from one outline to the other, bent by a fraction of its length."""
        middle = ((start.x + end.x) / 2, (start.y + end.y) / 2)
        if not bend:
            first, last = start.edge_towards(end.middle), end.edge_towards(start.middle)
            return cls(first, ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2), last)
        dx, dy = end.x - start.x, end.y - start.y
        control = (middle[0] + dy * bend * 2, middle[1] - dx * bend * 2)
        return cls(start.edge_towards(control), control, end.edge_towards(control))

    def at(self, share: float) -> Point:
        """Return a point on the line, a share of the way along."""
        rest = 1 - share
        ends, bow = (rest * rest, share * share), 2 * rest * share
        return (
            self.start[0] * ends[0] + self.end[0] * ends[1] + self.control[0] * bow,
            self.start[1] * ends[0] + self.end[1] * ends[1] + self.control[1] * bow,
        )

    def distance(self, point: Point) -> float:
        """Return how far a point is from the line."""
        points = [self.at(piece / _PIECES) for piece in range(_PIECES + 1)]
        return min(_from_piece(point, one, other) for one, other in pairwise(points))

    def tip(self) -> tuple[Point, Point, Point]:
        """Return the arrow tip at the end."""
        (cx, cy), (x, y) = self.control, self.end
        angle = math.atan2(y - cy, x - cx)
        ahead = (math.cos(angle), math.sin(angle))
        aside = (-ahead[1] * _TIP_WIDTH / 2, ahead[0] * _TIP_WIDTH / 2)
        back = (x - ahead[0] * _TIP_LENGTH, y - ahead[1] * _TIP_LENGTH)
        return (
            (x + ahead[0] * 2, y + ahead[1] * 2),
            (back[0] + aside[0], back[1] + aside[1]),
            (back[0] - aside[0], back[1] - aside[1]),
        )


def traced(links: Sequence[Link], outlines: Outlines) -> Iterator[tuple[Link, Bow]]:
    """Return the links whose ends are there, with their lines; the light ones come first."""
    for link in sorted(links, key=lambda link: link.kind != "scene"):
        start, end = outlines.get(link.start), outlines.get(link.end)
        if start is not None and end is not None:
            yield link, Bow.between(start, end, link.bend)


def link_at(links: Sequence[Link], outlines: Outlines, point: Point, reach: float) -> Link | None:
    """Return the link whose line is nearest to a point, if one is within reach of it."""
    far = [
        (bow.distance(point), at, link) for at, (link, bow) in enumerate(traced(links, outlines))
    ]
    distance, _at, nearest = min(far, default=(math.inf, 0, None))
    return nearest if distance <= reach else None


def outlines_of(picture: MapPicture) -> dict[str, Outline]:
    """Return what the lines of a picture stop at."""
    stacked = picture.lens in ("identity", "gaps")
    return {spot.id: outline_at(spot, (spot.x, spot.y), stacked) for spot in picture.spots}


def outline_at(spot: Spot, middle: Point, stacked: bool) -> Outline:
    """Return the outline of a spot that stands somewhere; in a stack it is left at its sides."""
    return Outline(*middle, spot.width, spot.height, spot.kind == "person", stacked)


def free_plate(size: tuple[float, float], bow: Bow, taken: Iterable[Box]) -> Box:
    """Return where on its line a label covers nothing, or its middle if there is no such place."""
    taken = tuple(taken)
    for share in _LABEL_SHARES:
        plate = _around(bow.at(share), size)
        if not any(meet(plate, other) for other in taken):
            return plate
    return _around(bow.at(_LABEL_SHARES[0]), size)


def _from_piece(point: Point, one: Point, other: Point) -> float:
    """Return how far a point is from a straight piece."""
    along = (other[0] - one[0], other[1] - one[1])
    length = along[0] ** 2 + along[1] ** 2
    share = (point[0] - one[0]) * along[0] + (point[1] - one[1]) * along[1]
    share = min(max(share / length, 0.0), 1.0) if length else 0.0
    return math.dist(point, (one[0] + along[0] * share, one[1] + along[1] * share))


def _around(middle: Point, size: tuple[float, float]) -> Box:
    width, height = size
    return middle[0] - width / 2, middle[1] - height / 2, width, height


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes have room in common."""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
