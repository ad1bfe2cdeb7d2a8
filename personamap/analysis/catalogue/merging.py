"""What several courses count and aim for, taken together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from personamap.analysis.facet_counts import counted_facets
from personamap.domain.audience import Aim, FacetPair, Implausible, MinimumCount
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.project import Project


def merged_facets(projects: Sequence[Project]) -> tuple[Facet, ...]:
    """Return every facet that some course counts, with the values of all that do.

    What is starred in one course matters in the catalogue.
    """
    kinds: dict[str, list[Facet]] = {}
    for project in projects:
        for facet in counted_facets(project.facets):
            kinds.setdefault(facet.id, []).append(facet)
    return tuple(_facet(same) for same in kinds.values())


def merged_aim(aims: Sequence[Aim]) -> Aim:
    """Return what the courses want together.

    A minimum is the largest one asked for; a combination is implausible
    only where every course says so; an audience is that of the catalogue
    only if all courses that chose one chose the same.
    """
    chosen = {aim.audience for aim in aims if aim.audience}
    return Aim(
        pairs=_pairs(aims),
        minimums=_minimums(aims),
        implausible=_implausible(aims),
        level=max((aim.level for aim in aims), default=2),
        audience=chosen.pop() if len(chosen) == 1 else None,
    )


def _facet(same: Sequence[Facet]) -> Facet:
    if len(same) == 1:
        return same[0]
    return same[0].evolve(
        values=_values(same),
        starred=any(facet.starred for facet in same),
        many=any(facet.many for facet in same),
        ordered=all(facet.ordered for facet in same),
    )


def _values(same: Iterable[Facet]) -> tuple[FacetValue, ...]:
    values: dict[str, FacetValue] = {}
    for facet in same:
        for value in facet.values:
            known = values.setdefault(value.id, value)
            if value.starred and not known.starred:
                values[value.id] = known.evolve(starred=True)
    return tuple(values.values())


def _pairs(aims: Iterable[Aim]) -> tuple[FacetPair, ...]:
    pairs = {tuple(sorted((p.first, p.second))): p for aim in aims for p in reversed(aim.pairs)}
    return tuple(pairs.values())


def _minimums(aims: Iterable[Aim]) -> tuple[MinimumCount, ...]:
    asked: dict[str, MinimumCount] = {}
    for minimum in (minimum for aim in aims for minimum in aim.minimums):
        known = asked.get(minimum.value.node)
        if known is None or known.count < minimum.count:
            asked[minimum.value.node] = minimum
    return tuple(asked.values())


def _implausible(aims: Sequence[Aim]) -> tuple[Implausible, ...]:
    said = [{frozenset(v.node for v in i.values): i for i in aim.implausible} for aim in aims]
    if not said:
        return ()
    return tuple(i for key, i in said[0].items() if all(key in other for other in said[1:]))
