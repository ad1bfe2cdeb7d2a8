"""The counts of several casts side by side: who has which value, and what they do.

Keys are stable: `check --json` answers with these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from personamap.analysis.catalogue.joining import Joined
from personamap.analysis.coverage import CoverageReport
from personamap.analysis.facet_counts import FacetCount, roots_of
from personamap.domain.base import Entity
from personamap.domain.project import Project
from personamap.domain.scene import NarrativeFunction


class TogetherValue(Entity):
    """How many people have one value, in each course in turn.

    `count` is their sum; `people` counts somebody who plays in two
    courses once. `functions` says how many of them do what, in each
    course in turn; what nobody does is left out. A detail names its
    `group`, which counts it too.
    """

    value: str
    label: str
    group: str | None
    counts: tuple[int, ...]
    count: int
    people: int
    functions: dict[NarrativeFunction, tuple[int, ...]]


class TogetherFacet(Entity):
    """One facet across courses; those that do not count it count nobody."""

    facet: str
    label: str
    starred: bool
    values: tuple[TogetherValue, ...]


def count_together(
    reports: Sequence[CoverageReport], joined: Joined, across: CoverageReport
) -> tuple[TogetherFacet, ...]:
    """Return the counts of several casts side by side, facets and values matched by id."""
    doing = [_doing(report.project) for report in reports]
    counts = [{count.facet.id: count for count in report.facets} for report in reports]
    return tuple(
        TogetherFacet(
            facet=whole.facet.id,
            label=whole.facet.label,
            starred=whole.facet.starred,
            values=tuple(_values(whole, [each.get(whole.facet.id) for each in counts], doing)),
        )
        for whole in across.facets
    )


_Doing = Mapping[NarrativeFunction, frozenset[str]]


def _values(
    whole: FacetCount, counts: Sequence[FacetCount | None], doing: Sequence[_Doing]
) -> Iterator[TogetherValue]:
    roots = roots_of(whole.facet)
    for value in whole.facet.values:
        people = [count.of(value.id) if count else () for count in counts]
        yield TogetherValue(
            value=value.id,
            label=value.label,
            group=roots[value.id] if roots[value.id] != value.id else None,
            counts=tuple(len(ids) for ids in people),
            count=sum(len(ids) for ids in people),
            people=len(whole.of(value.id)),
            functions=dict(_functions(people, doing)),
        )


def _functions(
    people: Sequence[tuple[str, ...]], doing: Sequence[_Doing]
) -> Iterator[tuple[NarrativeFunction, tuple[int, ...]]]:
    for function in dict.fromkeys(name for done in doing for name in done):
        counts = tuple(
            len(done.get(function, frozenset()).intersection(ids))
            for ids, done in zip(people, doing, strict=True)
        )
        if any(counts):
            yield function, counts


def _doing(project: Project) -> dict[NarrativeFunction, frozenset[str]]:
    """Return who does what in the scenes of one course."""
    done: dict[NarrativeFunction, set[str]] = {}
    for scene in project.scenes:
        for appearance in scene.appearances:
            for function in appearance.functions:
                done.setdefault(function, set()).add(appearance.persona)
    return {function: frozenset(people) for function, people in done.items()}
