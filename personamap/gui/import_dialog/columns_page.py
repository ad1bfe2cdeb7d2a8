"""The first page: where each column goes."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from personamap.gui.import_dialog.targets import TargetBox, target_model
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.elided_label import ElidedLabel
from personamap.i18n import _, plural
from personamap.importers.cast.labels import REASONS
from personamap.importers.cast.mapping import ColumnMapping, ColumnUse
from personamap.importers.cast.report import CastImport
from personamap.services.imports import CastProposal

_SAMPLES, _SAMPLE_LENGTH, _HEADING_LENGTH, _NOTE_LENGTH = 3, 60, 28, 400
_ROWS_A_TURN = 8


class ColumnsPage(QWidget):
    """One row a column: its heading, some of its cells, and the choice where it goes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mapping = ColumnMapping()
        self.boxes: dict[str, TargetBox] = {}
        self._remarks: dict[str, QLabel] = {}
        self._unknown: Counter[str] = Counter()
        self._waiting: list[tuple[int, ColumnUse]] = []
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._on_turn)
        self.notes = hint("", "secondary")
        self.problem = hint("", "warn")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        page.addWidget(self._scroll, 1)
        page.addWidget(self.problem)
        self.tell("")

    def show_proposal(self, proposal: CastProposal) -> None:
        """List the columns of a table and what is proposed for them, a few rows a turn."""
        self.mapping = proposal.mapping
        self._table = proposal.table
        self._unknown.clear()
        self.boxes.clear()
        self._remarks.clear()
        content = QFrame()
        content.setProperty("role", "card")
        self._targets = target_model(proposal.mapping, proposal.facets)
        self._targets.setParent(content)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        for place, title in enumerate((_("Column"), _("For example"), _("Goes to"), "")):
            self._grid.addWidget(_label(title, "hint"), 0, place)
        self._waiting = list(enumerate(proposal.mapping.columns, 1))
        self._grid.setRowStretch(len(self._waiting) + 1, 1)
        self._scroll.setWidget(content)
        self._say_notes(proposal.table.notes)
        self._on_turn()

    def show_result(self, result: CastImport) -> None:
        """Say how many words of each column no facet knows."""
        self.tell("")
        self._unknown = Counter(u.column for row in result.rows for u in row.unknown)
        for column in self._remarks:
            self._remark(column)
        self._say_notes(result.notes)

    def tell(self, problem: str) -> None:
        """Show what keeps the import from going on, or nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _on_turn(self) -> None:
        """Add the next rows; hundreds at once would hold the window up."""
        now, self._waiting = self._waiting[:_ROWS_A_TURN], self._waiting[_ROWS_A_TURN:]
        for row, use in now:
            self._add_row(row, use)
        if self._waiting:
            self._turns.start()
        else:
            self._turns.stop()

    def _add_row(self, row: int, use: ColumnUse) -> None:
        heading = _label(_short(use.column, _HEADING_LENGTH), "strong")
        heading.setToolTip(use.column)
        cells = [cell for cell in dict.fromkeys(self._table.cells(use.column)) if cell.strip()]
        samples = " · ".join(_short(cell, _SAMPLE_LENGTH) for cell in cells[:_SAMPLES])
        example = ElidedLabel(samples or _("no cell is filled"))
        example.setProperty("role", "secondary")
        box = TargetBox(self._targets, use)
        box.setAccessibleDescription(samples)
        box.activated.connect(partial(self._on_chosen, use.column))
        self.boxes[use.column], self._remarks[use.column] = box, _label("", "hint")
        self._remark(use.column)
        for place, widget in enumerate((heading, example, box, self._remarks[use.column])):
            self._grid.addWidget(widget, row, place)

    def _remark(self, column: str) -> None:
        count = self._unknown[column]
        reason = _(REASONS[self.mapping.use_of(column).because])
        words = plural("{count} word not known", "{count} words not known", count)
        self._remarks[column].setText(words if count else reason)

    def _on_chosen(self, column: str, _place: int) -> None:
        self.mapping = self.mapping.with_use(column, self.boxes[column].target)
        self._unknown[column] = 0
        self._remark(column)
        self.changed.emit()

    def _say_notes(self, notes: tuple[str, ...]) -> None:
        text = "\n".join(_short(note, _NOTE_LENGTH) for note in notes)
        self.notes.setText(text)
        self.notes.setVisible(bool(text))


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
