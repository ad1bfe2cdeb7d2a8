"""The tables of the coverage report: who does what, who says how much, and what else is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from personamap.analysis.coverage import CoverageReport
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.matrix import FUNCTIONS, Matrix, cross
from personamap.domain.scene import Appearance
from personamap.exporters.coverage_parts import (
    CountTable,
    Crossing,
    CrossRow,
)
from personamap.exporters.options import ExportOptions
from personamap.exporters.seat_outline import blank_notes
from personamap.i18n import _, in_digits, plural

_MOST_CROSSED = 8
_MOST_EMPTY = 4
_UNSHOWN_FUNCTIONS = frozenset(("background",))


def seated_facets(report: CoverageReport) -> tuple[FacetCount, ...]:
    """Return the facets whose seats are shown one by one: the starred ones, or all."""
    starred = tuple(count for count in report.facets if count.facet.starred)
    return starred or report.facets


def crossings(report: CoverageReport) -> Iterator[Crossing]:
    """Yield who does what for each facet that matters, if anybody does anything."""
    for count in seated_facets(report)[:_MOST_CROSSED]:
        matrix = cross(report, count.facet.id, FUNCTIONS)
        shown = [
            place
            for place, column in enumerate(matrix.columns)
            if column.people and column.id not in _UNSHOWN_FUNCTIONS
        ]
        if shown and any(line.people for line in matrix.rows):
            heads = tuple(matrix.columns[place].label for place in shown)
            rows = tuple(_cross_rows(matrix, shown))
            yield Crossing(count.facet.label or count.facet.id, (_("People"), *heads), rows)


def voices(report: CoverageReport) -> CountTable | None:
    """Return how much each persona says, once any scene is written."""
    found = _appearances(report)
    said = [(persona, found[persona.id]) for persona in report.project.cast]
    words = [sum(a.words for a in appearances) for _persona, appearances in said]
    lines = [sum(a.lines for a in appearances) for _persona, appearances in said]
    told = words if any(words) else lines
    most = max(told, default=0)
    if not most:
        return None
    return CountTable(
        title=_("Who is heard"),
        note=_("Scenes, lines and words of everyone, in the order of the cast"),
        heads=(_("Persona"), _("Scenes"), _("Speaks in"), _("Lines"), _("Words")),
        rows=tuple(
            (
                persona.name or _("Nameless"),
                str(len([a for a in appearances if a.presence != "mentioned"])),
                str(len([a for a in appearances if a.presence == "speaks"])),
                in_digits(spoken),
                in_digits(written),
            )
            for (persona, appearances), spoken, written in zip(said, lines, words, strict=True)
        ),
        bars=tuple(count / most for count in told),
    )


def other_facets(report: CoverageReport, options: ExportOptions) -> CountTable | None:
    """Return the facets whose seats are not shown one by one, each in a line."""
    seated = seated_facets(report)
    others = [count for count in report.facets if count not in seated]
    if not others:
        return None
    return CountTable(
        title=_("Also counted"),
        note=_("Facets without a star"),
        heads=(_("Facet"), _("People"), _("Nobody"), _("No answer")),
        rows=tuple(
            (
                count.facet.label or count.facet.id,
                _people(count),
                _nobody(count),
                "; ".join(blank_notes(count, options)),
            )
            for count in others
        ),
    )


def _cross_rows(matrix: Matrix, shown: Sequence[int]) -> Iterator[CrossRow]:
    empty = [line.label for line in matrix.rows if not line.people]
    for line, cells in zip(matrix.rows, matrix.cells, strict=True):
        if line.people or len(empty) <= _MOST_EMPTY:
            counts = tuple(len(cells[place]) for place in shown)
            yield CrossRow(line.label, len(line.people), counts)
    if len(empty) > _MOST_EMPTY:
        more = plural("{count} other value", "{count} other values", len(empty))
        yield CrossRow(more, 0, (0,) * len(shown))


def _appearances(report: CoverageReport) -> Mapping[str, list[Appearance]]:
    """Return what everyone does in the scenes, one part in each, in their order."""
    found: dict[str, list[Appearance]] = defaultdict(list)
    for scene in report.project.scenes:
        for part in {part.persona: part for part in reversed(scene.appearances)}.values():
            found[part.persona].append(part)
    return found


def _people(count: FacetCount) -> str:
    template = _("{value} {count}")
    return ", ".join(
        template.format(value=value.label, count=len(count.of(value.id)))
        for value in count.groups
        if count.of(value.id)
    )


def _nobody(count: FacetCount) -> str:
    empty = [value.label for value in count.groups if not count.of(value.id)]
    if len(empty) <= _MOST_EMPTY:
        return ", ".join(empty)
    first = ", ".join(empty[: _MOST_EMPTY - 1])
    return _("{listed} and {count} more").format(listed=first, count=len(empty) - _MOST_EMPTY + 1)
