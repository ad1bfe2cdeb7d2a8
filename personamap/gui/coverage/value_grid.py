"""The seats of one facet: a wrapping row of values with the people on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from personamap.gui.coverage.captions import LINE, lines_needed, paint_caption
from personamap.gui.coverage.shown import Shown, paint_seat
from personamap.gui.coverage.stars import paint_star
from personamap.gui.coverage.value_cells import ValueCell
from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.focus_ring import paint_ring
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_FACE = 32
_LEAST_WIDTH, _MOST_WIDTH, _CELL_HEIGHT = 92, 150, 60
_ROOM = 5
_INSET = 3
"""Room left of a seat, so that its ring is whole in the first column too."""
_STAR = 11

Index = QModelIndex | QPersistentModelIndex


def face() -> int:
    """Return how large a face is on its seat, which is larger in larger text."""
    return current_theme().px(_FACE)


def line_height() -> int:
    """Return how high a line of seats is whose captions take one line."""
    return current_theme().px(_CELL_HEIGHT) + 2 * _ROOM


class ValueGrid(QListView):
    """Lists the values of a facet as seats; as high as it needs to be, never scrolling."""

    asked = Signal(str)  # the id of the value somebody wants to look into

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self._cells: dict[str, ValueCell] = {}
        self.values = IdListModel(self._show, self)
        self.setModel(self.values)
        self.setItemDelegate(_SeatDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ownFocusRing", True)
        self.setProperty("role", "wall")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_activated)

    def show_cells(self, cells: Sequence[ValueCell], shown: Shown) -> None:
        """Show these seats, drawn from one report."""
        earlier, self.shown = self.shown, shown
        before, self._cells = self._cells, {cell.id: cell for cell in cells}
        edited = {
            cell.id
            for cell in cells
            if before.get(cell.id) != cell or not shown.looks_like(earlier, cell.people)
        }
        self.values.show_ids([cell.id for cell in cells], edited)
        self._fit()

    def cell(self, value_id: str) -> ValueCell | None:
        """Return a seat of this row."""
        return self._cells.get(value_id)

    def below(self, value_id: str) -> QPoint:
        """Return where a seat ends on the screen, for what pops up from it."""
        rect = self.visualRect(self.values.index_of(value_id))
        return self.viewport().mapToGlobal(rect.bottomLeft())

    def cell_size(self) -> QSize:
        """Return how large one seat is: as many in a line as have room, the same for all facets."""
        theme = current_theme()
        room = self.viewport().width() - 1
        in_a_line = max(1, room // theme.px(_LEAST_WIDTH))
        width = min(theme.px(_MOST_WIDTH), room // in_a_line)
        lines = lines_needed(
            width - _INSET - _ROOM, [(c.label, c.caption) for c in self._cells.values()]
        )
        caption = theme.px(_CELL_HEIGHT - _FACE - LINE) + lines * theme.px(LINE)
        return QSize(max(1, width), face() + caption)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = self.cell_size()
        self.setGridSize(size)
        a_line = max(1, (self.viewport().width() - 1) // size.width())
        lines = max(1, -(-len(self._cells) // a_line))
        height = lines * size.height() + 2 * _ROOM
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _show(self, value_id: str, role: int) -> Any:
        cell = self._cells[value_id]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        if role == Qt.ItemDataRole.ToolTipRole and self.shown is not None:
            names = ", ".join(self.shown.names(cell.people)[:12])
            told = _("{value}: {names}").format(value=cell.label, names=names or _("nobody"))
            return plain_tip(told)
        return None

    def _on_activated(self, index: QModelIndex) -> None:
        self.asked.emit(self.values.id_at(index))


class _SeatDelegate(QStyledItemDelegate):
    def __init__(self, grid: ValueGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._grid.cell_size()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._grid.cell(self._grid.values.id_at(index))
        shown = self._grid.shown
        if cell is None or shown is None:
            return
        area = QRectF(option.rect).adjusted(_INSET, _ROOM, -_ROOM, 0)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current_theme().color("sunken"))
            painter.drawRoundedRect(area.adjusted(-2, -3, 2, 0), 8, 8)
        self._paint_seat(painter, area, cell, shown)
        below = area.adjusted(0, face() + 3, 0, 0)
        paint_caption(painter, below, cell.label, cell.caption, cell.tone)
        if state & QStyle.StateFlag.State_HasFocus and self._grid.hasFocus():
            paint_ring(painter, area.adjusted(2, 1, -2, -4), 6)
        painter.restore()

    def _paint_seat(self, painter: QPainter, area: QRectF, cell: ValueCell, shown: Shown) -> None:
        size = face()
        at = placed(painter, QRectF(area.left(), area.top(), size, size), area).topLeft()
        if cell.people:
            behind = current_theme().color("surface")
            place = QRectF(area.left(), area.top(), area.width(), size)
            shown.paint_people(painter, place, cell.people, behind)
        else:
            paint_seat(painter, at, size)
        if cell.starred:
            star = current_theme().px(_STAR)
            mark = QRectF(area.left() + size - 4, area.top() - 2, star, star)
            paint_star(painter, placed(painter, mark, area), filled=True)
