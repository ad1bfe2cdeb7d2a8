"""Looks through an office file before a library may read it.

Such a file is a zip of XML, so a small one can unpack to gigabytes, claim
a wrong size, or hold entities that open other files. All limits are
checked from the directory of the zip and by counting while streaming,
before any of it is kept in memory.
"""

from __future__ import annotations

import re
import time
import zipfile
import zlib
from typing import Any
from xml.parsers import expat

from personamap.errors import TableRefused
from personamap.i18n import _
from personamap.importers.delimited import too_many_cells
from personamap.importers.grid import CAST, TableLimits

MOST_PART_BYTES = 50 * 1024 * 1024
MOST_TOTAL_BYTES = 200 * 1024 * 1024
MOST_PARTS = 2_000
MOST_RATIO = 200
RATIO_FROM_BYTES = 1024 * 1024
MOST_ELEMENTS = 2_000_000
ELEMENTS_A_CELL = 3
MOST_DEPTH = 200

_CHUNK = 64 * 1024
_SHEETS = "xl/worksheets/"
_COLUMN = re.compile(r"[A-Z]{1,3}")


def check_archive(name: str, archive: zipfile.ZipFile, limits: TableLimits = CAST) -> int:
    """Raise `TableRefused` unless every part is harmless; return how many cells hold formulas."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_TOTAL_BYTES:
        raise TableRefused(name, _unpacks_too_large())
    if any(_is_bomb(part) for part in parts):
        raise TableRefused(name, _unpacks_too_large())
    counter = _Counter(name, limits)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            counter.read(archive, part)
    return counter.formulas


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    if part.file_size > MOST_PART_BYTES:
        return True
    swollen = part.file_size > MOST_RATIO * max(part.compress_size, 1)
    return swollen and part.file_size > RATIO_FROM_BYTES


def _unpacks_too_large() -> str:
    return _("it would unpack to far too much. Save it anew, with only the columns you need.")


class _Counter:
    """Counts the elements of XML parts while they stream by, and stops at the limits."""

    def __init__(self, name: str, limits: TableLimits) -> None:
        self._name, self._limits = name, limits
        self._deadline = time.monotonic() + limits.seconds_to_check
        self._most_elements = max(MOST_ELEMENTS, ELEMENTS_A_CELL * limits.cells)
        self._elements = self._depth = 0
        self._cells = self._row_width = self._place = 0
        self._counts_cells = False
        self.formulas = 0

    def read(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
        """Stream one part through; a part that lies about its size ends in an error of the zip."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._on_doctype
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        self._depth = 0
        self._counts_cells = part.filename.startswith(_SHEETS)
        try:
            with archive.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except (
            expat.ExpatError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise TableRefused(self._name, damaged()) from error
        self._end_row()

    def _on_doctype(self, *_what: Any) -> None:
        raise TableRefused(
            self._name, _("it refers to other files, which no table needs. Save it anew as XLSX.")
        )

    def _on_start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > self._most_elements or self._depth > MOST_DEPTH:
            raise TableRefused(self._name, _unpacks_too_large())
        if not self._elements % 4096 and time.monotonic() > self._deadline:
            raise TableRefused(self._name, too_slow())
        if self._counts_cells:
            self._count_cell(tag.rpartition(":")[2], attributes.get("r", ""))

    def _on_end(self, _tag: str) -> None:
        self._depth -= 1

    def _count_cell(self, tag: str, place: str) -> None:
        """Count cells as readers do: a lone cell far to the right fills its row up to there."""
        if tag == "row":
            self._end_row()
        elif tag == "c":
            found = _COLUMN.match(place)
            self._place = _number(found[0]) if found else self._place + 1
            self._row_width = max(self._row_width, self._place)
            if self._cells + self._row_width > self._limits.cells:
                raise TableRefused(self._name, too_many_cells(self._limits))
        elif tag == "f":
            self.formulas += 1

    def _end_row(self) -> None:
        self._cells += self._row_width
        self._row_width = self._place = 0


def damaged() -> str:
    """Say that an office file is broken, and what helps."""
    return _("it is damaged. Open it in a spreadsheet, save it anew as XLSX, and try again.")


def too_slow() -> str:
    """Say that reading was given up."""
    return _("it takes too long to read. Save it anew, with only the columns you need.")


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
