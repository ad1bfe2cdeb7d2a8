"""One sheet, cell by cell, within limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.wording import damaged, too_large
from personamap.importers.grid import LONGEST_CELL, TableLimits, too_long_a_cell, too_many_cells
from personamap.importers.xlsx.cells import CellWords

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""What the format allows; a place beyond is damage."""
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]*")


@dataclass(slots=True)
class Budget:
    """What is left of the cells and letters that all sheets together may have."""

    limits: TableLimits
    cells: int
    letters: int

    @classmethod
    def of(cls, limits: TableLimits) -> Budget:
        """Return a whole budget."""
        return cls(limits, limits.cells, limits.bytes)

    def pay(self, cells: int, letters: int) -> None:
        """Take from the budget, or raise `NotRead`."""
        self.cells -= cells
        self.letters -= letters
        if self.cells < 0:
            raise NotRead(too_many_cells(self.limits))
        if self.letters < 0:
            raise NotRead(too_large())


class Sheet:
    """Hears a sheet. `rows` holds those with words in them by number, each up to its last word."""

    def __init__(self, words: CellWords, budget: Budget) -> None:
        self.rows: dict[int, list[str]] = {}
        self.formulas = 0
        self._words, self._budget = words, budget
        self._number = self._place = 0
        self._row: list[str] = []
        self._kind = self._style = ""
        self._said: list[str] = []
        self._length = 0
        self._is_said = False
        self._beside = 0

    def on_start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a row, a cell or what a cell says."""
        match tag:
            case "row":
                self._begin_row(attributes.get("r", ""))
            case "c":
                self._begin_cell(attributes)
            case "f":
                self.formulas += 1
            case "rPh":
                self._beside += 1
        # A cell of its own text says it in `t`, every other in `v`.
        wanted = "t" if self._kind == "inlineStr" else "v"
        self._is_said = tag == wanted and not self._beside

    def on_text(self, text: str) -> None:
        """Keep what a cell says."""
        if self._is_said:
            self._length += len(text)
            if self._length > LONGEST_CELL:
                raise NotRead(too_long_a_cell(self._number))
            self._said.append(text)

    def on_end(self, tag: str) -> None:
        """Put a cell or a row by when it is whole."""
        self._is_said = False
        if tag == "c":
            self._end_cell()
        elif tag == "row":
            self._end_row()
        elif tag == "rPh":
            self._beside -= 1

    def _begin_row(self, number: str) -> None:
        said = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
        self._number = max(said, self._number + 1)
        if self._number > MOST_ROWS:
            raise NotRead(damaged())
        self._row, self._place = [], 0

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        found = _PLACE.match(attributes.get("r", ""))
        self._place = column_number(found[1]) if found else self._place + 1
        if self._place > MOST_COLUMNS:
            raise NotRead(damaged())
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._said, self._length = [], 0

    def _end_cell(self) -> None:
        text = self._words.of(self._kind, self._style, "".join(self._said))
        if len(text) > LONGEST_CELL:
            raise NotRead(too_long_a_cell(self._number))
        # Readers of tables see a full grid: a lone cell far to the right fills its row up to there.
        new = max(0, self._place - len(self._row))
        self._budget.pay(max(new, 1), len(text))
        self._row.extend([""] * new)
        self._row[self._place - 1] = text or self._row[self._place - 1]
        self._kind = ""

    def _end_row(self) -> None:
        if any(self._row):
            self.rows[self._number] = self._row
        self._row = []


def column_number(letters: str) -> int:
    """Return the number of a column by its letters: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
