"""Everything a reviewer without the program needs, in one document."""

from __future__ import annotations

from dataclasses import replace

from personamap.domain.project import Project
from personamap.exporters.coverage_outline import coverage_outline
from personamap.exporters.map_outline import map_outline
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline
from personamap.exporters.report import sheets_outline
from personamap.exporters.wall_outline import wall_outline
from personamap.i18n import _


def review_outline(project: Project, options: ExportOptions) -> Outline:
    """Return cast wall, map, coverage report and sheets of the chosen personas together."""
    sheets = sheets_outline(project, options)
    return replace(
        sheets,
        kind=_("Review pack"),
        title=_("Review: {course}").format(course=project.course.title or _("Untitled course")),
        wall=wall_outline(project, options).wall,
        map=map_outline(project, options).map,
        coverage=coverage_outline(project, options).coverage,
    )
