"""The star that says "this matters for the course": filled, or an outline to click."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from personamap.gui.look.theme import current_theme

_POINTS = 5
_INNER = 0.46
_SIDE = 13
_BUTTON = 24


class StarButton(QToolButton):
    """Toggles a star; what it stars is in its tooltip and its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        side = current_theme().px(_BUTTON)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current_theme().color("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        side = current_theme().px(_SIDE)
        star = QRectF(0, 0, side, side)
        star.moveCenter(QRectF(self.rect()).center())
        paint_star(painter, star, self.isChecked())


def paint_star(painter: QPainter, rect: QRectF, filled: bool) -> None:
    """Paint a star into `rect`; only a filled one says that something matters."""
    colour = current_theme().color("accent" if filled else "ink3")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.25)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_star(rect))
    painter.restore()


def _star(rect: QRectF) -> QPolygonF:
    middle, radius = rect.center(), rect.width() / 2
    corners = []
    for step in range(2 * _POINTS):
        reach = radius if step % 2 == 0 else radius * _INNER
        angle = math.pi * step / _POINTS - math.pi / 2
        corners.append(middle + QPointF(math.cos(angle), math.sin(angle)) * reach)
    return QPolygonF(corners)
