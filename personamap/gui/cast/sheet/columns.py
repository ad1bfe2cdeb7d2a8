"""The columns of the sheet, and what somebody has in each."""

from __future__ import annotations

from msgspec import Struct

from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.cast_table import TextField
from personamap.i18n import N_, _

_TEXTS: tuple[tuple[TextField, str], ...] = (
    ("name", N_("Name")),
    ("job.title", N_("Job title")),
    ("brief", N_("Brief")),
)


class SheetColumn(Struct, frozen=True):
    """One column: a field of text, or a facet."""

    id: str
    title: str
    field: TextField | None = None
    facet: Facet | None = None


def columns_of(project: Project) -> tuple[SheetColumn, ...]:
    """Return the columns of a project: texts first, then the facets that are switched on."""
    texts = tuple(SheetColumn(field, _(title), field=field) for field, title in _TEXTS)
    facets = tuple(
        SheetColumn(facet.id, facet.label, facet=facet) for facet in project.active_facets
    )
    return (*texts, *facets)


def text_of(persona: Persona, field: TextField) -> str:
    """Return what stands in a field of text."""
    match field:
        case "job.title":
            return persona.job.title
        case "brief":
            return persona.brief
        case _:
            return persona.name
