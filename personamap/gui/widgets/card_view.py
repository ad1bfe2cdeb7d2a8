"""Cards that can be walked, opened, and selected several at once: people, or scenes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QWidget
from typing_extensions import override

from personamap.gui.id_list_model import IdListModel, Index

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_OTHERWISE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)


class CardView(QListView):
    """Arrows walk, Return or F2 opens, several can be selected, and "…" opens the menu of a card.

    `more_rect` tells where, from left to right, the "…" is in the cell of a card. `rings` tells
    whether the card the keyboard is on wears a ring, which who paints the
    cards looks at.
    """

    opened = Signal(str)
    current_changed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        cards: IdListModel,
        more_rect: Callable[[QRect], QRect],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cards, self._more_rect = cards, more_rect
        self.rings = True
        cards.setParent(self)
        self.setModel(cards)
        self.setProperty("role", "wall")
        self.setProperty("ownFocusRing", True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_context_menu)
        self.doubleClicked.connect(self._on_opened)

    @property
    def current_id(self) -> str:
        """The card the keyboard is on."""
        return self.cards.id_at(self.currentIndex())

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The selected cards in their order."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(self.cards.id_at(index) for index in rows)

    def select(self, ids: Sequence[str]) -> None:
        """Select these cards and bring the first of them into view."""
        chosen = QItemSelection()
        for start, end in self.cards.spans_of(ids):
            chosen.select(start, end)
        first = self.cards.index_of(ids[0]) if ids else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        if first.isValid():
            self.scrollTo(first)

    def show_cards(self, ids: Sequence[str], edited: Collection[str]) -> None:
        """List these; if what was selected is gone, select what is next to it."""
        known, last = self.cards.ids, (*self.selected_ids, self.current_id)[0]
        self.cards.show_ids(ids, edited)
        if ids and not self.selected_ids:
            self.select((_next_to(last, known, ids),))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.cards.id_at(current))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYBOARD:
            self.rings = True
        elif event.reason() in _OTHERWISE:
            self.rings = False
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring()
        if event.key() in _OPENING and self.current_id:
            self.opened.emit(self.current_id)
        elif event.key() == Qt.Key.Key_Menu and self.current_id:
            self._on_context_menu(self._more_at(self.currentIndex()).center())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and self._more_at(index).contains(at):
            self._on_context_menu(at)
            return
        super().mousePressEvent(event)

    def _show_ring(self) -> None:
        if not self.rings:
            self.rings = True
            self.viewport().update()

    def _more_at(self, index: QModelIndex) -> QRect:
        cell = self.visualRect(index)
        return QStyle.visualRect(self.layoutDirection(), cell, self._more_rect(cell))

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.cards.id_at(index))

    def _on_context_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        if self.cards.id_at(index) not in self.selected_ids:
            self.select([self.cards.id_at(index)])
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.menu_wanted.emit(self.viewport().mapToGlobal(self._more_at(index).bottomLeft()))


def _next_to(last: str, known: Sequence[str], ids: Sequence[str]) -> str:
    """Return what is listed still and was there, behind it, or else before it, or else is first."""
    place = known.index(last) if last in known else 0
    near = (*known[place:], *reversed(known[:place]))
    listed = frozenset(ids)
    return next((card_id for card_id in near if card_id in listed), ids[0])
