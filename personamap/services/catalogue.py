"""Several projects of one client read together: balance is practised across courses."""

from __future__ import annotations

from collections.abc import Iterable

from personamap.analysis.coverage import CoverageReport
from personamap.domain.base import Entity


class TogetherValue(Entity):
    """How many people have one value, in each course in turn and in all of them."""

    value: str
    label: str
    counts: tuple[int, ...]
    count: int


class TogetherFacet(Entity):
    """One facet across courses; those that do not use it count nobody."""

    facet: str
    label: str
    values: tuple[TogetherValue, ...]


def count_together(reports: Iterable[CoverageReport]) -> tuple[TogetherFacet, ...]:
    """Return the counts of several casts side by side, facets and values matched by id.

    Somebody who plays in two courses counts in both, as learners meet them in both.
    """
    all_reports = tuple(reports)
    labels: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    for report in all_reports:
        for count in report.facets:
            labels.setdefault(count.facet.id, count.facet.label)
            known = values.setdefault(count.facet.id, {})
            for value in count.facet.values:
                known.setdefault(value.id, value.label)
    return tuple(
        TogetherFacet(
            facet=facet,
            label=label,
            values=tuple(
                _count(all_reports, facet, value, text) for value, text in values[facet].items()
            ),
        )
        for facet, label in labels.items()
    )


def _count(
    reports: tuple[CoverageReport, ...], facet: str, value: str, label: str
) -> TogetherValue:
    counts = tuple(
        sum(len(count.of(value)) for count in report.facets if count.facet.id == facet)
        for report in reports
    )
    return TogetherValue(value=value, label=label, counts=counts, count=sum(counts))
