"""The rows of a workbook's first sheet with content. Read in a process of its own.

Formulas are never worked out; their last saved result is read.
"""

from __future__ import annotations

import datetime
import io
import json
import re
import warnings
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl
from msgspec import Struct

from personamap.i18n import _, plural
from personamap.importers.apart.package import Package
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.wording import damaged, too_large
from personamap.importers.grid import (
    CAST,
    LONGEST_CELL,
    STAFF,
    TableLimits,
    storable,
    too_long_a_cell,
    too_many_cells,
)

LIMITS = {"cast": CAST, "staff": STAFF}
MOST_ROWS = 1_048_576
"""What the format allows; a row beyond is damage."""
_BOOK, _SHEETS = "xl/workbook.xml", "xl/worksheets/"
_STRICT = b"purl.oclc.org/ooxml/spreadsheetml"
"""Names a kind of workbook in which the library would find no rows."""
_FORMULA = re.compile(rb"<(?:x:)?f[\s>/]")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    OSError,
    RuntimeError,
)
"""What the library raises on damaged files; seen by feeding it such files."""

Rows = dict[int, list[str]]


def grid(content: bytes, options: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return notes, and as JSON the numbers and cells of every row that has words in it."""
    package = Package(content)
    if _BOOK not in package.parts:
        raise NotRead(_("it is no Excel workbook. Save your table as CSV or XLSX."))
    if _STRICT in package.read(_BOOK):
        raise NotRead(
            _("it is a “Strict Open XML Spreadsheet”. Save it as “Excel Workbook” or as CSV.")
        )
    try:
        with warnings.catch_warnings(action="ignore"):  # about styles and extensions
            filled = _filled_sheets(content, LIMITS[options["limits"]])
    except _DAMAGE as error:
        raise NotRead(damaged()) from error
    if not filled:
        return {"notes": []}, b"[]"
    titles, (rows, *_others) = zip(*filled, strict=True)
    notes = [*_other_sheets(titles), *_formula_note(_formulas(package))]
    return {"notes": notes}, json.dumps(list(rows.items())).encode()


def _filled_sheets(content: bytes, limits: TableLimits) -> list[tuple[str, Rows]]:
    """Return the titles and rows of all visible sheets that have any."""
    budget = _Budget(limits, limits.cells, limits.bytes)
    book = openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=True, keep_links=False
    )
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return [(sheet.title, rows) for sheet in visible if (rows := _rows(sheet, budget))]


class _Budget(Struct):
    """What is left of the cells and letters that all sheets together may have."""

    limits: TableLimits
    cells: int
    letters: int

    def pay(self, row: list[str]) -> None:
        """Take from the budget, or raise `NotRead`."""
        self.cells -= len(row)
        self.letters -= sum(map(len, row))
        if self.cells < 0:
            raise NotRead(too_many_cells(self.limits))
        if self.letters < 0:
            raise NotRead(too_large())


def _rows(sheet: Any, budget: _Budget) -> Rows:
    """Return the rows with words in them by their numbers, each up to its last cell."""
    # What a sheet says of its size may be a lie.
    sheet.reset_dimensions()
    rows: Rows = {}
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > MOST_ROWS:
            raise NotRead(damaged())
        cells = [_text(value) for value in values]
        budget.pay(cells)
        if max(map(len, cells), default=0) > LONGEST_CELL:
            raise NotRead(too_long_a_cell(number))
        if any(cells):
            rows[number] = cells
    return rows


def _text(value: object) -> str:
    """Return what a cell shows: days as ISO 8601, no fraction that is none."""
    match value:
        case None:
            return ""
        case str():
            return storable(value)
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return str(value)


def _formulas(package: Package) -> int:
    """Count formulas where they stand, for the library tells either them or their results."""
    sheets = (part for part in package.parts if part.startswith(_SHEETS))
    return sum(len(_FORMULA.findall(package.read(sheet))) for sheet in sheets)


def _other_sheets(titles: Sequence[str]) -> tuple[str, ...]:
    if len(titles) < 2:
        return ()
    return (
        _("Only the sheet “{title}” was read; the others are: {others}.").format(
            title=titles[0], others=", ".join(titles[1:])
        ),
    )


def _formula_note(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        plural(
            "{count} cell is a formula; its last saved result was read.",
            "{count} cells are formulas; their last saved results were read.",
            count,
        ),
    )
