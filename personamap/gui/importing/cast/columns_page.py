"""The first page: where each column goes."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.gui.importing.cast.targets import TargetBox, target_model
from personamap.gui.importing.column_list import ColumnList, ListedColumn, shortened
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.i18n import _, plural
from personamap.importers.cast.labels import REASONS
from personamap.importers.cast.mapping import ColumnMapping
from personamap.importers.cast.report import CastImport
from personamap.importers.tables import Table
from personamap.services.imports import CastProposal

_NOTE_LENGTH = 400


class ColumnsPage(QWidget):
    """One row a column: its heading, some of its cells, and the choice where it goes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mapping = ColumnMapping()
        self.boxes: dict[str, TargetBox] = {}
        self._unknown: Counter[str] = Counter()
        self.notes = hint("", "secondary")
        self.problem = hint("", "warn")
        self.columns = ColumnList()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(
            hint(
                _(
                    "What fits nowhere goes to the notes of each person, so nothing is lost. "
                    "A new facet takes its values from the column."
                )
            )
        )
        page.addWidget(self.notes)
        page.addWidget(self.columns, 1)
        page.addWidget(self.problem)
        self.tell("")

    def show_proposal(self, proposal: CastProposal) -> None:
        """List the columns of a table and what is proposed for them."""
        self.mapping = proposal.mapping
        self._unknown.clear()
        self.boxes.clear()
        self._targets = target_model(proposal.mapping, proposal.facets)
        content = self.columns.show_columns(
            [_listed(proposal.table, use.column) for use in proposal.mapping.columns],
            (_("Column"), _("For example"), _("Goes to")),
            self._box,
        )
        self._targets.setParent(content)
        self._say_notes(proposal.table.notes)

    def show_result(self, result: CastImport) -> None:
        """Say how many words of each column no facet knows."""
        self.tell("")
        self._unknown = Counter(u.column for row in result.rows for u in row.unknown)
        for column in self.boxes:
            self._remark(column)
        self._say_notes(result.notes)

    def tell(self, problem: str) -> None:
        """Show what keeps the import from going on, or nothing."""
        say(self.problem, problem)

    def _box(self, column: str) -> TargetBox:
        box = self.boxes[column] = TargetBox(self._targets, self.mapping.use_of(column))
        box.activated.connect(partial(self._on_chosen, column))
        self._remark(column)
        return box

    def _remark(self, column: str) -> None:
        count = self._unknown[column]
        reason = _(REASONS[self.mapping.use_of(column).because])
        words = plural("{count} word not known", "{count} words not known", count)
        self.columns.remark(column, words if count else reason)

    def _on_chosen(self, column: str, _place: int) -> None:
        self.mapping = self.mapping.with_use(column, self.boxes[column].target)
        self._unknown[column] = 0
        self._remark(column)
        self.changed.emit()

    def _say_notes(self, notes: tuple[str, ...]) -> None:
        say(self.notes, "\n".join(shortened(note, _NOTE_LENGTH) for note in notes))


def _listed(table: Table, column: str) -> ListedColumn:
    cells = [cell for cell in dict.fromkeys(table.cells(column)) if cell.strip()]
    return ListedColumn(column, cells, _("no cell is filled"))
