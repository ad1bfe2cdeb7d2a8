"""Paints the lines of the map: pens, arrow tips, and labels on plates."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from personamap.analysis.map.lines import Bow, Box, Outlines, free_plate
from personamap.analysis.map.parts import Link
from personamap.gui.look.theme import Theme
from personamap.gui.map.curves import path_of, tip_of

_SELECTED, _RELATION, _LIVED, _SCENE = 2.5, 1.5, 1.5, 3.0
_SCENE_OPACITY = 0.55
_SMALLEST_LABEL_ZOOM = 0.35

Traced = tuple[Link, Bow]


class EdgePainter:
    """Paints lines one after another, then their labels where they cover nothing."""

    def __init__(self, painter: QPainter, theme: Theme, outlines: Outlines, is_lit: bool) -> None:
        self._theme, self._is_lit = theme, is_lit
        self._taken: list[Box] = [outline.with_plate() for outline in outlines.values()]
        self._labels: list[tuple[str, QRectF]] = []
        self.use(painter)

    def use(self, painter: QPainter) -> None:
        """Go on with this painter."""
        self._painter = painter
        self._readable = painter.worldTransform().m11() >= _SMALLEST_LABEL_ZOOM
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_all(self, links: Iterable[Traced]) -> None:
        """Paint all of these lines and their labels."""
        for link, curve in links:
            self.paint_line(link, curve)
        self.paint_labels()

    def paint_line(self, link: Link, curve: Bow) -> None:
        """Paint one line and remember its label."""
        pen = _pen(self._theme, link, self._is_lit)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path_of(curve))
        if link.kind == "relationship":
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(pen.color())
            self._painter.drawPolygon(tip_of(curve))
        if link.label and self._readable:
            plate = self._free_plate(link.label, curve)
            self._taken.append(plate)
            self._labels.append((link.label, QRectF(*plate)))

    def paint_labels(self) -> None:
        """Paint the labels of the lines painted so far, on plates over all lines."""
        painter, theme = self._painter, self._theme
        opacity = painter.opacity()
        painter.setFont(theme.font("chip"))
        for label, plate in self._labels:
            painter.setOpacity(1.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ground"))
            painter.drawRoundedRect(plate, 4, 4)
            painter.setOpacity(opacity)
            painter.setPen(theme.color("accent" if self._is_lit else "ink2"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, label)
        self._labels.clear()

    def _free_plate(self, label: str, curve: Bow) -> Box:
        metrics = QFontMetricsF(self._theme.font("chip"))
        size = (metrics.horizontalAdvance(label) + 12, metrics.height() + 2)
        return free_plate(size, curve, self._taken)


def _pen(theme: Theme, link: Link, is_lit: bool) -> QPen:
    if is_lit:
        pen = QPen(theme.color("accent"), _SELECTED)
    elif link.kind == "scene":
        pen = QPen(theme.color("seat", _SCENE_OPACITY), _SCENE)
    elif link.kind == "relationship":
        pen = QPen(theme.color("ink2"), _RELATION)
    else:
        pen = QPen(theme.color("edge"), _LIVED)
        pen.setDashPattern([1.4, 3.4])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
