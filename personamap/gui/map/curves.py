"""The lines of the map in the painter's own shapes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from personamap.analysis.map.lines import Bow


def path_of(bow: Bow) -> QPainterPath:
    """Return a line as a path."""
    path = QPainterPath(QPointF(*bow.start))
    path.quadTo(QPointF(*bow.control), QPointF(*bow.end))
    return path


def tip_of(bow: Bow) -> QPolygonF:
    """Return the arrow tip at its end."""
    return QPolygonF([QPointF(*point) for point in bow.tip()])


def bounds_of(bow: Bow) -> QRectF:
    """Return a rectangle around it."""
    corners = QPolygonF([QPointF(*point) for point in (bow.start, bow.control, bow.end)])
    return corners.boundingRect().adjusted(-4, -4, 4, 4)
