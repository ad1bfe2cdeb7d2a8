"""The ground of a row or column nobody in the cast is in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from personamap.gui.look.theme import current_theme

_SIDE, _PERIOD = 17, 8.5
"""A tile holds two lines, 6 px from each other as they run at 45 degrees, and meets its neighbours
without a seam."""


def paint_hatch(painter: QPainter, area: QRectF) -> None:
    """Fill a cell with the hatch; cells side by side show one unbroken pattern."""
    theme = current_theme()
    ground, line = theme.color("warn-soft"), theme.color("warn-line")
    ratio = painter.device().devicePixelRatioF()
    painter.fillRect(area, _hatch(ground.name(), line.name(), ratio))


@lru_cache(maxsize=8)
def _hatch(ground: str, line: str, ratio: float) -> QBrush:
    tile = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    for place in range(5):
        reach = place * _PERIOD
        painter.drawLine(QLineF(reach, 0, 0, reach))
    painter.end()
    return QBrush(tile)
