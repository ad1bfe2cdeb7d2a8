"""Everything a reviewer without the program needs, in one document."""

from __future__ import annotations

from msgspec.structs import replace

from personamap.analysis.map.parts import MOST_PEOPLE
from personamap.domain.project import Project
from personamap.domain.review_file import ReviewPack, SignedState
from personamap.exporters.coverage_outline import coverage_of
from personamap.exporters.map_outline import map_sheet
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline
from personamap.exporters.plot_outline import plot_outline
from personamap.exporters.report import sheets_outline
from personamap.exporters.review_parts import ReviewForm
from personamap.exporters.states import states_of
from personamap.exporters.wall_outline import cast_wall
from personamap.i18n import N_, _

_QUESTION = N_(
    "Look through the people, the findings and the scenes. Who is missing? Who leads, who errs, "
    "who is helped, who speaks? You can comment on anything; nothing you write leaves this page "
    "until you save it."
)


def review_outline(project: Project, options: ExportOptions) -> Outline:
    """Return cast wall, map, coverage report and sheets of the chosen personas together.

    Of more people than a map can show, there is none.
    """
    sheets = sheets_outline(project, options)
    has_map = len(sheets.sheets) <= MOST_PEOPLE
    return replace(
        sheets,
        kind=_("Review pack"),
        title=_("Review: {course}").format(course=project.course.title or _("Untitled course")),
        wall=cast_wall(project, options),
        map=map_sheet(project, options) if has_map else None,
        coverage=coverage_of(project, options),
        plot=plot_outline(project, options),
        review=ReviewForm(_(_QUESTION), _pack(project, options)),
    )


def _pack(project: Project, options: ExportOptions) -> ReviewPack:
    """Say what a "done" would be about: the whole, or the people who were chosen."""
    subjects = options.personas or ("",)
    whole, *states = states_of(project, ("", *subjects))
    pairs = zip(subjects, states, strict=True)
    signed = tuple(SignedState(subject=subject, state=state) for subject, state in pairs)
    return ReviewPack(course=project.course.title, state=whole, signed=signed)
