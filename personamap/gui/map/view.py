"""The view of the map: zooming, panning and walking it with the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from typing_extensions import override

from personamap.analysis.map.parts import Spot
from personamap.analysis.map.walk import Direction, next_in, walkable
from personamap.gui.look.theme import current_theme
from personamap.gui.map.scene import QUIET_ABOVE, MapScene

SMALLEST, LARGEST = 0.05, 4.0
_STEP, _WHEEL_STEP, _NOTCH = 1.25, 1.15, 120.0
_REACH = 6.0
"""How near to a line, in pixels, a press means it."""

_MARGIN, _ROOM, _NUDGE = 24.0, 400.0, 16.0
_ARROWS: dict[Qt.Key, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_WAYS: dict[Direction, QPointF] = {
    "left": QPointF(-_NUDGE, 0),
    "right": QPointF(_NUDGE, 0),
    "up": QPointF(0, -_NUDGE),
    "down": QPointF(0, _NUDGE),
}


class MapView(QGraphicsView):
    """Looks at the scene; the zoom is 1 when a map is as large as the text beside it."""

    zoomed = Signal(float)
    nudged = Signal(str, QPointF)
    resized = Signal()

    def __init__(
        self, scene: MapScene, describe: Callable[[Spot], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(scene, parent)
        self.describe = describe
        self.map_scene = scene
        self._looks: Callable[[], None] | None = self.look_first
        self._pressed: QPoint | None = None
        self.setProperty("ownFocusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)

    @property
    def zoom(self) -> float:
        """How large the map is shown."""
        return self.transform().m11() / current_theme().text_scale

    def set_zoom(self, zoom: float) -> None:
        """Show the map at a zoom, keeping in place what is under the mouse or in the middle."""
        self._looks = None
        self._scale_to(zoom)

    def zoom_in(self) -> None:
        """Show the map one step larger, around its middle."""
        self._zoom_around_middle(_STEP)

    def zoom_out(self) -> None:
        """Show the map one step smaller, around its middle."""
        self._zoom_around_middle(1 / _STEP)

    def fit(self) -> None:
        """Show the whole map, never larger than at 100 %, and keep doing so on resizing."""
        self._looks = self.fit
        everything = self.map_scene.content_rect()
        if everything.isEmpty():
            return
        content = everything.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self.setSceneRect(content.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        if self.viewport().width() < 1:
            return
        across = self.viewport().width() / content.width()
        down = self.viewport().height() / content.height()
        self._scale_to(min(across, down) / current_theme().text_scale, largest=1.0)
        self.centerOn(content.center())

    def look_first(self) -> None:
        """Show the whole map, or its middle where enlarged text would come out smaller than usual.

        It keeps doing so on resizing. A crowd is shown whole whatever its size: an overview is
        what it is looked at for.
        """
        self.fit()
        usual = 1 / current_theme().text_scale
        is_crowd = self.map_scene.picture.people > QUIET_ABOVE
        if self.zoom < usual < 1 and not is_crowd:
            self.set_zoom(usual)
            self.centerOn(self.map_scene.content_rect().center())
        self._looks = self.look_first

    def refit(self) -> None:
        """Make room for what the map holds now, without moving what is looked at."""
        if self._looks is not None:
            self._looks()
            return
        room = self.map_scene.content_rect().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        self.setSceneRect(room.united(self.mapToScene(self.viewport().rect()).boundingRect()))

    def reveal(self, spot_id: str) -> None:
        """Bring a spot into view."""
        item = self.map_scene.item(spot_id)
        if item is not None:
            rect = item.boundingRect().translated(QPointF(item.spot.x, item.spot.y))
            self.ensureVisible(rect, round(_MARGIN), round(_MARGIN))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.map_scene.gesture()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * _WHEEL_STEP ** (event.angleDelta().y() / _NOTCH))
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.map_scene.gesture()
            self.set_zoom(self.zoom * (1 + event.value()))
            return True
        return super().viewportEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._pressed = at if self._tie_at(at) else None
        if self._pressed is None and self.itemAt(at) is None:
            self.map_scene.choose("")
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        at = event.position().toPoint()
        if pressed and (at - pressed).manhattanLength() < QApplication.startDragDistance():
            self.map_scene.tie_asked.emit(self._tie_at(pressed), event.globalPosition())
        self._show_hand(at)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons():
            self._looks = None
            self.map_scene.gesture()
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._show_hand(event.position().toPoint())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._looks is not None:
            self._looks()
        self.resized.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.map_scene.look(replace(self.map_scene.showing, has_focus=True))
        if not self.map_scene.selected and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            is_back = event.reason() == Qt.FocusReason.BacktabFocusReason
            self._walk_to(_end(self._walkable(), is_back))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.map_scene.look(replace(self.map_scene.showing, has_focus=False))

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        order = [spot.id for spot in self._walkable()]
        if self.map_scene.selected in order:
            at = order.index(self.map_scene.selected) + (1 if is_next else -1)
            if 0 <= at < len(order):
                self._walk_to(order[at])
                return True
        return super().focusNextPrevChild(is_next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.map_scene.arrival.finish()
        key = Qt.Key(event.key())
        here = self.map_scene.picture.find(self.map_scene.selected)
        if key in _ARROWS:
            self._on_arrow(_ARROWS[key], here, event.modifiers())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here:
            self.map_scene.opened.emit(here.id)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(_end(self._walkable(), key == Qt.Key.Key_End))
        elif key == Qt.Key.Key_Escape and here:
            self.map_scene.choose("")
        elif key == Qt.Key.Key_Menu and here:
            self.map_scene.asked.emit(here.id, QPointF(self._on_screen(here)))
        else:
            super().keyPressEvent(event)

    def _tie_at(self, at: QPoint) -> str:
        """Return the relationship whose line is here, where nothing lies upon it."""
        if self.itemAt(at) is not None:
            return ""
        return self.map_scene.tie_at(self.mapToScene(at), _REACH / self.transform().m11())

    def _show_hand(self, at: QPoint) -> None:
        """Show a hand that points over a line, and one that grasps over the ground."""
        if self.itemAt(at) is None:
            is_line = bool(self._tie_at(at))
            hands = Qt.CursorShape
            self.viewport().setCursor(hands.PointingHandCursor if is_line else hands.OpenHandCursor)

    def _on_arrow(self, way: Direction, here: Spot | None, modifiers: Qt.KeyboardModifier) -> None:
        if here is None:
            self._walk_to(_end(self._walkable(), False))
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.nudged.emit(here.id, QPointF(here.x, here.y) + _WAYS[way])
        else:
            there = next_in(self.map_scene.picture.spots, here, way)
            self._walk_to(there.id if there else "")

    def _walk_to(self, spot_id: str) -> None:
        if spot_id:
            self.map_scene.choose(spot_id)
            self.reveal(spot_id)

    def _walkable(self) -> tuple[Spot, ...]:
        self.map_scene.arrival.finish()
        return walkable(self.map_scene.picture.spots)

    def _on_screen(self, spot: Spot) -> QPointF:
        return QPointF(self.viewport().mapToGlobal(self.mapFromScene(spot.x, spot.y)))

    def _zoom_around_middle(self, factor: float) -> None:
        anchor = self.transformationAnchor()
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.set_zoom(self.zoom * factor)
        self.setTransformationAnchor(anchor)

    def _scale_to(self, zoom: float, largest: float = LARGEST) -> None:
        wanted = min(max(zoom, SMALLEST), largest)
        factor = wanted / self.zoom
        self.scale(factor, factor)
        self.zoomed.emit(wanted)


def _end(order: tuple[Spot, ...], is_last: bool) -> str:
    if not order:
        return ""
    return order[-1 if is_last else 0].id
