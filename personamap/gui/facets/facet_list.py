"""The facets of a project in the order in which everybody answers them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from personamap.domain.facet import Facet
from personamap.domain.project import Project
from personamap.gui.facets.words import facet_line, facet_name
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_ID = Qt.ItemDataRole.UserRole
_ROW, _WIDTH, _MARK = 48, 250, 16


class FacetList(QListWidget):
    """Drag a facet to its place, or press Alt with Up or Down."""

    chosen = Signal(str)
    moved = Signal(str, int)  # facet id, its place among all
    removal_asked = Signal()
    name_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "list")
        self.setAccessibleName(_("Facets"))
        self.setAccessibleDescription(_("Alt with Up or Down moves a facet."))
        self.setMinimumWidth(current_theme().px(_WIDTH))
        side = current_theme().px(_MARK)
        self.setIconSize(QSize(side, side))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentItemChanged.connect(self._on_current)

    @property
    def current_id(self) -> str:
        """The facet that is looked at."""
        row = self.currentRow()
        return str(self.item(row).data(_ID)) if row >= 0 else ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The facets as they are listed."""
        return tuple(str(self.item(at).data(_ID)) for at in range(self.count()))

    def show_facets(self, project: Project, current: str = "") -> None:
        """List the facets of a project, with `current` or the same as before in front."""
        wanted = current or self.current_id
        ids = tuple(facet.id for facet in project.facets)
        if ids != self.ids:
            self._list(ids, wanted)
        for at, facet in enumerate(project.facets):
            _dress(self.item(at), project, facet)

    def show_current(self, facet_id: str) -> None:
        """Put a facet in front."""
        if facet_id in self.ids:
            self.setCurrentRow(self.ids.index(facet_id))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            self.step(steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current_id:
            self.removal_asked.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.name_wanted.emit()
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Move the current facet up or down."""
        place = self.currentRow() + by
        if self.current_id and 0 <= place < self.count():
            self.moved.emit(self.current_id, place)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        # The list moves nothing by itself: it shows the order that the project then has.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        at = event.position().toPoint()
        target = self.itemAt(at)
        place = self.count()
        if target is not None:
            below = at.y() > self.visualItemRect(target).center().y()
            place = self.row(target) + int(below)
        self.moved.emit(self.current_id, place - int(place > self.currentRow()))

    def _list(self, ids: tuple[str, ...], wanted: str) -> None:
        row = max(self.currentRow(), 0)
        self.blockSignals(True)
        self.clear()
        for facet_id in ids:
            item = QListWidgetItem(self)
            item.setData(_ID, facet_id)
            item.setSizeHint(QSize(0, current_theme().px(_ROW)))
        self.setCurrentRow(ids.index(wanted) if wanted in ids else min(row, len(ids) - 1))
        self.blockSignals(False)
        self.chosen.emit(self.current_id)

    def _on_current(self) -> None:
        self.chosen.emit(self.current_id)


def _dress(item: QListWidgetItem, project: Project, facet: Facet) -> None:
    name, line = facet_name(facet), facet_line(project, facet)
    item.setText(f"{name}\n{line}")
    marks = [_("matters")] if facet.starred else []
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join([name, *marks, line]))
    item.setToolTip(plain_tip(facet.help))
    item.setIcon(_mark(facet))
    tint = current_theme().color("ink" if facet.active else "ink3")
    item.setForeground(tint)


def _mark(facet: Facet) -> QIcon:
    if not facet.active:
        return icon("eye-off", "ink3")
    return icon("star", "accent") if facet.starred else icon("grip-vertical", "ink3")
