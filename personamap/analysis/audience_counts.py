"""How many of the people who will take the course have a value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from personamap.analysis.facet_counts import roots_of
from personamap.domain.audience import Audience, AudienceGroup
from personamap.domain.facet import Facet
from personamap.domain.project import Project


class AudienceCounts:
    """The counts of one audience, for each value and rolled up into its group.

    The same people may be counted in several crossings (by age, and again
    by age and gender). Only one crossing a facet is read, so that nobody
    is counted twice: the one that knows most people, then the plainest.
    """

    def __init__(self, audience: Audience, facets: Sequence[Facet]) -> None:
        self.audience = audience
        crossings: dict[tuple[str, ...], list[AudienceGroup]] = defaultdict(list)
        for group in audience.groups:
            crossings[tuple(sorted({ref.facet for ref in group.values}))].append(group)
        self._counts: dict[tuple[str, str], int] = defaultdict(int)
        self._facets = {facet.id for facet in facets}
        for facet in facets:
            self._count(facet, crossings)
        self.people = audience.people or max(
            (_people(groups) for groups in crossings.values()), default=0
        )

    def of(self, facet_id: str, value_id: str) -> int:
        """Return how many people of the audience have a value."""
        return self._counts.get((facet_id, value_id), 0)

    def _count(self, facet: Facet, crossings: dict[tuple[str, ...], list[AudienceGroup]]) -> None:
        known = [(key, groups) for key, groups in crossings.items() if facet.id in key]
        if not known:
            return
        _key, best = min(known, key=lambda entry: (-_people(entry[1]), len(entry[0]), entry[0]))
        roots = roots_of(facet)
        for group in best:
            values = {ref.value for ref in group.values if ref.facet == facet.id}
            for value in values | {roots.get(value, value) for value in values}:
                self._counts[facet.id, value] += group.people


def _people(groups: Sequence[AudienceGroup]) -> int:
    return sum(group.people for group in groups)


def audience_counts(project: Project, facets: Sequence[Facet]) -> AudienceCounts | None:
    """Return the audience the cast is held against: the chosen one, or the only one there is."""
    audiences = project.audiences
    chosen = [a for a in audiences if a.id == project.aim.audience] or audiences
    return AudienceCounts(chosen[0], facets) if len(chosen) == 1 else None
