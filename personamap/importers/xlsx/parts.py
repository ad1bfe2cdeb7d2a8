"""The parts of a workbook that say what its cells refer to: sheets, shared texts, formats."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from personamap.importers.xlsx.dates import shows_a_day, shows_elapsed_time


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it."""

    title: str
    relation: str
    is_visible: bool


class SheetList:
    """Hears `xl/workbook.xml`: which sheets there are, and when their days begin to count."""

    def __init__(self) -> None:
        self.sheets: list[SheetEntry] = []
        self.from_1904 = False

    def on_start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of sheets and of the calendar."""
        if tag == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            is_visible = attributes.get("state", "visible") == "visible"
            self.sheets.append(SheetEntry(attributes.get("name", ""), relation, is_visible))
        elif tag == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true")

    def on_text(self, text: str) -> None:
        """Let text pass."""

    def on_end(self, tag: str) -> None:
        """Let the end pass."""


class Relations:
    """Hears the relations of the workbook: which part a sheet is. Nothing outside is followed."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}

    def on_start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of a part inside the package."""
        if tag == "Relationship" and attributes.get("TargetMode", "Internal") == "Internal":
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            self.parts[attributes.get("Id", "")] = target.removeprefix("/")

    def on_text(self, text: str) -> None:
        """Let text pass."""

    def on_end(self, tag: str) -> None:
        """Let the end pass."""


class SharedTexts:
    """Hears `xl/sharedStrings.xml`: texts that cells name by their number."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._said: list[str] = []
        self._is_text = False
        self._beside = 0

    def on_start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a text, or something said beside it, such as how it is pronounced."""
        del attributes
        if tag == "si":
            self._said = []
        elif tag == "rPh":
            self._beside += 1
        self._is_text = tag == "t" and not self._beside

    def on_text(self, text: str) -> None:
        """Keep what belongs to a text."""
        if self._is_text:
            self._said.append(text)

    def on_end(self, tag: str) -> None:
        """Put a text by when it is whole."""
        self._is_text = False
        if tag == "si":
            self.texts.append("".join(self._said))
        elif tag == "rPh":
            self._beside -= 1


class Formats:
    """Hears `xl/styles.xml`: which formats of cells show days, times or how long something took."""

    def __init__(self) -> None:
        self.days: set[str] = set()
        self.elapsed: set[str] = set()
        self._codes: dict[int, str] = {}
        self._is_list = False
        self._place = 0

    def on_start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of a format, or of a cell format that uses one."""
        if tag == "cellXfs":
            self._is_list = True
        number = _whole(attributes.get("numFmtId", ""))
        if tag == "numFmt":
            self._codes[number] = attributes.get("formatCode", "")
        elif tag == "xf" and self._is_list:
            self._note(number)
            self._place += 1

    def on_text(self, text: str) -> None:
        """Let text pass."""

    def on_end(self, tag: str) -> None:
        """Know where the list of cell formats ends."""
        if tag == "cellXfs":
            self._is_list = False

    def _note(self, number: int) -> None:
        code = self._codes.get(number)
        if shows_elapsed_time(number, code):
            self.elapsed.add(str(self._place))
        elif shows_a_day(number, code):
            self.days.add(str(self._place))


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
