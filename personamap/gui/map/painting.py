"""What all things on the map paint with: the theme at 100 %, words that fit, the pin."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from personamap.analysis.map.parts import PERSON_SIZE
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import Theme, TypeRole, current_theme

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_RADIUS = PERSON_SIZE / 2
_RATIOS = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0)


def unscaled() -> Theme:
    """Return the theme at 100 %: the view magnifies the whole map with the text scale."""
    return _at_full_size(current_theme())


@lru_cache(maxsize=2)
def _at_full_size(theme: Theme) -> Theme:
    return replace(theme, text_scale=1.0)


def zoom_of(painter: QPainter) -> float:
    """Return how many pixels a unit of the scene is."""
    return painter.worldTransform().m11()


def portrait_ratio(zoom: float) -> float:
    """Return the sharpness to ask a portrait for at a zoom."""
    return next((ratio for ratio in _RATIOS if ratio >= zoom * 0.999), _RATIOS[-1])


def words_width(theme: Theme, role: TypeRole, text: str) -> float:
    """Return how wide words come out."""
    return QFontMetricsF(theme.font(role)).horizontalAdvance(text) + 1


def elided(theme: Theme, role: TypeRole, text: str, room: float) -> str:
    """Return words cut short so that they fit."""
    return QFontMetricsF(theme.font(role)).elidedText(text, Qt.TextElideMode.ElideRight, room)


class Words(Struct, frozen=True):
    """Writes words in a type role and a colour of the theme."""

    painter: QPainter
    theme: Theme

    def write(
        self, words: str, rect: QRectF, role: TypeRole, ink: str, side: Qt.AlignmentFlag = _MIDDLE
    ) -> None:
        """Write words into a rectangle, on one side of it or in its middle."""
        self.painter.setFont(self.theme.font(role))
        self.painter.setPen(self.theme.color(ink))
        self.painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)


def paint_pin(painter: QPainter, theme: Theme) -> None:
    """Paint the mark of what the author placed."""
    at = QPointF(_RADIUS * 0.78, -_RADIUS * 0.78)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(at, 11, 11)
    paint_icon(painter, "pin", QRectF(at.x() - 6, at.y() - 6, 12, 12), theme.color("ink2"))
