"""The matrix on screen: faces in cells, hatched where nobody could be."""

from __future__ import annotations

from PySide6.QtCore import (
    QLineF,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from personamap.gui.coverage.matrix_model import MatrixModel
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import MOST_FACES, OVERLAP
from personamap.i18n import _

FACE = 26
_ROW_HEIGHT, _LEAST_COLUMN, _LABEL_WIDTH = 34, 64, 128
_HATCH, _BESIDE = 6, 4
_MOST_ROWS = 12

Index = QModelIndex | QPersistentModelIndex


class MatrixView(QTableView):
    """A table walked with the arrow keys; Enter or a click asks who is in a cell."""

    asked = Signal(int, int)

    def __init__(self, matrix: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self.setModel(matrix)
        self.setItemDelegate(_CellDelegate(matrix, self))
        self.setVerticalHeader(_RowHeader(matrix, self))
        self.setAccessibleName(_("Who does what"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setProperty("ownFocusRing", True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(_ColumnHeader(matrix, self))
        matrix.modelReset.connect(self._fit)
        self.clicked.connect(self._on_activated)
        self.activated.connect(self._on_activated)

    def below(self, row: int, column: int) -> QPoint:
        """Return where a cell ends on the screen, for what pops up from it."""
        rect = self.visualRect(self._matrix.index(row, column))
        return self.viewport().mapToGlobal(rect.bottomLeft())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit(self) -> None:
        theme = current_theme()
        height = max(_ROW_HEIGHT, theme.px(_ROW_HEIGHT))
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(height)
        rows.setFixedWidth(theme.px(_LABEL_WIDTH))
        shown = min(_MOST_ROWS, max(1, self._matrix.rowCount()))
        head = theme.px(32)
        self.horizontalHeader().setFixedHeight(head)
        self._fit_columns()
        scroll = self.horizontalScrollBar().sizeHint().height() if self._is_wide() else 0
        self.setFixedHeight(head + shown * height + scroll + 1)

    def _fit_columns(self) -> None:
        columns = self._matrix.columnCount()
        if columns:
            each = max(self._least(), self.viewport().width() // columns)
            self.horizontalHeader().setDefaultSectionSize(each)

    def _is_wide(self) -> bool:
        return self._least() * self._matrix.columnCount() > self.viewport().width()

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
        self.setStretchLastSection(True)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        line = self._matrix.matrix.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme.font("chip-strong"))
        painter.setPen(theme.color("ink2"))
        label = painter.fontMetrics().elidedText(
            line.label, Qt.TextElideMode.ElideRight, rect.width() - 4
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label)
        painter.restore()


class _RowHeader(QHeaderView):
    """Names a row and says how many people are in it."""

    def __init__(self, matrix: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = matrix
        self.setSectionsClickable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        line = self._matrix.matrix.rows[logicalIndex]
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = QRectF(rect).adjusted(14, 0, -8, 0)
        count = f"{len(line.people):,}" if line.people else _("nobody")
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink3"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, count)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(count) - 6
        painter.setFont(theme.font("chip-strong"))
        painter.setPen(theme.color("ink"))
        label = painter.fontMetrics().elidedText(
            line.label, Qt.TextElideMode.ElideRight, round(room)
        )
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, label)
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, matrix: MatrixModel, view: QTableView) -> None:
        super().__init__(view)
        self._matrix, self._view = matrix, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        area = QRectF(option.rect)
        state = option.state
        people = self._matrix.people(index)
        painter.save()
        if self._matrix.is_out_of_reach(index):
            paint_hatch(painter, area)
        else:
            painter.fillRect(area, theme.color("surface" if people else "sunken"))
        if people and self._matrix.shown is not None:
            self._paint_people(painter, area, people)
        if state & QStyle.StateFlag.State_MouseOver:
            _frame(painter, area, 1)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            _frame(painter, area, 2)
        painter.restore()

    def _paint_people(self, painter: QPainter, area: QRectF, people: tuple[str, ...]) -> None:
        shown, theme = self._matrix.shown, current_theme()
        assert shown is not None
        each = FACE - OVERLAP
        width = OVERLAP + each * len(people)
        count = (
            "" if width <= area.width() - 4 and len(people) <= MOST_FACES else f"{len(people):,}"
        )
        if count:
            painter.setFont(theme.font("chip-strong"))
            width = FACE + _BESIDE + painter.fontMetrics().horizontalAdvance(count)
        left = area.center().x() - width / 2
        place = QRectF(left, area.center().y() - FACE / 2, width + 1, FACE)
        faces = people[:1] if count else people
        shown.paint_people(painter, place, faces, theme.color("surface"))
        painter.setPen(theme.color("ink2"))
        rest = QRectF(left + FACE + _BESIDE, area.top(), width, area.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, count)


def paint_hatch(painter: QPainter, area: QRectF) -> None:
    """Paint the ground of a cell nobody in the cast can be in."""
    theme = current_theme()
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, theme.color("warn-soft"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("warn-line"), 1))
    step = _HATCH * 2**0.5
    start = (area.left() + area.bottom()) // step * step
    reach = area.left() + area.right() + area.bottom() - area.top()
    lines = []
    while start < reach + area.bottom():
        lines.append(QLineF(start - area.bottom(), area.bottom(), start - area.top(), area.top()))
        start += step
    painter.drawLines(lines)
    painter.restore()


def _frame(painter: QPainter, area: QRectF, width: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().color("accent"), width))
    painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)
