"""Bringing many people into a project in one edit."""

from __future__ import annotations

from msgspec import Struct

from personamap.domain.experience import Experience
from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.facets import add_facets
from personamap.edits.items import add_items
from personamap.edits.personas import COLOURS


class Newcomers(Struct, frozen=True):
    """People to add, with the facets they answer and the experiences they have lived."""

    personas: tuple[Persona, ...]
    facets: tuple[Facet, ...] = ()
    experiences: tuple[Experience, ...] = ()


def add_newcomers(project: Project, newcomers: Newcomers) -> Project:
    """Return `project` with the newcomers at the end of its cast, on the next colours in turn."""
    first = len(project.personas)
    coloured = (
        persona.evolve(colour=colour_of(first + place))
        for place, persona in enumerate(newcomers.personas)
    )
    project = add_facets(project, *newcomers.facets)
    project = add_items(project, "experiences", *newcomers.experiences)
    return add_items(project, "personas", *coloured)


def colour_of(place: int) -> int:
    """Return which of the six colours is the turn of the persona at a place of the cast."""
    return place % COLOURS
