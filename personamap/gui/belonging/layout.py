"""Where the arcs of the cast come to lie on a square of so many pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF

from personamap.domain.persona import Persona, Place
from personamap.gui.belonging.spreading import spread
from personamap.gui.belonging.stands import END, START, Stand
from personamap.gui.look.theme import current_theme

CROWD = 16
"""From how many people on, faces are small and only the chosen person has a name."""
_END, _START, _STEP = 48, 30, 22
_END_OF_MANY, _START_OF_MANY, _STEP_OF_MANY = 26, 12, 8
_AXIS = 30
_ROOMY = 440
"""The side of a square, in pixels, in which points are as large as text of 100 % has them."""


class Spot(Struct, frozen=True):
    """One point of one person's arc, and where it is on the screen."""

    persona: Persona
    stand: Stand
    at: QPointF
    side: float

    @property
    def circle(self) -> QRectF:
        """The circle that is painted."""
        return QRectF(
            self.at.x() - self.side / 2, self.at.y() - self.side / 2, self.side, self.side
        )

    def is_hit(self, point: QPointF) -> bool:
        """Tell whether the mouse is on this point; small ones can be taken a little beside."""
        away = math.hypot(point.x() - self.at.x(), point.y() - self.at.y())
        return away <= max(self.side / 2, current_theme().px(10))


class Square:
    """Turns places into points of a square within a rectangle, and back."""

    def __init__(self, room: QRectF) -> None:
        theme = current_theme()
        axis = theme.px(_AXIS)
        side = max(theme.px(120), min(room.width() - axis, room.height() - axis) - 1)
        left = room.left() + axis + max(0.0, (room.width() - axis - side) / 2)
        self.area = QRectF(left, room.top(), side, side)
        edge = min(theme.px(_END), side * _END / _ROOMY) / 2 + 2
        self.inner = self.area.adjusted(edge, edge, -edge, -edge)

    def side_of(self, stand: Stand, many: bool) -> float:
        """Return how large a point is: the end is large, the start small, a scene smaller.

        With large text on a small square they grow no further than the square can hold.
        """
        sizes = {
            START: _START_OF_MANY if many else _START,
            END: _END_OF_MANY if many else _END,
        }
        size = sizes.get(stand.key, _STEP_OF_MANY if many else _STEP)
        return min(current_theme().px(size), self.area.width() * size / _ROOMY)

    def point(self, place: Place) -> QPointF:
        """Return where a place is."""
        x = self.inner.left() + place.authenticity * self.inner.width()
        return QPointF(x, self.inner.bottom() - place.acceptance * self.inner.height())

    def shares(self, distance: QPointF) -> tuple[float, float]:
        """Return how far across and up a distance in pixels is."""
        return distance.x() / self.inner.width(), -distance.y() / self.inner.height()


def lay_out(
    square: Square, arcs: Mapping[str, Sequence[Stand]], people: Mapping[str, Persona]
) -> dict[str, tuple[Spot, ...]]:
    """Return the points of everybody, told apart where they would lie on each other."""
    many = len(arcs) > CROWD
    ends = [(who, s) for who, stands in arcs.items() for s in stands if s.key in (START, END)]
    wanted = [square.point(stand.place) for _who, stand in ends]
    apart = min(
        current_theme().px(_END_OF_MANY * 0.8 if many else _START + 8),
        square.area.width() * (_START + 8) / _ROOMY,
    )
    free = spread(wanted, apart, square.inner)
    shown = dict(zip(((w, s.key) for w, s in ends), free, strict=True))

    def spot(who: str, stand: Stand) -> Spot:
        at = shown.get((who, stand.key)) or square.point(stand.place)
        return Spot(people[who], stand, at, square.side_of(stand, many))

    return {who: tuple(spot(who, stand) for stand in stands) for who, stands in arcs.items()}


def put_forward(square: Square, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return the points of somebody who is chosen, as large as in a small cast."""
    return tuple(replace(spot, side=square.side_of(spot.stand, False)) for spot in spots)
