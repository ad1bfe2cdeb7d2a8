"""Who is where two things cross: facet by facet, or facet by narrative function."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import get_args

from msgspec import Struct

from personamap.analysis.check import Need
from personamap.analysis.coverage import CoverageReport
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.domain.facet import ValueRef
from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.scene import NarrativeFunction
from personamap.i18n import _

FUNCTIONS = "narrative-function"
"""The id of the columns that are narrative functions; no facet can be called so."""

_FUNCTIONS: tuple[NarrativeFunction, ...] = get_args(NarrativeFunction)


class Line(Struct, frozen=True):
    """One row or column: what it is called and everyone in it, in the order of the cast.

    A group has `details`, so many; a detail names the `group` it belongs to.
    """

    id: str
    label: str
    people: tuple[str, ...]
    details: int = 0
    group: str = ""


class Matrix(Struct, frozen=True):
    """Rows and columns, who is in both, and what the rows and columns are values of."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: tuple[tuple[tuple[str, ...], ...], ...]
    rows_of: str = ""
    columns_of: str = ""

    def need(self, row: int, column: int) -> Need:
        """Return what somebody must show to be in a cell."""
        value = ValueRef(facet=self.rows_of, value=self.rows[row].id)
        across = self.columns[column].id
        if self.columns_of == FUNCTIONS:
            return Need((value,), tuple(f for f in _FUNCTIONS if f == across))
        return Need((value, ValueRef(facet=self.columns_of, value=across)))


def cross(
    report: CoverageReport, facet_id: str, column_id: str, opened: Collection[str] = ()
) -> Matrix:
    """Cross the values of a facet with another facet, or with what people do.

    Rows are values of the first level; those in `opened` are followed by their details.
    """
    counts = {count.facet.id: count for count in report.facets}
    rows = tuple(_rows(counts[facet_id], opened))
    if column_id == FUNCTIONS:
        columns = _functions(report.checked.index)
    else:
        columns = tuple(_rows(counts[column_id], ()))
    inside = [frozenset(column.people) for column in columns]
    cells = tuple(
        tuple(tuple(p for p in row.people if p in column) for column in inside) for row in rows
    )
    return Matrix(rows, columns, cells, facet_id, column_id)


def _rows(count: FacetCount, opened: Collection[str]) -> Iterator[Line]:
    for value in count.groups:
        details = count.details(value.id)
        yield Line(value.id, value.label, count.of(value.id), len(details))
        if value.id in opened:
            for detail in details:
                yield Line(detail.id, detail.label, count.of(detail.id), group=value.id)


def _functions(index: ProjectIndex) -> tuple[Line, ...]:
    doing = index.deeds.doing
    return tuple(
        Line(function, _(label.text), index.people_in(doing[function]))
        for function, label in NARRATIVE_FUNCTIONS.items()
    )
