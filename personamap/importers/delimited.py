"""Tables as text: CSV with any usual separator, TSV, in any usual encoding."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from personamap.domain.columns import folded, unguarded
from personamap.errors import TableRefused
from personamap.i18n import _
from personamap.importers.grid import (
    CAST,
    LONGEST_CELL,
    NAME_HEADINGS,
    Grid,
    TableLimits,
    storable,
    too_long_a_cell,
    too_many_cells,
)

SEPARATORS = (",", ";", "\t", "|")

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
_SAMPLE_ROWS = 50
_TOP_ROWS = 5
_EVEN = 0.95
_SAMPLE_LENGTH = 100_000


def read_delimited(name: str, content: bytes, limits: TableLimits = CAST) -> Grid:
    """Return the rows of a text table, or raise `TableRefused` if it is none."""
    text, encoding_note = _decoded(name, content)
    separator, text = announced_separator(text)
    separator = separator or sniffed_separator(text)
    try:
        rows, quote_note = _rows(name, text, separator, limits, strict=True), ""
    except csv.Error:
        quote_note = _(
            "A quotation mark is not closed or stands in the middle of a cell; "
            "look closely at the preview."
        )
        try:
            rows = _rows(name, text, separator, limits, strict=False)
        except csv.Error as error:
            raise TableRefused(name, unpaired_quotes()) from error
    return Grid(rows, tuple(filter(None, (encoding_note, quote_note))))


def _decoded(name: str, content: bytes) -> tuple[str, str]:
    encoding = next((enc for mark, enc in _BYTE_ORDER_MARKS if content.startswith(mark)), "")
    encoding = encoding or _unmarked_utf16(content) or "utf-8"
    note = ""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise TableRefused(
                name, _("its text is damaged. Save it anew as CSV in UTF-8.")
            ) from error
        text, note = _guessed(content)
    if _is_binary(text):
        raise TableRefused(
            name, _("it holds no text but something else. Save your table as CSV or XLSX.")
        )
    return text, note


def _guessed(content: bytes) -> tuple[str, str]:
    """Read bytes that are no UTF-8 as the commonest other encoding, and say so."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return text, _(
        "The file is not in UTF-8; it was read as Western European (Windows-1252). "
        "If letters look wrong, save it anew in UTF-8."
    )


def _unmarked_utf16(content: bytes) -> str:
    start = content[:4096]
    zeros = (start[0::2].count(0), start[1::2].count(0))
    if max(zeros) <= len(start) // 8 or min(zeros) > len(start) // 64:
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _is_binary(text: str) -> bool:
    return "\0" in text or len(_CONTROL.findall(text[:_SAMPLE_LENGTH])) * 100 > len(text)


def announced_separator(text: str) -> tuple[str, str]:
    """Return the separator of a first line `sep=;`, which some spreadsheets write, and the rest."""
    found = re.match(r"sep=(.)\r?\n", text)
    return (found[1], text[found.end() :]) if found else ("", text)


def is_wide(start: bytes) -> bool:
    """Tell whether a file that begins like this has two or four bytes for each letter."""
    mark = next((enc for mark, enc in _BYTE_ORDER_MARKS if start.startswith(mark)), "")
    return mark.startswith(("utf-16", "utf-32")) or bool(_unmarked_utf16(start))


def sniffed_separator(text: str) -> str:
    """Choose the separator that cuts most rows into the same number of cells."""
    return max(SEPARATORS, key=lambda separator: _fitness(text[:_SAMPLE_LENGTH], separator))


def _fitness(text: str, separator: str) -> tuple[bool, bool, float]:
    """Rate a separator: a heading of names tells most, then even rows, then many cells."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = [row for row in itertools.islice(reader, _SAMPLE_ROWS) if any(row)]
    except csv.Error:
        rows = []
    if not rows:
        return (False, False, 0.0)
    width, count = Counter(map(len, rows)).most_common(1)[0]
    alike = count / len(rows)
    is_named = any(len(row) > 1 and _names_people(row) for row in rows[:_TOP_ROWS])
    return (is_named, width > 1 and alike >= _EVEN, alike * (width - 1))


def _names_people(row: Sequence[str]) -> bool:
    return any(folded(cell) in NAME_HEADINGS for cell in row)


def _rows(
    name: str, text: str, separator: str, limits: TableLimits, *, strict: bool
) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    cleaned = _CleanCells()
    cells = 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict):
        cells += len(row)
        if cells > limits.cells:
            raise TableRefused(name, too_many_cells(limits))
        if any(len(cell) > LONGEST_CELL for cell in row):
            raise TableRefused(name, too_long_a_cell(len(rows) + 1))
        rows.append(tuple(map(cleaned.__getitem__, row)))
    return tuple(rows)


class _CleanCells(dict[str, str]):
    """What each text of a table is kept as; a text that stands there often is kept once."""

    def __missing__(self, cell: str) -> str:
        clean = self[cell] = storable(unguarded(cell))
        return clean


def unpaired_quotes() -> str:
    """Say that nobody can tell where the cells of a table end."""
    return _("its quotation marks do not pair up. Save it anew as CSV from a spreadsheet.")
