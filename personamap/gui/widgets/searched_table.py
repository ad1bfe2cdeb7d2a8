"""Rows of words to read, and a line that leaves those that are looked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.plain_words import plain_tip

_ROW = 30


class SearchedTable(QWidget):
    """Shows the rows that have all words somebody typed; `none` stands there when there is none.

    The column at `wide` takes the room that the others leave.
    """

    reached = Signal(int)
    """The row somebody came to, or -1."""
    searched = Signal(bool)
    """Whether any row is left of those there are."""

    def __init__(
        self, search: QLineEdit, titles: Sequence[str], none: str, *, name: str, wide: int
    ) -> None:
        super().__init__()
        self.search, self.none = search, hint(none)
        self.table = _table(titles, name, wide)
        self.search.textChanged.connect(self._on_searched)
        self.table.currentCellChanged.connect(self.reached)
        self.none.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.none, 1)
        self.setFocusProxy(self.search)

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows, as many of them as are looked for."""
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                cell = QTableWidgetItem(words)
                cell.setToolTip(plain_tip(words))
                self.table.setItem(at, column, cell)
        self._on_searched()

    def _on_searched(self) -> None:
        words, rows = self.search.text().casefold().split(), range(self.table.rowCount())
        shown = [at for at in rows if self._has_all(words, at)]
        for at in rows:
            self.table.setRowHidden(at, at not in shown)
        is_any = bool(shown) or not rows
        self.table.setVisible(is_any)
        self.none.setVisible(not is_any)
        self.searched.emit(is_any)
        if shown and self.table.currentRow() not in shown:
            self.table.setCurrentCell(shown[0], 0)

    def _has_all(self, words: Sequence[str], at: int) -> bool:
        model = self.table.model()
        cells = (model.index(at, column) for column in range(self.table.columnCount()))
        told = " ".join(str(cell.data()) for cell in cells).casefold()
        return all(word in told for word in words)


def _table(titles: Sequence[str], name: str, wide: int) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(list(titles))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(current_theme().px(_ROW))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAccessibleName(name)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    return table
