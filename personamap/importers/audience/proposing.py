"""Proposes which columns of a table are counted by which facet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from personamap.domain.facet import Facet
from personamap.importers.apart.task import Wanted, always
from personamap.importers.audience.mapping import AudienceMapping, CountedColumn
from personamap.importers.audience.memory import leave_no_core_file
from personamap.importers.audience.opening import open_rows
from personamap.importers.audience.rows import MOST_WORDS, Words
from personamap.importers.cast.headings import heading_words
from personamap.importers.cast.proposing import propose_mapping
from personamap.importers.tables import Table

_SAMPLE_ROWS = 2_000
_COUNTS = frozenset(
    {"count", "counts", "people", "number", "number of people", "n", "headcount", "head count"}
    | {"employees", "staff", "learners", "total", "frequency", "freq"}
)
"""Headings of a column that says how many people a row is about."""


class SurveyedColumn(Struct, frozen=True):
    """A column as it may be shown: some of its entries, and none if it tells people apart."""

    column: str
    entries: tuple[str, ...]
    tells_apart: bool


class AudienceSurvey(Struct, frozen=True):
    """The columns of a table, and how they could be counted."""

    name: str
    columns: tuple[SurveyedColumn, ...]
    mapping: AudienceMapping


def survey_table(path: Path, facets: tuple[Facet, ...], wanted: Wanted = always) -> AudienceSurvey:
    """Look at the first rows of a table and propose what its columns are."""
    leave_no_core_file()
    heading, rows = open_rows(path, wanted).sample(_SAMPLE_ROWS)
    full = [(*row, *[""] * len(heading))[: len(heading)] for row in rows]
    columns = tuple(_surveyed(c, [row[n] for row in full]) for n, c in enumerate(heading))
    return AudienceSurvey(path.name, columns, _proposed(path.name, columns, full, facets))


def _surveyed(column: str, cells: Sequence[str]) -> SurveyedColumn:
    filled = [cell.strip() for cell in cells if cell.strip()]
    entries = tuple(dict.fromkeys(filled))
    several = len(filled) > 1
    tells_apart = len(entries) > MOST_WORDS or (several and len(entries) == len(filled))
    return SurveyedColumn(column, () if tells_apart else entries, tells_apart)


def _proposed(
    name: str, columns: Sequence[SurveyedColumn], rows: Sequence[Words], facets: tuple[Facet, ...]
) -> AudienceMapping:
    count = _count_column(columns, rows)
    able = [n for n, c in enumerate(columns) if c.column != count and (count or not c.tells_apart)]
    taken: dict[str, CountedColumn] = {}
    for by_name in (True, False):
        left = [n for n in able if all(c.column != columns[n].column for c in taken.values())]
        # A heading such as "Age" names a field of a person; entries tell that groups are meant.
        heading = [columns[n].column if by_name else "" for n in left]
        free = tuple(facet for facet in facets if facet.id not in taken)
        cells = [[row[n] for n in left] for row in rows]
        for n, facet in zip(left, _facets(name, heading, cells, free), strict=True):
            if facet and facet not in taken:
                taken[facet] = CountedColumn(column=columns[n].column, facet=facet)
    order = [column.column for column in columns]
    chosen = sorted(taken.values(), key=lambda counted: order.index(counted.column))
    return AudienceMapping(columns=tuple(chosen), count=count)


def _facets(
    name: str, heading: Sequence[str], rows: Sequence[Sequence[str]], facets: tuple[Facet, ...]
) -> list[str]:
    """Return the facet each column names, or nothing."""
    table = Table(
        name=name,
        columns=tuple(text or str(n) for n, text in enumerate(heading)),
        rows=tuple(map(tuple, rows)),
        numbers=tuple(range(len(rows))),
    )
    uses = propose_mapping(table, facets).columns
    return [use.facet if use.aspect == "values" else "" for use in uses]


def _count_column(columns: Iterable[SurveyedColumn], rows: Sequence[Words]) -> str:
    for place, column in enumerate(columns):
        if heading_words(column.column) in _COUNTS and rows:
            numbers = sum(row[place].strip().replace(",", "").isdigit() for row in rows)
            if numbers * 2 > len(rows):
                return column.column
    return ""
