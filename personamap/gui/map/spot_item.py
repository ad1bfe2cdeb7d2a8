"""What every item of the map does: it can be pressed, dragged and opened, and fades."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneContextMenuEvent,
    QGraphicsSceneMouseEvent,
)
from typing_extensions import override

from personamap.analysis.map.parts import Spot
from personamap.gui.look.theme import Theme

VEIL = 0.62
TOO_SMALL_TO_READ = 0.35


class Standing(Struct, frozen=True):
    """How an item takes part in what is chosen."""

    is_chosen: bool = False
    is_near: bool = False
    is_faded: bool = False
    has_focus: bool = False


class SpotItem(QGraphicsObject):
    """One spot on the canvas: can be pressed, dragged and opened unless it is a heading."""

    pressed = Signal(str)
    dragged = Signal(str)
    dropped = Signal(str)
    opened = Signal(str)
    asked = Signal(str, QPointF)

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self.spot = spot
        self.standing = Standing()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        if spot.kind != "heading":
            self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_spot(self, spot: Spot) -> None:
        """Show what a newer picture says; the place is set by the scene."""
        before, self.spot = self.spot, spot
        if before is not spot and _content(before) != _content(spot):
            self.prepareGeometryChange()
            self.update()

    def stand(self, standing: Standing) -> None:
        """Show whether this is chosen, next to it, faded or focused."""
        if standing != self.standing:
            self.standing = standing
            self.setZValue(2 if standing.is_chosen else 1)
            self.update()

    def veil(self, painter: QPainter, theme: Theme) -> None:
        """Fade what was painted towards the ground, without letting lines shine through."""
        if self.standing.is_faded:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            painter.fillRect(self.boundingRect(), theme.color("ground", VEIL))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.spot.kind == "heading":
            event.ignore()
            return
        self.pressed.emit(self.spot.id)

    @override
    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.dragged.emit(self.spot.id)

    @override
    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.pos() != QPointF(self.spot.x, self.spot.y):
            self.dropped.emit(self.spot.id)

    @override
    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self.opened.emit(self.spot.id)

    @override
    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        if self.spot.kind != "heading":
            self.asked.emit(self.spot.id, QPointF(event.screenPos()))


def _content(spot: Spot) -> tuple[object, ...]:
    return spot.label, spot.note, spot.count, spot.width, spot.is_pinned
