"""Tables as text: CSV with any usual separator, TSV, in any usual encoding."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from personamap.domain.columns import folded, unguarded
from personamap.errors import TableRefused
from personamap.i18n import _, in_digits
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
from personamap.importers.plain_text import NotText, decoded

SEPARATORS = (",", ";", "\t", "|")

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
    except csv.Error as error:
        if is_too_long(error):
            raise TableRefused(name, _endless_cell()) from error
        quote_note = _(
            "A quotation mark is not closed or stands in the middle of a cell; "
            "look closely at the preview."
        )
        try:
            rows = _rows(name, text, separator, limits, strict=False)
        except csv.Error as error:
            reason = _endless_cell() if is_too_long(error) else unpaired_quotes()
            raise TableRefused(name, reason) from error
    return Grid(rows, tuple(filter(None, (encoding_note, quote_note))))


def is_too_long(error: csv.Error) -> bool:
    """Tell whether a reader gave up because a cell did not end."""
    return "larger than field limit" in str(error)


def _endless_cell() -> str:
    return _("it has a cell with more than {most} characters. Check its quotation marks.").format(
        most=in_digits(LONGEST_CELL)
    )


def _decoded(name: str, content: bytes) -> tuple[str, str]:
    try:
        return decoded(content)
    except NotText as refusal:
        way_out = _("Save your table as CSV or XLSX.")
        raise TableRefused(name, f"{refusal} {way_out}") from refusal


def announced_separator(text: str) -> tuple[str, str]:
    """Return the separator of a first line `sep=;`, which some spreadsheets write, and the rest."""
    found = re.match(r"sep=(.)\r?\n", text)
    return (found[1], text[found.end() :]) if found else ("", text)


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
