"""Whether values may stand together in one person, as the team sees it.

What a team holds to be implausible is kept in its aim, with a reason,
because it is often a bias of the writers. Nothing is held so by itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from personamap.analysis.facet_counts import roots_of
from personamap.domain.facet import Facet, ValueRef
from personamap.domain.persona import Persona
from personamap.domain.project import Project


def is_plausible(project: Project, values: Iterable[ValueRef]) -> bool:
    """Tell whether one person may have all of these values; a detail says its group too."""
    implausible = project.aim.implausible
    if not implausible:
        return True
    facets = {facet.id: facet for facet in project.facets}
    said = {each for ref in values for each in _said(facets.get(ref.facet), ref)}
    return not any(
        each.values and said.issuperset((ref.facet, ref.value) for ref in each.values)
        for each in implausible
    )


def stated_values(persona: Persona) -> list[ValueRef]:
    """Return the values a persona states."""
    return [
        ValueRef(facet=answer.facet, value=value)
        for answer in persona.answers
        for value in answer.counted_values
    ]


def _said(facet: Facet | None, ref: ValueRef) -> set[tuple[str, str]]:
    roots = roots_of(facet) if facet else {}
    return {(ref.facet, ref.value), (ref.facet, roots.get(ref.value, ref.value))}
