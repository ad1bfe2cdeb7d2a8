"""Edits of facets: a facet added once is at once on every persona, as undecided."""

from __future__ import annotations

from typing import Any

from personamap.domain.facet import Facet
from personamap.domain.project import Project
from personamap.edits.items import add_items, find_item, move_item, set_field


def add_facets(project: Project, *facets: Facet) -> Project:
    """Return `project` with these facets; one it already has stays as it is."""
    have = {facet.id for facet in project.facets}
    return add_items(project, "facets", *(facet for facet in facets if facet.id not in have))


def set_facet_field(project: Project, facet_id: str, field: str, value: Any) -> Project:
    """Return `project` with one field of one facet replaced."""
    return set_field(project, "facets", facet_id, field, value)


def set_value_starred(project: Project, facet_id: str, value_id: str, *, starred: bool) -> Project:
    """Return `project` with one value marked as mattering for this course, or not."""
    facet: Facet = find_item(project, "facets", facet_id)
    values = tuple(
        value.evolve(starred=starred) if value.id == value_id else value for value in facet.values
    )
    return set_facet_field(project, facet_id, "values", values)


def add_facet(project: Project, facet: Facet, place: int) -> Project:
    """Return `project` with a new facet at a place of its list."""
    project = add_facets(project, facet)
    return move_facet(project, facet.id, place)


def move_facet(project: Project, facet_id: str, place: int) -> Project:
    """Return `project` with a facet at another place of the list, for every persona."""
    return move_item(project, "facets", facet_id, place)
