"""Edits of who will take the course: one audience, counted or entered by hand."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.domain.audience import Audience
from personamap.domain.facet import Facet
from personamap.domain.project import Project
from personamap.edits.items import add_items


def set_audience(project: Project, audience: Audience, facets: Sequence[Facet] = ()) -> Project:
    """Return `project` with this audience and no other, on the facets it is counted by.

    Two audiences side by side could be subtracted from each other, and the
    difference could be a group too small to be shown.
    """
    have = {facet.id for facet in project.facets}
    project = add_items(project, "facets", *(facet for facet in facets if facet.id not in have))
    aim = project.aim.evolve(audience=None)
    if project.audiences == (audience,) and aim is project.aim:
        return project
    return project.with_items(audiences=(audience,), aim=aim)


def remove_audience(project: Project) -> Project:
    """Return `project` without an audience."""
    aim = project.aim.evolve(audience=None)
    if not project.audiences and aim is project.aim:
        return project
    return project.with_items(audiences=(), aim=aim)
