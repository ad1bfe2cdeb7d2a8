"""Lets screen readers and other assistive programs walk the map.

Graphics items are not in the accessibility tree by themselves. The
factory gives the view children that are list items with a name, a
rectangle and a state, and tells when one of them gets the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QGraphicsScene
from typing_extensions import override

from personamap.analysis.map.walk import walkable
from personamap.gui.map.spot_item import SpotItem
from personamap.gui.map.view import MapView

_INSTALLED = "mapAccessibility"


def install(app: QApplication) -> None:
    """Teach the application about maps, once."""
    if not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface_for)


def announce(item: SpotItem) -> None:
    """Say that the focus went to this item."""
    QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))


def _interface_for(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if isinstance(thing, MapView):
        return MapInterface(thing)
    return NodeInterface(thing) if isinstance(thing, SpotItem) else None


class MapInterface(QAccessibleWidget):
    """The map as a list of what is on it, in reading order."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Name:
            return self._view.accessibleName()
        return self._view.accessibleDescription() if t == QAccessible.Text.Description else ""

    @override
    def childCount(self) -> int:
        return len(self._items())

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt wants null past the end
        items = self._items()
        return _interface(items[index]) if 0 <= index < len(items) else None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        thing = child.object()
        items = self._items()
        return items.index(thing) if isinstance(thing, SpotItem) and thing in items else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt wants null where nothing is
        at = self._view.viewport().mapFromGlobal(QRect(x, y, 1, 1).topLeft())
        item = self._view.itemAt(at)
        return _interface(item) if isinstance(item, SpotItem) else None

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt wants null without a focus
        item = self._view.map_scene.item(self._view.map_scene.selected)
        return _interface(item) if item and self._view.hasFocus() else None

    def _items(self) -> list[SpotItem]:
        scene = self._view.map_scene
        scene.arrival.finish()
        found = (scene.item(spot.id) for spot in walkable(scene.picture.spots))
        return [item for item in found if item is not None]


class NodeInterface(QAccessibleObject):
    """One thing on the map as a list item."""

    def __init__(self, item: SpotItem) -> None:
        super().__init__(item)
        self._item = item

    @override
    def isValid(self) -> bool:
        return self._view() is not None

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def text(self, t: QAccessible.Text) -> str:
        view = self._view()
        return view.describe(self._item.spot) if view and t == QAccessible.Text.Name else ""

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = True
        state.selected = self._item.standing.is_chosen
        state.focused = self._item.standing.has_focus
        return state

    @override
    def rect(self) -> QRect:
        view = self._view()
        if view is None:
            return QRect()
        seen = view.mapFromScene(self._item.sceneBoundingRect()).boundingRect()
        return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    @override
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt wants null without a view
        view = self._view()
        return QAccessible.queryAccessibleInterface(view) if view else None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt wants null: it has none
        return None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def _view(self) -> MapView | None:
        scene: QGraphicsScene | None = self._item.scene()
        views = [] if scene is None else scene.views()
        return views[0] if views and isinstance(views[0], MapView) else None


def _interface(item: SpotItem) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(item)
