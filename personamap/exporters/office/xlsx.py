"""The cast as an XLSX workbook: one row a person, every cell plain text, and what is around them.

A text cell is never worked out, so nothing has to be put before an equals
sign, and our own import reads back what was written of the people: theirs is
the first sheet.
"""

from __future__ import annotations

from typing import Any

from personamap.errors import ExportRefused
from personamap.exporters.exporter import Exporter, Progress, Rendered, untold
from personamap.exporters.office.characters import SafeText
from personamap.exporters.office.package import with_fixed_dates
from personamap.exporters.outline import Outline, Table
from personamap.i18n import N_, _, in_digits
from personamap.stopping import StoppableBytes, each, go_on

LONGEST_CELL = 32_767
"""What a cell of a workbook can hold (ECMA-376, as Excel limits it)."""

_NARROWEST, _WIDEST = 12, 60
_NAME_COLUMN = "B"


def _render(outline: Outline, progress: Progress) -> Rendered:
    import openpyxl  # heavy, and only needed here

    safe = SafeText()
    book = openpyxl.Workbook()
    book.properties.creator = "personamap"
    book.properties.title = safe(outline.title)
    if outline.table:
        sheet = book.active
        sheet.freeze_panes = f"{chr(ord(_NAME_COLUMN) + 1)}2"
        _fill(sheet, outline.table, safe, progress)
    for table in outline.around:
        sheet = book.create_sheet()
        sheet.freeze_panes = "A2"
        _fill(sheet, table, safe, untold)
    for sheet in book.worksheets:
        sheet.sheet_view.rightToLeft = outline.rtl
    written = _whole(book)
    return Rendered(with_fixed_dates(written, outline.date), replaced=safe.replaced)


def _whole(book: Any) -> bytes:
    """Return the bytes of a workbook, read back once.

    Sheets pass through temporary files of the library. Where one of several writes
    to them fails, its writer may go on and leave a sheet that lacks cells.
    """
    import openpyxl
    from lxml.etree import SerialisationError

    written = StoppableBytes()
    told: list[int] = []
    try:
        book.save(written)
        again = openpyxl.load_workbook(written, read_only=True)
        told.extend(_filled(sheet) for sheet in again.worksheets)
    except (SerialisationError, SyntaxError):
        told.clear()
    if told != [_filled(sheet) for sheet in book.worksheets]:
        raise ExportRefused(
            _(
                "the folder for temporary files did not take all of a sheet. See that it has "
                "room, and export again."
            )
        )
    return written.getvalue()


def _filled(sheet: Any) -> int:
    rows = each(sheet.iter_rows(values_only=True))
    return sum(value is not None for row in rows for value in row)


def _fill(sheet: Any, table: Table, safe: SafeText, progress: Progress) -> None:
    sheet.title = table.title
    for place, width in enumerate(_widths(table), 1):
        sheet.column_dimensions[_letters(place)].width = width
    for column, head in enumerate(table.heads, 1):
        _write(sheet.cell(1, column), safe(head), bold=True)
    for number, row in enumerate(table.rows, 2):
        go_on()
        progress(number - 2, len(table.rows))
        for column, text in enumerate(row, 1):
            _write(sheet.cell(number, column), _fitting(safe(text), row, table))
    sheet.auto_filter.ref = f"A1:{_letters(len(table.heads))}{len(table.rows) + 1}"


def _write(cell: Any, text: str, *, bold: bool = False) -> None:
    from openpyxl.styles import Alignment, Font

    if text:
        cell.value = text
        # Said outright: a text that begins with an equals sign would become a formula.
        cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        cell.font = Font(bold=True)


def _fitting(text: str, row: tuple[str, ...], table: Table) -> str:
    if len(text) <= LONGEST_CELL:
        return text
    name = dict(zip(table.heads, row, strict=True)).get("Name", row[0])
    raise ExportRefused(
        _(
            "a text of “{name}” has {length} characters, and a cell of a workbook holds {most}. "
            "Export CSV instead, which has no such limit."
        ).format(name=name, length=in_digits(len(text)), most=in_digits(LONGEST_CELL))
    )


def _widths(table: Table) -> list[int]:
    columns = zip(table.heads, *table.rows, strict=True)
    longest = (
        max(len(line) for text in column for line in (text or " ").split("\n"))
        for column in columns
    )
    return [min(max(length + 2, _NARROWEST), _WIDEST) for length in longest]


def _letters(place: int) -> str:
    from openpyxl.utils import get_column_letter

    letters: str = get_column_letter(place)
    return letters


XLSX = Exporter(id="xlsx", title=N_("Table (XLSX)"), suffix=".xlsx", needs="table", render=_render)
