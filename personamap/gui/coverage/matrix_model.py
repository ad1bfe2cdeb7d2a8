"""The matrix as Qt's table sees it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from personamap.analysis.matrix import Line, Matrix
from personamap.gui.coverage.shown import Shown
from personamap.gui.widgets.plain_words import plain_tip, words_in_role
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
        before, self.matrix = self.matrix, matrix
        earlier, self.shown = self.shown, shown
        if _shape(before) == _shape(matrix):
            self._tell_edited(before, earlier)
            return
        self.matrix = before
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def _tell_edited(self, before: Matrix, earlier: Shown | None) -> None:
        """Say which cells differ, so that only those are painted again."""
        assert self.shown is not None
        for row, cells in enumerate(self.matrix.cells):
            for column, people in enumerate(cells):
                same = people == before.cells[row][column]
                if not same or not self.shown.looks_like(earlier, people):
                    index = self.index(row, column)
                    self.dataChanged.emit(index, index)
        if before.rows != self.matrix.rows or before.columns != self.matrix.columns:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(before.rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(before.columns) - 1)
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def people(self, index: Index) -> tuple[str, ...]:
        """Return who is in a cell."""
        return self.matrix.cells[index.row()][index.column()]

    def is_out_of_reach(self, index: Index) -> bool:
        """Tell whether nobody in the cast is in the cell's row, or nobody in its column."""
        row, column = self.matrix.rows[index.row()], self.matrix.columns[index.column()]
        return not row.people or not column.people

    def group_row(self, row: int) -> int:
        """Return the row of the group a row belongs to, which may be itself."""
        group = self.matrix.rows[row].group
        ids = _ids(self.matrix.rows)
        return ids.index(group) if group else row

    def is_open(self, row: int) -> bool:
        """Tell whether the details of a group are shown below it."""
        below = self.matrix.rows[row + 1 : row + 2]
        return bool(below) and below[0].group == self.matrix.rows[row].id

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
            return plain_tip(f"{self._place(index)}\n{names or self._nobody(index)}")
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
            told = _("{label}: {people}").format(
                label=lines[section].label, people=said(len(lines[section].people))
            )
            folded = "" if across else self._fold_words(section)
            return words_in_role(role, told + folded)
        return None

    def _fold_words(self, row: int) -> str:
        number = self.matrix.rows[row].details
        if not number:
            return ""
        if self.is_open(row):
            return "\n" + _("Click here, or press minus in the row, to hide its details.")
        return "\n" + plural(
            "Click here, or press plus in the row, to show its one detail.",
            "Click here, or press plus in the row, to show its {count} details.",
            number,
        )

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
