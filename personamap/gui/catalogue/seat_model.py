"""The seats of a catalogue as a table: rows of facets and values, a column a course."""

from __future__ import annotations

from PySide6.QtCore import QObject
from typing_extensions import override

from personamap.analysis.catalogue.seats import Seat, SeatRow, Seats
from personamap.gui.coverage.cell_model import CellModel, Index
from personamap.gui.coverage.matrix_model import said
from personamap.gui.coverage.shown import Shown
from personamap.i18n import _, in_digits

_MOST_NAMED = 12


class SeatModel(CellModel):
    """Each cell is read as a sentence by screen readers; the last column is all courses."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SeatRow, ...] = ()
        self.titles: tuple[str, ...] = ()
        self.sizes: tuple[int, ...] = ()
        self.opened: frozenset[str] = frozenset()
        self.shown: Shown | None = None
        self._seats: Seats | None = None

    def show_seats(self, seats: Seats, titles: tuple[str, ...], shown: Shown) -> None:
        """Show other seats, with what is open staying open."""
        self.beginResetModel()
        self._seats, self.shown = seats, shown
        self.titles = (*titles, _("All"))
        self.sizes = seats.sizes
        self.rows = seats.rows(self.opened)
        self.endResetModel()

    def open_rows(self, opened: frozenset[str]) -> None:
        """Show what is under these rows, and nothing under the others."""
        if self._seats is None or opened == self.opened:
            return
        self.beginResetModel()
        self.opened = opened
        self.rows = self._seats.rows(opened)
        self.endResetModel()

    def seat(self, index: Index) -> Seat:
        """Return who is in a cell, or nothing where the course does not count by the facet."""
        row = self.rows[index.row()]
        return row.everybody if self.is_whole(index.column()) else row.seats[index.column()]

    def is_whole(self, column: int) -> bool:
        """Tell whether a column is that of all courses."""
        return column == len(self.titles) - 1

    def is_open(self, row: int) -> bool:
        """Tell whether what is under a row is shown."""
        return self.rows[row].id in self.opened

    def row_above(self, row: int) -> int:
        """Return the row that can be folded with this one: itself, or the one it is under."""
        while not self.rows[row].below:
            row -= 1
        return row

    @override
    def size(self) -> tuple[int, int]:
        return len(self.rows), len(self.titles)

    @override
    def tip(self, index: Index) -> str:
        return _("{place}\n{people}").format(place=self.place(index), people=self._told(index))

    @override
    def head(self, section: int, *, across: bool) -> str:
        return self.titles[section] if across else self.rows[section].label

    @override
    def head_words(self, section: int, *, across: bool) -> str:
        if across:
            return self.titles[section]
        return self._row_words(self.rows[section], self.is_open(section))

    @override
    def caption(self, index: Index) -> str:
        seat = self.seat(index)
        if seat is None:
            return _("not counted")
        if self.rows[index.row()].depth == 0:
            return _("{count} of {all}").format(
                count=in_digits(len(seat)), all=in_digits(self.sizes[index.column()])
            )
        return in_digits(len(seat)) if seat else ""

    @override
    def spoken(self, index: Index) -> str:
        return _("{place}: {people}").format(place=self.place(index), people=self._told(index))

    def place(self, index: Index) -> str:
        """Return what a cell is about."""
        return _("{row}, {column}").format(
            row=self.rows[index.row()].label, column=self.titles[index.column()]
        )

    def _told(self, index: Index) -> str:
        seat = self.seat(index)
        if seat is None:
            return _("this course does not count by it")
        if self.rows[index.row()].depth == 0:
            return _("{count} of {all} say something on it").format(
                count=in_digits(len(seat)), all=in_digits(self.sizes[index.column()])
            )
        names = self.shown.names(seat)[:_MOST_NAMED] if self.shown else []
        if not names:
            return _("nobody")
        return _("{people}: {names}").format(people=said(len(seat)), names=_(", ").join(names))

    def _row_words(self, row: SeatRow, is_open: bool) -> str:
        words = _("{label}: {people}").format(label=row.label, people=said(len(row.everybody)))
        if not row.below:
            return words
        if is_open:
            fold = _("Click here, or press minus in the row, to hide what is under it.")
        else:
            fold = _("Click here, or press plus in the row, to show what is under it.")
        return _("{row}\n{fold}").format(row=words, fold=fold)
