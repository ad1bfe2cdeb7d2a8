"""The values of one facet in two levels."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from personamap.domain.facet import Facet, FacetValue
from personamap.edits.facet_values import branches
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural

_ID = Qt.ItemDataRole.UserRole
_ROW = 30
_STEPS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Right: "in",
    Qt.Key.Key_Left: "out",
}


class ValueTree(QTreeWidget):
    """Drag a value to its place, or press Alt with an arrow key."""

    chosen = Signal(str)
    placed = Signal(str, object, int)  # value id, its group or None, place there
    step_asked = Signal(str)
    removal_asked = Signal()
    name_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str | None], ...] = ()
        self._facet_id = ""
        self.items: dict[str, QTreeWidgetItem] = {}
        self.setProperty("role", "list")
        self.setHeaderHidden(True)
        self.setAccessibleName(_("Values"))
        self.setAccessibleDescription(
            _(
                "Alt with Up or Down moves a value, with Right it becomes a detail of the one "
                "above, with Left it stands by itself again."
            )
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentItemChanged.connect(self._on_current)

    @property
    def current_id(self) -> str:
        """The value that is looked at."""
        item = self.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def show_facet(self, facet: Facet, counts: dict[str, int], current: str = "") -> None:
        """Show the values of a facet; `counts` says how many people have each."""
        shape = tuple((value.id, value.parent) for value in facet.values)
        if (facet.id, shape) != (self._facet_id, self._shown):
            same = facet.id == self._facet_id
            self._facet_id, self._shown = facet.id, shape
            self._build(facet, current or (self.current_id if same else ""))
        elif current:
            self.setCurrentItem(self.items[current])
        for value in facet.values:
            _dress(self.items[value.id], value, counts.get(value.id, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self.step_asked.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current_id:
            self.removal_asked.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.name_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        # As in the list of facets: the project moves it, the tree shows where it then is.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        moving = self.currentItem()
        if moving is not None:
            self.drop(moving, event.position().toPoint())

    def drop(self, moving: QTreeWidgetItem, at: QPoint) -> None:
        """Ask for a value to stand where it was let go of."""
        target = self.itemAt(at)
        value_id = str(moving.data(0, _ID))
        if target is None:
            self.placed.emit(value_id, None, self.topLevelItemCount())
            return
        if target is moving:
            return
        above = target.parent()
        position = self.dropIndicatorPosition()
        if position == QAbstractItemView.DropIndicatorPosition.OnItem:
            group = above or target
            if group is not moving:
                self.placed.emit(value_id, str(group.data(0, _ID)), group.childCount())
            return
        siblings = above or self.invisibleRootItem()
        place = siblings.indexOfChild(target)
        place += int(position == QAbstractItemView.DropIndicatorPosition.BelowItem)
        before = siblings.indexOfChild(moving)
        place -= int(0 <= before < place)
        if above is not moving:
            self.placed.emit(value_id, str(above.data(0, _ID)) if above else None, place)

    def _build(self, facet: Facet, current: str) -> None:
        self.blockSignals(True)
        self.clear()
        self.items.clear()
        for branch in branches(facet):
            top = self._item(self, branch.group)
            for detail in branch.details:
                self._item(top, detail)
        self.expandAll()
        wanted = self.items.get(current) or self.topLevelItem(0)
        if wanted is not None:
            self.setCurrentItem(wanted)
        self.blockSignals(False)
        self.chosen.emit(self.current_id)

    def _item(self, above: QTreeWidget | QTreeWidgetItem, value: FacetValue) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above)
        item.setData(0, _ID, value.id)
        item.setSizeHint(0, QSize(0, current_theme().px(_ROW)))
        self.items[value.id] = item
        return item

    def _on_current(self) -> None:
        self.chosen.emit(self.current_id)


def _dress(item: QTreeWidgetItem, value: FacetValue, people: int) -> None:
    words = value.label or _("No name yet")
    if people:
        counted = plural("{count} person", "{count} people", people)
        words = _("{value} · {people}").format(value=words, people=counted)
    item.setText(0, words)
    item.setToolTip(0, plain_tip(value.definition))
    item.setIcon(0, icon("star", "accent") if value.starred else QIcon())
    said = _("{value}, matters").format(value=words) if value.starred else words
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
