"""Who is where two things cross: facet by facet, or facet by narrative function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from personamap.analysis.coverage import CoverageReport
from personamap.analysis.facet_counts import FacetCount
from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.project import Project
from personamap.i18n import _

FUNCTIONS = "narrative-function"
"""The id of the columns that are narrative functions; no facet can be called so."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row or column: what it is called and everyone in it, in the order of the cast."""

    id: str
    label: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns, and who is in both."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: tuple[tuple[tuple[str, ...], ...], ...]


def cross(report: CoverageReport, facet_id: str, column_id: str) -> Matrix:
    """Cross the first-level values of a facet with another facet, or with what people do."""
    counts = {count.facet.id: count for count in report.facets}
    rows = _values(counts[facet_id])
    columns = _functions(report.project) if column_id == FUNCTIONS else _values(counts[column_id])
    inside = [frozenset(column.people) for column in columns]
    cells = tuple(
        tuple(tuple(p for p in row.people if p in column) for column in inside) for row in rows
    )
    return Matrix(rows, tuple(columns), cells)


def _values(count: FacetCount) -> tuple[Line, ...]:
    return tuple(Line(v.id, v.label, count.of(v.id)) for v in count.groups)


def _functions(project: Project) -> Sequence[Line]:
    doing: Mapping[str, set[str]] = {function: set() for function in NARRATIVE_FUNCTIONS}
    for scene in project.scenes:
        for appearance in scene.appearances:
            for function in appearance.functions:
                doing[function].add(appearance.persona)
    return [
        Line(
            function,
            _(label.text),
            tuple(persona.id for persona in project.cast if persona.id in doing[function]),
        )
        for function, label in NARRATIVE_FUNCTIONS.items()
    ]
