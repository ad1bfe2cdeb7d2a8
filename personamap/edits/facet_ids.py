"""The id of a new facet, taken from the name it is given."""

from __future__ import annotations

from personamap.domain.project import Project
from personamap.edits.facet_removal import remove_facet
from personamap.edits.items import remove_items
from personamap.edits.naming import facet_id_of


def called_as_named(project: Project, facet_id: str) -> Project:
    """Return `project` with the id of a facet made of its name, if nothing names that id yet."""
    facet = project.find_facet(facet_id)
    if facet is None or not facet.label.strip():
        return project
    taken = {other.id for other in project.facets if other is not facet}
    wanted = facet_id_of(facet.label, taken)
    if wanted == facet_id or _is_named(project, facet_id):
        return project
    becomes = facet.evolve(id=wanted)
    return project.with_items(facets=tuple(becomes if f is facet else f for f in project.facets))


def _is_named(project: Project, facet_id: str) -> bool:
    """Tell whether anything but the list of facets would change if the facet went."""
    return remove_facet(project, facet_id) != remove_items(project, "facets", {facet_id})
