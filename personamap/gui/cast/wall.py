"""The wall: all portraits of the cast on one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from personamap.gui.cast.card_delegate import MARGIN, CardDelegate, card_height, more_rect
from personamap.gui.id_list_model import IdListModel, Index
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _

NARROWEST = 272
_SIDE = 24 - MARGIN
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_OTHERWISE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)


class Wall(QListView):
    """Persona cards in rows; arrows walk, Return opens, several can be selected."""

    opened = Signal(str)
    current_changed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        show: Callable[[str, int], Any],
        portraits: Portraits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "wall")
        self.setProperty("ownFocusRing", True)
        self.setAccessibleName(_("Cast"))
        self.cards = IdListModel(show, self)
        self.delegate = CardDelegate(portraits, self)
        self.setModel(self.cards)
        self.setItemDelegate(self.delegate)
        # A list that wraps would be laid out anew with every edit; icons are only repainted.
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_context_menu)
        self.doubleClicked.connect(self._on_opened)
        look = current_look()
        if look is not None:
            look.changed.connect(self._lay_out)

    @property
    def current_id(self) -> str:
        """The persona the keyboard is on."""
        return self.cards.id_at(self.currentIndex())

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The selected personas in the order of the wall."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(self.cards.id_at(index) for index in rows)

    def select(self, ids: Sequence[str]) -> None:
        """Select these personas and bring the first of them into view."""
        chosen = QItemSelection()
        for persona_id in ids:
            index = self.cards.index_of(persona_id)
            chosen.select(index, index)
        first = self.cards.index_of(ids[0]) if ids else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        if first.isValid():
            self.scrollTo(first)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.cards.id_at(current))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYBOARD:
            self.delegate.rings = True
        elif event.reason() in _OTHERWISE:
            self.delegate.rings = False
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.opened.emit(self.current_id)
        elif event.key() == Qt.Key.Key_Menu and self.current_id:
            self._on_context_menu(more_rect(self.visualRect(self.currentIndex())).center())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and more_rect(self.visualRect(index)).contains(at):
            self._on_context_menu(at)
            return
        super().mousePressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    def _show_ring(self) -> None:
        if not self.delegate.rings:
            self.delegate.rings = True
            self.viewport().update()

    def _lay_out(self) -> None:
        theme = current_theme()
        room = self.width() - 2 * _SIDE
        columns = max(1, room // (theme.px(NARROWEST) + 2 * MARGIN))
        self.setViewportMargins(_SIDE, 0, 0, 0)
        cell = QSize(max(room // columns, 2 * MARGIN + 80), card_height(theme) + 2 * MARGIN)
        if cell != self.delegate.cell:
            self.delegate.cell = cell
            self.setGridSize(cell)
            self.doItemsLayout()

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.cards.id_at(index))

    def _on_context_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        if self.cards.id_at(index) not in self.selected_ids:
            self.select([self.cards.id_at(index)])
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        where = QRect(more_rect(self.visualRect(index))).bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(where))
