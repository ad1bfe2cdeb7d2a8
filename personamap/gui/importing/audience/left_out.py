"""Who of an audience is in no count of a facet, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.disclosure.earlier import tables_of
from personamap.i18n import _, in_digits
from personamap.importers.audience.answering import ColumnReport
from personamap.importers.audience.counting import AudienceImport


def left_out(found: AudienceImport) -> dict[str, tuple[str, ...]]:
    """Return the reasons by facet; none where everybody is in a count."""
    audience = found.audience
    tables = tables_of(audience.groups)
    kept = {facets[0]: sum(tables[facets].values()) for facets in tables if len(facets) == 1}
    return {
        column.facet: tuple(
            _reasons(column, audience.people - kept.get(column.facet, 0), audience.smallest_group)
        )
        for column in found.columns
    }


def _reasons(column: ColumnReport, untold: int, k: int) -> Iterator[str]:
    told = [
        (
            column.small,
            _("{people} people not kept: their group is below {k}, or tells a small one"),
        ),
        (column.unknown, _("{people} people in words that name no value")),
        (column.empty, _("{people} people without an answer")),
    ]
    for people, words in told:
        if people:
            yield words.format(people=in_digits(people), k=k)
    if rest := untold - sum(people or 0 for people, _words in told):
        yield _(
            "{people} people in groups too small to tell, in words that name no value, or without "
            "an answer"
        ).format(people=in_digits(rest))
