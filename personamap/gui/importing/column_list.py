"""The columns of a table, one a row: its heading, some of its entries, and what it is taken for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from personamap.gui.widgets.elided_label import ElidedLabel
from personamap.gui.widgets.plain_words import plain_label, plain_tip

_SAMPLES, _SAMPLE_LENGTH = 3, 60
_HEADING_LENGTH, _LONE_HEADING_LENGTH = 28, 56
_ROWS_A_TURN = 8

CHOICE_LETTERS = 16
"""How many letters of a choice are shown at least."""


class ListedColumn(Struct, frozen=True):
    """A column as it is shown; where `entries` is empty, `otherwise` stands in their place."""

    heading: str
    entries: Sequence[str]
    otherwise: str


class ColumnList(QScrollArea):
    """Lists columns with a choice each, a few rows a turn; hundreds at once would hold it up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks: dict[str, QLabel] = {}
        self._waiting: list[tuple[int, ListedColumn]] = []
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._on_turn)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_columns(
        self,
        columns: Iterable[ListedColumn],
        titles: tuple[str, str, str],
        choice_of: Callable[[str], QComboBox],
    ) -> QWidget:
        """List `columns`, each with what `choice_of` makes for it, below three titles.

        Returns what holds the rows; it lives until other columns are shown.
        """
        self.remarks.clear()
        self._choice_of = choice_of
        content = QFrame()
        content.setProperty("role", "card")
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        for place, title in enumerate(titles):
            self._grid.addWidget(_label(title, "hint"), 0, place)
        self._waiting = list(enumerate(columns, 1))
        self._grid.setRowStretch(len(self._waiting) + 1, 1)
        self.setWidget(content)
        self._on_turn()
        return content

    def remark(self, column: str, words: str) -> None:
        """Say something about a column at the end of its row, once it is there."""
        if column in self.remarks:
            self.remarks[column].setText(words)

    def _on_turn(self) -> None:
        now, self._waiting = self._waiting[:_ROWS_A_TURN], self._waiting[_ROWS_A_TURN:]
        for row, column in now:
            self._add_row(row, column)
        if self._waiting:
            self._turns.start()
        else:
            self._turns.stop()

    def _add_row(self, row: int, column: ListedColumn) -> None:
        alone = not (column.entries or column.otherwise)
        longest = _LONE_HEADING_LENGTH if alone else _HEADING_LENGTH
        heading = _label(shortened(column.heading, longest), "strong")
        heading.setToolTip(plain_tip(column.heading))
        entries = column.entries[:_SAMPLES]
        samples = " · ".join(shortened(entry, _SAMPLE_LENGTH) for entry in entries)
        example = ElidedLabel(samples or column.otherwise)
        example.setProperty("role", "secondary")
        self.remarks[column.heading] = _label("", "hint")
        box = self._choice_of(column.heading)
        box.setAccessibleDescription(samples or column.otherwise)
        for place, widget in enumerate((heading, example, box, self.remarks[column.heading])):
            self._grid.addWidget(widget, row, place)


def shortened(text: str, most: int) -> str:
    """Return `text` as one line of at most so many letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _label(text: str, role: str) -> QLabel:
    label = plain_label(text)
    label.setProperty("role", role)
    return label
