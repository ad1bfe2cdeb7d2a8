"""The words below a seat: its label in one line or two, then how many sit there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme

LINE = 16
_GAP, _APART = 5, 8
"""Between label and number, and between a number and the label of the next seat."""


def lines_needed(width: int, captions: Iterable[tuple[str, str]]) -> int:
    """Return whether one line is enough for every label and number of a row, or two are."""
    metrics = QFontMetrics(current_theme().font("chip"))
    for label, number in captions:
        if not _fits(metrics, label, number, width):
            return 2
    return 1


def paint_caption(painter: QPainter, area: QRectF, label: str, number: str, tone: str) -> None:
    """Paint a label and a number; a label too long for both lines is cut at its end."""
    theme = current_theme()
    painter.setFont(theme.font("chip"))
    metrics = painter.fontMetrics()
    width, high = round(area.width()), theme.px(LINE)
    room = width - _GAP - metrics.horizontalAdvance(number)
    first, rest = _split(metrics, label, width, room)
    fits = _fits(metrics, first, number, width)
    painter.setPen(theme.color(tone))
    line = QRectF(area.left(), area.top(), area.width(), high)
    plain = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(placed(painter, line, area), plain, first)
    last = first
    if rest or not fits:
        last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        line = line.translated(0, high)
        painter.drawText(placed(painter, line, area), plain, last)
    painter.setPen(theme.color("ink3"))
    gap = metrics.horizontalAdvance(last) + _GAP if last else 0
    painter.drawText(placed(painter, line.adjusted(gap, 0, _GAP, 0), area), plain, number)


def _fits(metrics: QFontMetrics, label: str, number: str, width: int) -> bool:
    """Tell whether a label and its number fit in one line, clear of the next seat."""
    needed = metrics.horizontalAdvance(label) + _GAP + metrics.horizontalAdvance(number)
    return needed + _APART <= width


def _split(metrics: QFontMetrics, label: str, width: int, room: int) -> tuple[str, str]:
    """Return what stands on the first line, and what is left for the second."""
    if metrics.horizontalAdvance(label) <= width:
        return label, ""
    words = label.split(" ")
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if metrics.horizontalAdvance(first) <= width:
            return first, " ".join(words[count:])
    return metrics.elidedText(label, Qt.TextElideMode.ElideRight, width), ""
