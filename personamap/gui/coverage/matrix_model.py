"""The matrix as Qt's table sees it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from personamap.analysis.matrix import Line, Matrix
from personamap.gui.coverage.shown import Shown
from personamap.i18n import _, plural

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_EMPTY = Matrix((), (), ())


class MatrixModel(QAbstractTableModel):
    """Rows, columns and who is in both; a cell is read as a sentence by screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = _EMPTY
        self.shown: Shown | None = None

    def show_matrix(self, matrix: Matrix, shown: Shown) -> None:
        """Show another matrix; where its shape is the same, the current cell stays."""
        before, self.shown = self.matrix, shown
        if _shape(before) == _shape(matrix):
            self.matrix = matrix
            if matrix.rows and matrix.columns:
                last = self.index(len(matrix.rows) - 1, len(matrix.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(matrix.rows) - 1)
            return
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def people(self, index: Index) -> tuple[str, ...]:
        """Return who is in a cell."""
        return self.matrix.cells[index.row()][index.column()]

    def is_out_of_reach(self, index: Index) -> bool:
        """Tell whether nobody in the cast is in the cell's row, or nobody in its column."""
        row, column = self.matrix.rows[index.row()], self.matrix.columns[index.column()]
        return not row.people or not column.people

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.matrix.rows)

    @override
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.matrix.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        people = self.people(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{len(people)}" if people else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            names = ", ".join(self.shown.names(people)[:12]) if self.shown else ""
            return f"{self._place(index)}\n{names or self._nobody(index)}"
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        lines = self.matrix.columns if across else self.matrix.rows
        if section >= len(lines):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return lines[section].label
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("{label}: {people}").format(
                label=lines[section].label, people=said(len(lines[section].people))
            )
        return None

    def spoken(self, index: Index) -> str:
        """Return a cell as a sentence."""
        people = self.people(index)
        names = ", ".join(self.shown.names(people)[:12]) if self.shown else ""
        if not people:
            return _("{place}: {nobody}").format(
                place=self._place(index), nobody=self._nobody(index)
            )
        return _("{place}: {people}: {names}").format(
            place=self._place(index), people=said(len(people)), names=names
        )

    def _place(self, index: Index) -> str:
        row, column = self.matrix.rows[index.row()], self.matrix.columns[index.column()]
        return _("{row}, {column}").format(row=row.label, column=column.label)

    def _nobody(self, index: Index) -> str:
        return _("no one in the cast") if self.is_out_of_reach(index) else _("no one yet")


def said(count: int) -> str:
    """Return a number of people in words that say "nobody"."""
    return plural("{count} person", "{count} people", count) if count else _("nobody")


def _shape(matrix: Matrix) -> tuple[list[str], list[str]]:
    return _ids(matrix.rows), _ids(matrix.columns)


def _ids(lines: tuple[Line, ...]) -> list[str]:
    return [line.id for line in lines]
