"""A single portrait, for a document that is nothing else."""

from __future__ import annotations

from msgspec.structs import replace

from personamap.domain.project import Project
from personamap.exporters.figures import Figures
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline, PortraitSheet
from personamap.exporters.private import visible_project
from personamap.exporters.report import chosen_personas, empty_outline
from personamap.i18n import _


def portrait_outline(project: Project, options: ExportOptions) -> Outline:
    """Return the portrait of the first of the chosen personas."""
    project = visible_project(project, options)
    outline = empty_outline(project, options, _("Portrait"))
    for persona in chosen_personas(project, options):
        sheet = PortraitSheet(Figures(project).of(persona), options.pixels)
        return replace(outline, title=sheet.figure.name, portrait=sheet)
    return outline
