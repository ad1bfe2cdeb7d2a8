"""A block of cells as spreadsheets put it on the clipboard: tabs, line ends, and quotes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

Block = tuple[tuple[str, ...], ...]

_NEEDS_QUOTES = re.compile(r'[\t\r\n"]')


def write_block(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as text; a cell with a tab, a line end or a quote stands in quotes."""
    return "".join("\t".join(map(_written, row)) + "\r\n" for row in rows)


def read_block(text: str) -> Block:
    """Return the cells of such a text, in rows of one length; the last needs no line end."""
    text = text.removeprefix("\ufeff")
    # A cell may be as long as a book, which is more than the reader expects by itself.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = [tuple(row) or ("",) for row in csv.reader(io.StringIO(text, newline=""), "excel-tab")]
    if not rows:
        return (("",),)
    width = max(map(len, rows))
    return tuple(row + ("",) * (width - len(row)) for row in rows)


def _written(cell: str) -> str:
    if not _NEEDS_QUOTES.search(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'
