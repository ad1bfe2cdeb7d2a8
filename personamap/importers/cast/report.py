"""What became of every cell of a table of people."""

from __future__ import annotations

from msgspec import Struct

from personamap.edits.cast import Newcomers
from personamap.importers.cast.mapping import ColumnMapping


class Placed(Struct, frozen=True):
    """One cell, and where its text now stands."""

    column: str
    where: str
    text: str


class Unknown(Struct, frozen=True):
    """Words no value of a facet answers to; they were kept as the person's own words."""

    column: str
    text: str


class RowReport(Struct, frozen=True):
    """What became of one row; `row` is its number as a spreadsheet shows it."""

    row: int
    persona: str
    name: str
    placed: tuple[Placed, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    warnings: tuple[str, ...] = ()


class CastImport(Struct, frozen=True):
    """The people of a table, ready to be added, and everything there is to say about them."""

    mapping: ColumnMapping
    newcomers: Newcomers
    rows: tuple[RowReport, ...]
    notes: tuple[str, ...] = ()

    @property
    def unknown_count(self) -> int:
        """How many words no facet knows."""
        return sum(len(row.unknown) for row in self.rows)
