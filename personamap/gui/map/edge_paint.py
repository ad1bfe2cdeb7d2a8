"""Paints the lines of the map: pens, arrow tips, and labels on plates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from personamap.analysis.map_parts import Link
from personamap.gui.look.theme import Theme
from personamap.gui.map.curves import Curve, Outline, Outlines

_SELECTED, _RELATION, _LIVED, _SCENE = 2.5, 1.5, 1.5, 3.0
_SCENE_OPACITY = 0.55
_SMALLEST_LABEL_ZOOM = 0.35
_PLATE = 52.0
_LABEL_SHARES = (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75)

Traced = tuple[Link, Curve]


def traced(links: Sequence[Link], outlines: Outlines) -> Iterator[Traced]:
    """Return the links whose ends are there, with their lines; the light ones come first."""
    for link in sorted(links, key=lambda link: link.kind != "scene"):
        start, end = outlines.get(link.start), outlines.get(link.end)
        if start is not None and end is not None:
            yield link, Curve.between(start, end, link.bend)


class EdgePainter:
    """Paints lines one after another, then their labels where they cover nothing."""

    def __init__(self, painter: QPainter, theme: Theme, outlines: Outlines, is_lit: bool) -> None:
        self._theme, self._is_lit = theme, is_lit
        self._taken = [_with_plate(outline) for outline in outlines.values()]
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

    def paint_line(self, link: Link, curve: Curve) -> None:
        """Paint one line and remember its label."""
        pen = _pen(self._theme, link, self._is_lit)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(curve.path())
        if link.kind == "relationship":
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(pen.color())
            self._painter.drawPolygon(curve.tip())
        if link.label and self._readable:
            plate = self._free_plate(link.label, curve)
            self._taken.append(plate)
            self._labels.append((link.label, plate))

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

    def _free_plate(self, label: str, curve: Curve) -> QRectF:
        metrics = QFontMetricsF(self._theme.font("chip"))
        plate = QRectF(0, 0, metrics.horizontalAdvance(label) + 12, metrics.height() + 2)
        for share in _LABEL_SHARES:
            plate.moveCenter(curve.at(share))
            if not any(plate.intersects(other) for other in self._taken):
                return plate
        plate.moveCenter(curve.at(_LABEL_SHARES[0]))
        return plate


def _with_plate(outline: Outline) -> QRectF:
    return outline.rect.adjusted(-24, 0, 24, _PLATE) if outline.is_round else outline.rect


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
