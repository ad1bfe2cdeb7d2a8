"""The matrix on screen: faces in cells, hatched where nobody could be."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.matrix import Line
from personamap.gui.coverage.cell_paint import (
    frame_as_it_stands,
    paint_chevron,
    paint_head,
    paint_people_in_cell,
)
from personamap.gui.coverage.cell_table import FOLDS, CellTable
from personamap.gui.coverage.hatch import paint_hatch
from personamap.gui.coverage.matrix_model import MatrixModel
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.i18n import _, in_digits

_ROW_HEIGHT, _LEAST_COLUMN, _LABEL_WIDTH = 34, 64, 128
_MOST_ROWS = 12
_INDENT, _DETAIL, _CHEVRON, _APART = 16, 28, 12, 6
_ALWAYS = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff

Index = QModelIndex | QPersistentModelIndex


class MatrixView(CellTable):
    """A table walked with the arrow keys; Enter or a click asks who is in a cell.

    A row of two levels opens with a click on its name, or with the plus
    key; minus closes it.
    """

    asked = Signal(int, int)
    unfolded = Signal(int)  # the row whose details are to show, or to go

    def __init__(self, matrix: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self.setModel(matrix)
        self.setItemDelegate(_CellDelegate(matrix, self))
        self.setVerticalHeader(_RowHeader(matrix, self))
        self.setAccessibleName(_("Who does what"))
        self.setHorizontalHeader(_ColumnHeader(matrix, self))
        matrix.modelReset.connect(self._fit)
        self.clicked.connect(self._on_activated)
        self.activated.connect(self._on_activated)
        self.verticalHeader().sectionClicked.connect(self.unfolded)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        wants_open = FOLDS.get(event.text())
        if wants_open is None or not index.isValid():
            super().keyPressEvent(event)
            return
        row = self._matrix.group_row(index.row())
        if self._matrix.is_open(row) != wants_open:
            self.unfolded.emit(row)
            column = min(index.column(), self._matrix.columnCount() - 1)
            self.setCurrentIndex(self._matrix.index(row, column))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the first rows, with a scroll bar only where it is needed.

        All of it follows from the width given to the table, and nothing from
        whether a scroll bar is there already: else one that comes and goes
        would keep the window busy for ever.
        """
        theme = current_theme()
        rows, columns = self._matrix.rowCount(), max(1, self._matrix.columnCount())
        height, head = max(_ROW_HEIGHT, theme.px(_ROW_HEIGHT)), theme.px(32)
        bar, long = self.verticalScrollBar().sizeHint().width(), rows > _MOST_ROWS
        room = self.size_heads(height, head, theme.px(_LABEL_WIDTH)) + (0 if long else bar)
        wide = self._least() * columns > room
        self.setVerticalScrollBarPolicy(_ALWAYS if long else _NEVER)
        self.setHorizontalScrollBarPolicy(_ALWAYS if wide else _NEVER)
        self.horizontalHeader().setDefaultSectionSize(max(self._least(), room // columns))
        shown = min(_MOST_ROWS, max(1, rows))
        self.setFixedHeight(head + shown * height + (bar if wide else 0) + 1)

    def _least(self) -> int:
        return current_theme().px(_LEAST_COLUMN)

    def _on_activated(self, index: QModelIndex) -> None:
        self.asked.emit(index.row(), index.column())


class _ColumnHeader(QHeaderView):
    """Names a column, in as little room as there is."""

    def __init__(self, matrix: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._matrix = matrix
        self.setSectionsClickable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        line = self._matrix.matrix.columns[logicalIndex]
        painter.save()
        paint_head(painter, rect)
        painter.setFont(theme.font("chip-strong"))
        if painter.fontMetrics().horizontalAdvance(line.label) > rect.width() - 2:
            # A little narrower, before anything is cut.
            painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink2"))
        label = painter.fontMetrics().elidedText(
            line.label, Qt.TextElideMode.ElideRight, rect.width() - 2
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label)
        painter.restore()


class _RowHeader(QHeaderView):
    """Names a row and says how many people are in it."""

    def __init__(self, matrix: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = matrix
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        line = self._matrix.matrix.rows[logicalIndex]
        painter.save()
        paint_head(painter, rect)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        left = theme.px(_DETAIL if line.group else _INDENT)
        inner = QRectF(rect).adjusted(left, 0, -8, 0)
        if line.details:
            side = theme.px(_CHEVRON)
            mark = QRectF(rect.left() + 3, 0, side, side)
            mark.moveTop(inner.center().y() - side / 2)
            mark = placed(painter, mark, QRectF(rect))
            paint_chevron(painter, mark, is_open=self._matrix.is_open(logicalIndex))
        self._paint_words(painter, placed(painter, inner, QRectF(rect)), line)
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRectF, line: Line) -> None:
        """Write the label with its number behind it, or below it where both have no room."""
        theme = current_theme()
        count = in_digits(len(line.people)) if line.people else _("nobody")
        small, font = theme.font("chip"), theme.font("chip" if line.group else "chip-strong")
        wide = QFontMetricsF(small).horizontalAdvance(count)
        metrics = QFontMetricsF(font)
        above = metrics.horizontalAdvance(line.label) > inner.width() - wide - _APART
        room = inner.width() if above else inner.width() - wide - _APART
        label = metrics.elidedText(line.label, Qt.TextElideMode.ElideRight, room)
        upper, lower = inner, inner
        if above:
            half = inner.height() / 2
            upper, lower = inner.adjusted(0, 1, 0, -half), inner.adjusted(0, half, 0, -1)
        painter.setFont(small)
        painter.setPen(theme.color("ink3"))
        side = Qt.AlignmentFlag.AlignLeft if above else Qt.AlignmentFlag.AlignRight
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter | side, count)
        painter.setFont(font)
        painter.setPen(theme.color("ink2" if line.group else "ink"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(upper, left, label)


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, matrix: MatrixModel, view: QTableView) -> None:
        super().__init__(view)
        self._matrix, self._view = matrix, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        area = QRectF(option.rect)
        people = self._matrix.people(index)
        painter.save()
        if self._matrix.is_out_of_reach(index):
            paint_hatch(painter, area)
        else:
            painter.fillRect(area, theme.color("surface" if people else "sunken"))
        if people and self._matrix.shown is not None:
            paint_people_in_cell(painter, area, people, self._matrix.shown)
        frame_as_it_stands(painter, option, self._view)
        painter.restore()
