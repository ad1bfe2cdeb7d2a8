"""The scenes of the course as cards, one below the other, in the order in which they happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from personamap.gui.id_list_model import IdListModel, Index
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.scene_delegate import MARGIN, SceneDelegate, more_rect
from personamap.i18n import _

_SIDE = 24 - MARGIN
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_OTHERWISE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)
_KIND = "application/x-personamap-scenes"


class SceneModel(IdListModel):
    """Lists scenes that can be dragged; where they are dropped is up to the list."""

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_KIND]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        ids = [self.id_at(index) for index in sorted(indexes, key=lambda index: index.row())]
        carried.setData(_KIND, "\n".join(ids).encode())
        return carried


class SceneList(QListView):
    """Arrows walk, Return opens, several can be selected and dragged to another place."""

    opened = Signal(str)
    current_changed = Signal(str)
    menu_wanted = Signal(QPoint)
    dropped = Signal(object, int)  # ids of scenes, the place before which they go

    def __init__(
        self, show: Callable[[str, int], Any], portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "wall")
        self.setProperty("ownFocusRing", True)
        self.setAccessibleName(_("Scenes in order"))
        self.scenes = SceneModel(show, self)
        self.delegate = SceneDelegate(portraits, self)
        self.setModel(self.scenes)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_SIDE, 0, _SIDE, 0)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self._drop_at: int | None = None
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_context_menu)
        self.doubleClicked.connect(self._on_opened)
        look = current_look()
        if look is not None:
            look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current_id(self) -> str:
        """The scene the keyboard is on."""
        return self.scenes.id_at(self.currentIndex())

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The selected scenes in their order."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(self.scenes.id_at(index) for index in rows)

    def select(self, ids: Sequence[str]) -> None:
        """Select these scenes and bring the first of them into view."""
        chosen = QItemSelection()
        for scene_id in ids:
            index = self.scenes.index_of(scene_id)
            chosen.select(index, index)
        first = self.scenes.index_of(ids[0]) if ids else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        if first.isValid():
            self.scrollTo(first)

    def place_at(self, at: QPoint) -> int:
        """Return before which scene something goes that is dropped here."""
        for row in range(self.scenes.rowCount()):
            if at.y() < self.visualRect(self.scenes.index(row)).center().y():
                return row
        return self.scenes.rowCount()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.scenes.id_at(current))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYBOARD:
            self.delegate.rings = True
        elif event.reason() in _OTHERWISE:
            self.delegate.rings = False
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.delegate.rings:
            self.delegate.rings = True
            self.viewport().update()
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
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_KIND):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # which scrolls near the edges
        if event.mimeData().hasFormat(_KIND):
            self._mark_drop(self.place_at(event.position().toPoint()))
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mark_drop(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(None)
        self.setState(QAbstractItemView.State.NoState)
        ids = bytes(event.mimeData().data(_KIND).data()).decode().split("\n")
        known = [scene_id for scene_id in ids if scene_id in self.scenes.ids]
        # What was moved is said to be copied: else the list would take the rows out itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if known:
            self.dropped.emit(known, self.place_at(event.position().toPoint()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_at is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().color("accent"), 3))
        y = self._line_before(self._drop_at)
        painter.drawLine(QPointF(MARGIN, y), QPointF(self.viewport().width() - MARGIN, y))

    def _line_before(self, row: int) -> float:
        last = self.scenes.rowCount() - 1
        if row > last:
            return float(self.visualRect(self.scenes.index(last)).bottom())
        return float(max(1, self.visualRect(self.scenes.index(row)).top()))

    def _mark_drop(self, row: int | None) -> None:
        if row != self._drop_at:
            self._drop_at = row
            self.viewport().update()

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.scenes.id_at(index))

    def _on_context_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        if self.scenes.id_at(index) not in self.selected_ids:
            self.select([self.scenes.id_at(index)])
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        where = more_rect(self.visualRect(index)).bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(where))
