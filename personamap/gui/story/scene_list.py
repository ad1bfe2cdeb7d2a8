"""The scenes of the course as cards, one below the other, in the order in which they happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from personamap.gui.cast.line_card_delegate import MARGIN, LineCardDelegate, more_rect
from personamap.gui.id_list_model import IdListModel, Index
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.card_view import CardView
from personamap.i18n import _

_SIDE = 24 - MARGIN
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


class SceneList(CardView):
    """Scene cards one below the other, which can be dragged to another place."""

    dropped = Signal(object, int)  # ids of scenes, the place before which they go

    def __init__(
        self, show: Callable[[str, int], Any], portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(SceneModel(show), more_rect, parent)
        self.setAccessibleName(_("Scenes in order"))
        self.setItemDelegate(LineCardDelegate(portraits, self))
        self.setViewportMargins(_SIDE, 0, _SIDE, 0)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self._drop_at: int | None = None
        look = current_look()
        if look is not None:
            look.changed.connect(self.scheduleDelayedItemsLayout)

    def place_at(self, at: QPoint) -> int:
        """Return before which scene something goes that is dropped here."""
        for row in range(self.cards.rowCount()):
            if at.y() < self.visualRect(self.cards.index(row)).center().y():
                return row
        return self.cards.rowCount()

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
        known = [scene_id for scene_id in ids if scene_id in self.cards.ids]
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
        last = self.cards.rowCount() - 1
        if row > last:
            return float(self.visualRect(self.cards.index(last)).bottom())
        return float(max(1, self.visualRect(self.cards.index(row)).top()))

    def _mark_drop(self, row: int | None) -> None:
        if row != self._drop_at:
            self._drop_at = row
            self.viewport().update()
