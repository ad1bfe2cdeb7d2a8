"""Tables of any format as one neutral value.

The first row with content is the heading. A title above the heading, a
row longer than the heading, a heading that is empty or stands there twice:
none of it loses a cell, and each is told in `notes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from personamap.domain.columns import folded
from personamap.errors import TableRefused
from personamap.i18n import N_, _, in_digits, plural
from personamap.importers.apart.task import Wanted, always
from personamap.importers.delimited import read_delimited
from personamap.importers.grid import CAST, NAME_HEADINGS, Grid, TableLimits
from personamap.importers.workbook import read_workbook
from personamap.storage.files import read_bounded

_NAMED_ROWS = 5
_LOOKED_AT = 1024
_BEFORE_MARKUP = b"\xef\xbb\xbf \t\r\n"
_A_PAGE = N_(
    "it is a web page or XML, whatever its name says. "
    "Open it in a spreadsheet and save it as CSV or XLSX."
)
_OTHER_FORMATS: tuple[tuple[bytes, str], ...] = (
    # What Excel locks with a password is kept in the same container as its old files.
    (
        b"\xd0\xcf\x11\xe0",
        N_(
            "it is an XLS file, or locked with a password. "
            "Open it, take the password off and save it as CSV or XLSX."
        ),
    ),
    (b"%pdf", N_("it is a PDF file. Save it as CSV or XLSX first.")),
    (b"{\\rtf", N_("it is an RTF file. Save it as CSV or XLSX first.")),
    *((mark, _A_PAGE) for mark in (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<table")),
)


class Table(Struct, frozen=True):
    """The cells of a table as text, under headings that are never empty and never alike.

    `numbers` holds the number of each row as a spreadsheet shows it, and
    `above` what stood above the heading.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    notes: tuple[str, ...] = ()
    above: str = ""

    def cells(self, column: str) -> tuple[str, ...]:
        """Return the cells below one heading."""
        place = self.columns.index(column)
        return tuple(row[place] for row in self.rows)


def read_table(path: Path, limits: TableLimits = CAST, wanted: Wanted = always) -> Table:
    """Read a CSV, TSV or XLSX file, or raise a `PersonamapError` saying why not."""
    return table_from_bytes(path.name, read_limited(path, limits), limits, wanted)


def read_limited(path: Path, limits: TableLimits = CAST) -> bytes:
    """Return the bytes of a file that has to fit in memory, or raise a `PersonamapError`."""
    content = read_bounded(path, limits.bytes)
    if len(content) > limits.bytes:
        raise TableRefused(
            path.name,
            _("it is larger than {count} megabytes. {advice}").format(
                count=limits.bytes >> 20, advice=_(limits.advice)
            ),
        )
    return content


def table_from_bytes(
    name: str, content: bytes, limits: TableLimits = CAST, wanted: Wanted = always
) -> Table:
    """Make a table of the bytes of a file; what it is shows in them, not in its name."""
    refuse_other_formats(name, content)
    if content.startswith(b"PK\x03\x04"):
        return table_from_grid(name, read_workbook(name, content, limits, wanted), limits)
    return table_from_grid(name, read_delimited(name, content, limits), limits)


def refuse_other_formats(name: str, start: bytes) -> None:
    """Raise `TableRefused` for documents that hold tables in a way nobody reads here."""
    begins = start[:_LOOKED_AT].lstrip(_BEFORE_MARKUP).lower()
    for mark, reason in _OTHER_FORMATS:
        if begins.startswith(mark):
            raise TableRefused(name, _(reason))


def table_from_grid(name: str, grid: Grid, limits: TableLimits = CAST) -> Table:
    """Find the heading of a grid and put every other row below it."""
    filled = [(number, row) for number, row in enumerate(grid.rows, 1) if any(map(str.strip, row))]
    if not filled:
        raise TableRefused(name, _("it is empty. Put headings in the first row, people below."))
    start = _heading_place(filled)
    heading, body = filled[start][1], filled[start + 1 :]
    width = max(len(row) for _number, row in filled[start:])
    _check_size(name, width, len(body), limits)
    above = "\n".join(" ".join(filter(None, row)) for _number, row in filled[:start])
    columns, heading_notes = _columns([*heading, *[""] * (width - len(heading))], body)
    return Table(
        name=name,
        columns=columns,
        rows=tuple(_fitted(row, len(columns)) for _number, row in body),
        numbers=tuple(number for number, _row in body),
        notes=(*grid.notes, *_title_note(above), *heading_notes, *_ragged(len(heading), body)),
        above=above,
    )


def _heading_place(filled: Sequence[tuple[int, Sequence[str]]]) -> int:
    """Skip titles: lone cells above a row of several, unless they head a column of names."""
    place = 0
    while place + 1 < len(filled):
        here, below = (list(filter(str.strip, filled[i][1])) for i in (place, place + 1))
        if len(here) > 1 or len(below) < 2 or folded(here[0]) in NAME_HEADINGS:
            break
        place += 1
    return place if len(list(filter(str.strip, filled[place][1]))) > 1 else 0


def _fitted(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row if len(row) == width else (*row, *[""] * (width - len(row)))[:width]


def _check_size(name: str, width: int, height: int, limits: TableLimits) -> None:
    too_high, too_wide = height > limits.rows, width > limits.columns
    if too_high or too_wide or width * height > limits.cells:
        raise TableRefused(
            name,
            _(
                "it has {rows} rows of {columns} columns, more than the {most_rows} rows, "
                "{most_columns} columns or {most_cells} cells that are read. {advice}"
            ).format(
                rows=in_digits(height),
                columns=in_digits(width),
                most_rows=in_digits(limits.rows),
                most_columns=limits.columns,
                most_cells=in_digits(limits.cells),
                advice=_(limits.advice),
            ),
        )


def _columns(
    heading: Sequence[str], body: Sequence[tuple[int, Sequence[str]]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give each column a heading of its own; empty columns at the end are left out."""
    width = len(heading)
    while width and not heading[width - 1].strip() and not _has_text(body, width - 1):
        width -= 1
    notes: list[str] = []
    columns: dict[str, None] = {}
    for place, text in enumerate(heading[:width], 1):
        wanted = text.strip() or _("Column {number}").format(number=place)
        column, count = wanted, 1
        while column in columns:
            count += 1
            column = f"{wanted} ({count})"
        columns[column] = None
        if not text.strip():
            notes.append(_("Column {number} has no heading.").format(number=place))
        elif column != wanted:
            notes.append(
                _("“{heading}” stands there twice; number {number} became “{column}”.").format(
                    heading=wanted, number=place, column=column
                )
            )
    return tuple(columns), tuple(notes)


def _has_text(body: Sequence[tuple[int, Sequence[str]]], place: int) -> bool:
    return any(len(row) > place and row[place].strip() for _number, row in body)


def _title_note(above: str) -> tuple[str, ...]:
    return (_("Above the heading stands: {text}").format(text=above),) if above else ()


def _ragged(width: int, body: Sequence[tuple[int, Sequence[str]]]) -> tuple[str, ...]:
    longer = [number for number, row in body if any(map(str.strip, row[width:]))]
    shorter = [number for number, row in body if len(row) < width]
    notes = []
    if longer:
        notes.append(
            plural(
                "{count} row has more cells than the heading; they were kept as extra columns",
                "{count} rows have more cells than the heading; they were kept as extra columns",
                len(longer),
            )
            + _where(longer)
        )
    if shorter:
        notes.append(
            plural(
                "{count} row has fewer cells than the heading; the missing ones are empty",
                "{count} rows have fewer cells than the heading; the missing ones are empty",
                len(shorter),
            )
            + _where(shorter)
        )
    return tuple(notes)


def _where(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_NAMED_ROWS]))
    rest = ", …" if len(numbers) > _NAMED_ROWS else ""
    return " " + _("(row {numbers}).").format(numbers=shown + rest)
