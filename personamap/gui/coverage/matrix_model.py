"""The matrix as Qt's table sees it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from personamap.analysis.matrix import Line, Matrix
from personamap.gui.coverage.cell_model import CellModel, Index
from personamap.gui.coverage.shown import Shown
from personamap.i18n import _, plural

_EMPTY = Matrix((), (), ())
_MOST_NAMED = 12


class MatrixModel(CellModel):
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
    def size(self) -> tuple[int, int]:
        return len(self.matrix.rows), len(self.matrix.columns)

    @override
    def caption(self, index: Index) -> str:
        people = self.people(index)
        return f"{len(people)}" if people else ""

    @override
    def tip(self, index: Index) -> str:
        return f"{self._place(index)}\n{self._names(index) or self._nobody(index)}"

    @override
    def head(self, section: int, *, across: bool) -> str:
        return self._lines(across=across)[section].label

    @override
    def head_words(self, section: int, *, across: bool) -> str:
        line = self._lines(across=across)[section]
        told = _("{label}: {people}").format(label=line.label, people=said(len(line.people)))
        return told if across else told + self._fold_words(section)

    def _lines(self, *, across: bool) -> tuple[Line, ...]:
        return self.matrix.columns if across else self.matrix.rows

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

    @override
    def spoken(self, index: Index) -> str:
        people = self.people(index)
        if not people:
            return _("{place}: {nobody}").format(
                place=self._place(index), nobody=self._nobody(index)
            )
        return _("{place}: {people}: {names}").format(
            place=self._place(index), people=said(len(people)), names=self._names(index)
        )

    def _names(self, index: Index) -> str:
        people = self.people(index)
        return ", ".join(self.shown.names(people)[:_MOST_NAMED]) if self.shown else ""

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
