"""A table of what was said: one row a thing, read as a sentence, reached by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from personamap.gui.coverage.cell_model import CellModel, Index
from personamap.gui.look.theme import current_look, current_theme

_ROW, _NARROW, _FEWEST = 30, 200, 5
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Row(Struct, frozen=True):
    """One thing in words, and its id."""

    id: str
    words: tuple[str, ...]


class RowModel(CellModel):
    """Holds the rows that are shown now."""

    def __init__(self, titles: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def size(self) -> tuple[int, int]:
        return len(self.rows), len(self._titles)

    @override
    def caption(self, index: Index) -> str:
        return " ".join(self.rows[index.row()].words[index.column()].split())

    @override
    def spoken(self, index: Index) -> str:
        return ". ".join(filter(None, self.rows[index.row()].words))

    @override
    def tip(self, index: Index) -> str:
        return self.rows[index.row()].words[index.column()]

    @override
    def head(self, section: int, *, across: bool) -> str:
        return self._titles[section] if across else str(section + 1)


class RowTable(QTableView):
    """Shows rows; the column at `wide` takes the room that the others leave."""

    reached = Signal(str)
    """The id of the row somebody came to, or nothing."""
    opened = Signal(str)

    def __init__(
        self, titles: Sequence[str], name: str, wide: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wide = wide
        self.rows = RowModel(titles, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(self._on_reached)
        self.doubleClicked.connect(self._on_opened)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    @property
    def current_id(self) -> str:
        """The id of the row somebody is on, or nothing."""
        at = self.currentIndex().row()
        return self.rows.rows[at].id if 0 <= at < len(self.rows.rows) else ""

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows, staying on the one that is current, or where it was."""
        if rows == self.rows.rows:
            return
        before, place = self.current_id, self.currentIndex().row()
        self.rows.show_rows(rows)
        ids = [row.id for row in rows]
        at = ids.index(before) if before in ids else min(max(place, 0), len(rows) - 1)
        self.setCurrentIndex(self.rows.index(at, 0))
        self.reached.emit(self.current_id)

    def go_to(self, row_id: str) -> None:
        """Make a row current, where it is shown."""
        for at, row in enumerate(self.rows.rows):
            if row.id == row_id:
                self.setCurrentIndex(self.rows.index(at, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN and self.current_id:
            self.opened.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.setMinimumHeight(theme.px(_ROW) * _FEWEST)
        columns = self.rows.columnCount()
        # The wide column gets at least twice what the others have.
        width = min(theme.px(_NARROW), self.viewport().width() // (columns + 1))
        for column in range(columns):
            if column != self._wide:
                self.setColumnWidth(column, width)

    def _on_reached(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.reached.emit(self.current_id)

    def _on_opened(self, _index: QModelIndex) -> None:
        self.opened.emit(self.current_id)
