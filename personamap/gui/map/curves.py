"""The geometry of the map's lines: where they leave an outline, how they bow, where they end."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

_OFF = 5.0
_TIP_LENGTH, _TIP_WIDTH = 11.0, 8.0


@dataclass(frozen=True, slots=True)
class Outline:
    """What a line must stop at: a circle, or a box that may be left at its sides only."""

    rect: QRectF
    is_round: bool
    only_sides: bool = False

    def edge_towards(self, point: QPointF) -> QPointF:
        """Return where a line from the middle to `point` leaves the outline and its gap."""
        middle = self.rect.center()
        line = QLineF(middle, point)
        length = line.length()
        if not length:
            return middle
        if self.is_round:
            return line.pointAt((self.rect.width() / 2 + _OFF + _OFF) / length)
        if self.only_sides and abs(line.dx()) > self.rect.width() / 2:
            side = self.rect.width() / 2 + 1
            return middle + QPointF(math.copysign(side, line.dx()), 0.0)
        across = abs(line.dx()) / (self.rect.width() / 2 + 1) if line.dx() else 0.0
        down = abs(line.dy()) / (self.rect.height() / 2 + 1) if line.dy() else 0.0
        return line.pointAt(1 / max(across, down))


Outlines = Mapping[str, Outline]


@dataclass(frozen=True, slots=True)
class Curve:
    """The line of a link, from outline to outline, bowed towards one point."""

    start: QPointF
    bow: QPointF
    end: QPointF

    @classmethod
    def between(cls, start: Outline, end: Outline, bend: float) -> Curve:
        """Return the line from one outline to the other, bent by a fraction of its length."""
        line = QLineF(start.rect.center(), end.rect.center())
        if not bend:
            straight = QLineF(start.edge_towards(line.p2()), end.edge_towards(line.p1()))
            return cls(straight.p1(), straight.center(), straight.p2())
        aside = QPointF(line.dy(), -line.dx()) * bend * 2
        bow = line.center() + aside
        return cls(start.edge_towards(bow), bow, end.edge_towards(bow))

    def path(self) -> QPainterPath:
        """Return the line as a path."""
        path = QPainterPath(self.start)
        path.quadTo(self.bow, self.end)
        return path

    def bounds(self) -> QRectF:
        """Return a rectangle around the line."""
        corners = QPolygonF([self.start, self.bow, self.end])
        return corners.boundingRect().adjusted(-4, -4, 4, 4)

    def at(self, share: float) -> QPointF:
        """Return a point on the line, a share of the way along."""
        rest = 1 - share
        ends = self.start * rest * rest + self.end * share * share
        return ends + self.bow * (2 * rest * share)

    def tip(self) -> QPolygonF:
        """Return the arrow tip at the end."""
        angle = math.atan2(self.end.y() - self.bow.y(), self.end.x() - self.bow.x())
        ahead = QPointF(math.cos(angle), math.sin(angle))
        aside = QPointF(-ahead.y(), ahead.x()) * _TIP_WIDTH / 2
        back = self.end - ahead * _TIP_LENGTH
        return QPolygonF([self.end + ahead * 2, back + aside, back - aside])
