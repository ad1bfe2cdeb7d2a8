"""XLSX workbooks. Formulas are never worked out; their last saved result is read."""

from __future__ import annotations

import datetime
import io
import time
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from personamap.errors import TableRefused
from personamap.i18n import _, plural
from personamap.importers.archive import check_archive, damaged, too_slow
from personamap.importers.delimited import too_long_a_cell
from personamap.importers.grid import CAST, LONGEST_CELL, Grid, TableLimits, storable

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
    NotImplementedError,
    RuntimeError,
)
"""What the reader of workbooks raises on damaged files; seen by feeding it such files.

`SyntaxError` is what either of its XML parsers raises; which one it uses depends on the computer.
"""


def read_workbook(name: str, content: bytes, limits: TableLimits = CAST) -> Grid:
    """Return the rows of the first sheet with content, or raise `TableRefused`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                raise TableRefused(
                    name, _("it is no Excel workbook. Save your table as CSV or XLSX.")
                )
            formulas = check_archive(name, archive, limits)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions nobody imports
            return _read(name, content, formulas, limits.seconds_to_read)
    except _DAMAGE as error:
        raise TableRefused(name, damaged()) from error


def _read(name: str, content: bytes, formulas: int, seconds: float) -> Grid:
    import openpyxl  # heavy, and only needed here

    deadline = time.monotonic() + seconds
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        filled = []
        for sheet in sheets:
            sheet.reset_dimensions()
            rows = tuple(_rows(name, sheet, deadline))
            if any(any(row) for row in rows):
                filled.append((sheet.title, rows))
    finally:
        book.close()
    if not filled:
        return Grid(())
    title, rows = filled[0]
    others = [other for other, _rows_there in filled[1:]]
    return Grid(_even(rows), (*_other_sheets(title, others), *_formula_note(formulas)))


def _rows(name: str, sheet: Any, deadline: float) -> Iterator[tuple[str, ...]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if time.monotonic() > deadline:
            raise TableRefused(name, too_slow())
        texts = tuple(map(_text, row))
        if any(len(text) > LONGEST_CELL for text in texts):
            raise TableRefused(name, too_long_a_cell(number))
        yield texts


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return storable(str(value))


def _even(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Fill rows up: in a workbook a short row only means that its last cells are empty."""
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    heading = next((len(row) for row in rows if any(row)), 0)
    return tuple((*row, *[""] * (heading - len(row))) for row in rows)


def _other_sheets(title: str, others: list[str]) -> tuple[str, ...]:
    if not others:
        return ()
    return (
        _("Only the sheet “{title}” was read; the others are: {others}.").format(
            title=title, others=", ".join(others)
        ),
    )


def _formula_note(formulas: int) -> tuple[str, ...]:
    if not formulas:
        return ()
    return (
        plural(
            "{count} cell is a formula; its last saved result was read.",
            "{count} cells are formulas; their last saved results were read.",
            formulas,
        ),
    )
