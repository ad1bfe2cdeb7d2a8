"""Who of an audience is in no count of a facet, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.disclosure.earlier import tables_of
from personamap.i18n import _
from personamap.importers.audience.answering import ColumnReport
from personamap.importers.audience.counting import AudienceImport


def left_out(found: AudienceImport) -> dict[str, tuple[str, ...]]:
    """Return the reasons by facet; none where everybody is in a count."""
    tables = tables_of(found.audience.groups)
    kept = {facets[0]: sum(tables[facets].values()) for facets in tables if len(facets) == 1}
    return {
        column.facet: tuple(
            _reasons(column, kept.get(column.facet, 0), found.audience.smallest_group)
        )
        for column in found.columns
    }


def _reasons(column: ColumnReport, kept: int, k: int) -> Iterator[str]:
    if column.counted > kept:
        yield _(
            "{people} not kept: in a group below {k}, or one that would tell a small one"
        ).format(people=_about(column.counted - kept, k), k=k)
    if column.unknown:
        yield _("{people} in words that name no value").format(people=_about(column.unknown, k))
    if column.empty:
        yield _("{people} without an answer").format(people=_about(column.empty, k))


def _about(people: int, k: int) -> str:
    """Return a number of people, and of few only that they are few."""
    if people < k:
        return _("Fewer than {k} people").format(k=k)
    return _("{people} people").format(people=f"{people:,}")
