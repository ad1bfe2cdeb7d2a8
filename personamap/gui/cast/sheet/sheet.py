"""The sheet: what its keys and its menu change in the project."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionRange, QModelIndex, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from personamap.domain.project import Project
from personamap.domain.tab_separated import Block, read_block, write_block
from personamap.edits.cast_table import fill_cells
from personamap.edits.personas import set_persona_field, set_persona_part
from personamap.gui.cast.sheet.answer_popup import ask_answers
from personamap.gui.cast.sheet.model import SheetModel
from personamap.gui.cast.sheet.paste_dialog import PasteDialog
from personamap.gui.cast.sheet.pasting import Pasted, Word, filled, landed, written
from personamap.gui.cast.sheet.view import SheetView
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.look.waiting import waiting
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _


class Sheet(QWidget):
    """Shows the people it is told to; `current_changed` says who the keyboard is on.

    `sorting_asked` says by which column they are wanted, or by none, and whether backwards.
    """

    sorting_asked = Signal(str, bool)
    current_changed = Signal(str)
    selection_changed = Signal()

    def __init__(self, document: Document, portraits: Portraits, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = document
        self.cells = SheetModel(self._project, self._on_written, self)
        self.view = SheetView(self.cells, portraits, self)
        self.cells.sorting_asked.connect(self.sorting_asked)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 0)
        column.addWidget(self.view)
        self.view.facet_opened.connect(self.open_answer)
        self.view.clearing.connect(self.clear)
        self.view.copied.connect(self.copy)
        self.view.cut.connect(self.cut)
        self.view.pasted.connect(self.paste)
        self.view.current_changed.connect(self._on_current)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.view.selectionModel().selectionChanged.connect(self.selection_changed)

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """Whoever has a selected cell, in the order of the rows."""
        return tuple(self.cells.ids[row] for row in self._rows())

    def show_people(self, ids: Sequence[str], edited: Collection[str]) -> None:
        """List these people, with the keyboard where it was."""
        current = self.view.currentIndex()
        who = self.cells.ids[current.row()] if current.isValid() else ""
        row, column = max(current.row(), 0), max(current.column(), 0)
        self.cells.show(ids, edited)
        if not self.view.currentIndex().isValid() and ids:
            column = min(column, len(self.cells.columns) - 1)
            place = self.cells.place_of(who, column)
            # Whoever is not listed any more leaves the keyboard where they were.
            near = self.cells.index(min(row, len(ids) - 1), column)
            self.view.choose(place if place.isValid() else near)

    def show_sorting(self, column_id: str, backwards: bool) -> None:
        """Mark the column the people are sorted by, if they are by one."""
        ids = [column.id for column in self.cells.columns]
        self.view.show_sorting(ids.index(column_id) if column_id in ids else -1, backwards)

    def select(self, persona_id: str) -> None:
        """Go to somebody."""
        place = self.cells.place_of(persona_id, max(self.view.currentIndex().column(), 0))
        if place.isValid():
            self.view.choose(place)

    def open_answer(self, index: QModelIndex, typed: str = "") -> None:
        """Offer the values and blanks of a cell, for everybody selected in its column."""
        facet = self.cells.columns[index.column()].facet
        if facet is None:
            return
        ids, view = self._chosen_in(index), self.view
        popup = ask_answers(self.document, ids, facet, view.viewport(), view.visualRect(index))
        if typed:
            popup.search.setText(typed)
            popup.search.textEdited.emit(typed)

    def clear(self) -> None:
        """Make the selected answers undecided and the selected texts empty, in one step."""
        empty = ("",) * len(self._columns())
        block = tuple(empty for _row in self._rows())
        self._fill(_("Clear cells"), block)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as spreadsheets read them."""
        QGuiApplication.clipboard().setText(write_block(self._block()))

    def cut(self) -> None:
        """Put the selected cells on the clipboard and clear them."""
        self.copy()
        self.clear()

    def fill_down(self) -> None:
        """Give every selected cell what the uppermost one of its column has."""
        block = self._block()
        if block:
            self._fill(_("Fill down"), tuple(block[0] for _row in block))

    def paste(self) -> None:
        """Put the cells of the clipboard here; what has no clear place is asked about."""
        rows, columns = self._rows(), self._columns()
        if not rows or not columns:
            return
        with waiting():
            block = read_block(QGuiApplication.clipboard().text())
            if len(block) == len(block[0]) == 1:
                block = tuple((block[0][0],) * len(columns) for _row in rows)
            people = self.cells.ids[rows[0] :]
            pasted = landed(block, people, self.cells.columns[columns[0] :])
        self._take(_("Paste cells"), pasted)

    def _fill(self, text: str, block: Block) -> None:
        """Fill the selected rows and columns, whose cells are all known here."""
        people = [self.cells.ids[row] for row in self._rows()]
        columns = [self.cells.columns[at] for at in self._columns()]
        if people and columns:
            self._take(text, landed(block, people, columns))

    def _take(self, text: str, pasted: Pasted) -> None:
        if pasted.unknown or pasted.newcomers or pasted.left_over:
            then = partial(self._carry_out, text, pasted)
            PasteDialog(self._project(), pasted, then, self.window()).open()
        else:
            self._carry_out(text, pasted, {})

    def _carry_out(self, text: str, pasted: Pasted, meant: Mapping[Word, str]) -> None:
        with waiting():
            self.document.apply(text, fill_cells, filled(pasted, meant))

    def _block(self) -> Block:
        columns = [self.cells.columns[at] for at in self._columns()]
        people = (self.cells.persona(row) for row in self._rows())
        return written([person for person in people if person is not None], columns)

    def _rows(self) -> list[int]:
        return sorted({row for one in self._blocks() for row in range(one.top(), one.bottom() + 1)})

    def _columns(self) -> list[int]:
        return sorted({at for one in self._blocks() for at in range(one.left(), one.right() + 1)})

    def _blocks(self) -> list[QItemSelectionRange]:
        """Return what is selected as blocks: cell by cell, a large cast takes seconds."""
        chosen = self.view.selectionModel().selection()
        return [QItemSelectionRange(chosen.at(place)) for place in range(chosen.count())]

    def _chosen_in(self, index: QModelIndex) -> tuple[str, ...]:
        """Return who is selected in the column of a cell, if that cell is among them."""
        column = index.column()
        within = [one for one in self._blocks() if one.left() <= column <= one.right()]
        rows = sorted({row for one in within for row in range(one.top(), one.bottom() + 1)})
        if index.row() not in rows:
            rows = [index.row()]
        return tuple(self.cells.ids[row] for row in rows)

    def _project(self) -> Project:
        return self.document.project

    def _on_written(self, persona_id: str, field: str, text: str) -> None:
        part, _dot, name = field.rpartition(".")
        if part:
            change = partial(set_persona_part, part=part, field=name, value=text)
        else:
            change = partial(set_persona_field, field=field, value=text)
        self.document.apply(_("Edit a cell"), change, persona_id)

    def _on_current(self, row: int) -> None:
        self.current_changed.emit(self.cells.ids[row] if row >= 0 else "")

    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (_("Cu&t"), "scissors", self.cut),
            (_("&Copy"), "copy", self.copy),
            (_("&Paste"), "clipboard-paste", self.paste),
            (_("&Fill down"), "chevron-down", self.fill_down),
            (_("Clea&r"), "x", self.clear),
        )
        for words, mark, act in acts:
            menu.addAction(icon(mark), words, act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))
