"""What every reader of tables hands over: rows of text, as they stand in the file."""

from __future__ import annotations

import re

from msgspec import Struct

from personamap.i18n import N_, _, in_digits

LONGEST_CELL = 100_000

NAME_HEADINGS = frozenset(
    {"name", "names", "full name", "persona", "persona name", "personas", "character"}
    | {"character name", "characters", "display name", "person", "who"}
)
"""Headings of the column that holds people's names."""

_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


class TableLimits(Struct, frozen=True):
    """How large a table may be, and what whoever brings a larger one is told to do.

    `bytes` is the size of the file on disk.
    """

    bytes: int
    rows: int
    columns: int
    cells: int
    advice: str


CAST = TableLimits(
    bytes=50 * 1024 * 1024,
    rows=20_000,
    columns=500,
    cells=1_000_000,
    advice=N_("Keep only what describes the people of this cast."),
)
"""A cast has tens of columns and people; beyond this a file is something else, or an attack.

What is written for the 5,000 people a cast may be, with all columns, comes back in.
"""

STAFF = TableLimits(
    bytes=200 * 1024 * 1024,
    rows=1_000_000,
    columns=500,
    cells=5_000_000,
    advice=N_("Keep only the columns you need."),
)
"""Tables with a row for each of very many people, read because somebody asked for just that."""


class Grid(Struct, frozen=True):
    """Rows of cells, ragged or not, and what there is to say about how they were read."""

    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def storable(text: str) -> str:
    """Return `text` with what no file can store shown as a replacement character."""
    return _HALF_CHARACTERS.sub("\ufffd", text).replace("\0", "\ufffd")


def too_many_cells(limits: TableLimits) -> str:
    """Say that a table is larger than it may be."""
    return _("it has more than {most} cells. {advice}").format(
        most=in_digits(limits.cells), advice=_(limits.advice)
    )


def too_long_a_cell(row: int) -> str:
    """Say in which row a cell holds more text than can be stored."""
    return _(
        "row {row} has a cell with more than {most} characters. Check its quotation marks."
    ).format(row=row, most=in_digits(LONGEST_CELL))
