"""Who sits where, on screen: faces and counts, an empty seat where nobody is."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from personamap.gui.catalogue.seat_model import SeatModel
from personamap.gui.coverage.cell_paint import (
    face,
    frame_as_it_stands,
    paint_chevron,
    paint_head,
    paint_people_in_cell,
)
from personamap.gui.coverage.cell_table import FOLDS, CellTable
from personamap.gui.coverage.hatch import paint_hatch
from personamap.gui.coverage.shown import paint_seat
from personamap.gui.coverage.stars import paint_star
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.i18n import _

_ROW_HEIGHT, _HEAD_HEIGHT, _LEAST_COLUMN, _LABEL_WIDTH = 36, 44, 84, 212
_FEWEST_ROWS = 3
_INDENT, _STEP, _CHEVRON, _STAR = 22, 18, 12, 12
_FOLDING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

Index = QModelIndex | QPersistentModelIndex


class SeatView(CellTable):
    """A table walked with the arrow keys; Enter or a click asks who is in a cell.

    A facet opens with a click on its name, or with the plus key; minus
    closes it. The names stay in place while the courses are scrolled.
    """

    asked = Signal(QModelIndex)

    def __init__(self, seats: SeatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seats = seats
        self.setModel(seats)
        self.setItemDelegate(_SeatDelegate(seats, self))
        self.setVerticalHeader(_RowHeader(seats, self))
        self.setHorizontalHeader(_ColumnHeader(seats, self))
        self.setAccessibleName(_("Who is there, course by course"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        seats.modelReset.connect(self._fit)
        self.clicked.connect(self._on_activated)
        self.activated.connect(self._on_activated)
        self.verticalHeader().sectionClicked.connect(self.fold)

    def fold(self, row: int) -> None:
        """Show what is under a row, or hide it; the current cell stays where it is."""
        seats = self._seats
        if not seats.rows[row].below:
            return
        row_id, column = seats.rows[row].id, max(0, self.currentIndex().column())
        at = self.verticalScrollBar().value()
        seats.open_rows(seats.opened ^ {row_id})
        self.verticalScrollBar().setValue(at)
        self.setCurrentIndex(seats.index(row, column))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        wants_open = FOLDS.get(event.text())
        if not index.isValid() or (wants_open is None and event.key() not in _FOLDING_KEYS):
            super().keyPressEvent(event)
            return
        if wants_open is None:
            self._on_activated(index)
            return
        row = self._seats.row_above(index.row())
        if self._seats.is_open(row) != wants_open:
            self.fold(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        height = max(_ROW_HEIGHT, theme.px(_ROW_HEIGHT))
        # Below its head a table shows some rows, also where large text leaves little room.
        self.setMinimumHeight(theme.px(_HEAD_HEIGHT) + _FEWEST_ROWS * height)
        room = self.size_heads(height, theme.px(_HEAD_HEIGHT), theme.px(_LABEL_WIDTH))
        share = room // max(1, self._seats.columnCount())
        self.horizontalHeader().setDefaultSectionSize(max(theme.px(_LEAST_COLUMN), share))

    def _on_activated(self, index: QModelIndex) -> None:
        if self._seats.rows[index.row()].depth == 0:
            self.fold(index.row())
        elif self._seats.seat(index) is not None:
            self.asked.emit(index)


class _ColumnHeader(QHeaderView):
    """Names a course in one line or two."""

    def __init__(self, seats: SeatModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._seats = seats
        self.setSectionsClickable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        painter.save()
        paint_head(painter, rect)
        painter.setFont(theme.font("chip-strong"))
        painter.setPen(theme.color("ink" if self._seats.is_whole(logicalIndex) else "ink2"))
        room = rect.adjusted(6, 2, -6, -4)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        label, metrics = self._seats.titles[logicalIndex], painter.fontMetrics()
        if not room.contains(metrics.boundingRect(room, flags, label)):
            label = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, label)
        painter.restore()


class _RowHeader(QHeaderView):
    """Names a facet or a value, with a mark where something can be shown under it."""

    def __init__(self, seats: SeatModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._seats = seats
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        row = self._seats.rows[logicalIndex]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_head(painter, rect, "surface" if row.depth else "ground")
        painter.drawLine(rect.topRight(), rect.bottomRight())
        left = theme.px(_INDENT) + theme.px(_STEP) * max(0, row.depth - 1)
        inner = QRectF(rect).adjusted(left, 0, -8, 0)
        if row.below:
            self._paint_chevron(painter, rect, inner, self._seats.is_open(logicalIndex))
        if row.starred:
            side = theme.px(_STAR)
            star = QRectF(inner.right() - side, inner.center().y() - side / 2, side, side)
            paint_star(painter, placed(painter, star, QRectF(rect)), filled=True)
            inner.setRight(star.left() - 4)
        painter.setFont(theme.font("chip" if row.depth else "chip-strong"))
        painter.setPen(theme.color("ink" if row.everybody else "ink3"))
        label = painter.fontMetrics().elidedText(
            row.label, Qt.TextElideMode.ElideRight, round(inner.width())
        )
        inner = placed(painter, inner, QRectF(rect))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        painter.restore()

    def _paint_chevron(self, painter: QPainter, rect: QRect, beside: QRectF, is_open: bool) -> None:
        side = current_theme().px(_CHEVRON)
        mark = QRectF(beside.left() - side - 4, 0, side, side)
        mark.moveTop(beside.center().y() - side / 2)
        paint_chevron(painter, placed(painter, mark, QRectF(rect)), is_open=is_open)


class _SeatDelegate(QStyledItemDelegate):
    def __init__(self, seats: SeatModel, view: QTableView) -> None:
        super().__init__(view)
        self._seats, self._view = seats, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, index)
        self._paint_seat(painter, area, index)
        frame_as_it_stands(painter, option, self._view)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, index: Index) -> None:
        theme, row = current_theme(), self._seats.rows[index.row()]
        if row.depth == 0:
            painter.fillRect(area, theme.color("ground"))
        elif not row.everybody:
            paint_hatch(painter, area)
        else:
            painter.fillRect(area, theme.color("surface" if self._seats.seat(index) else "sunken"))

    def _paint_seat(self, painter: QPainter, area: QRectF, index: Index) -> None:
        theme, seats = current_theme(), self._seats
        seat, row = seats.seat(index), seats.rows[index.row()]
        if seat is None or row.depth == 0:
            painter.setFont(theme.font("chip"))
            painter.setPen(theme.color("ink3" if seat is None else "ink2"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, seats.caption(index))
        elif seat and seats.shown is not None:
            paint_people_in_cell(painter, area, seat, seats.shown, counted=True)
        else:
            size = face()
            corner = area.center() - QPointF(size / 2, size / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(QRectF(corner.x() + 1, corner.y() + 1, size - 2, size - 2))
            paint_seat(painter, corner, size)
