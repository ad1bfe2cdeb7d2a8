"""The character bible: everything there is to know about a cast, for whoever writes it."""

from __future__ import annotations

from msgspec.structs import replace

from personamap.domain.project import Project
from personamap.exporters.bible_chapters import BibleChapters
from personamap.exporters.flow_blocks import Bible, Chapter, Grid, LabelText
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline, Wall
from personamap.exporters.private import visible_project
from personamap.exporters.report import chosen_personas, sheets_outline
from personamap.exporters.wall_outline import cast_wall
from personamap.i18n import _

CAST = "cast"
"""The chapter that names everybody, which pages show as the cast wall."""


def bible_outline(project: Project, options: ExportOptions) -> Outline:
    """Return course, cast, whole sheets and all that people share, as one document."""
    whole = replace(options, sections=(), one_file_each=False)
    visible = visible_project(project, whole)
    chapters = BibleChapters(visible, whole, chosen_personas(visible, whole))
    sheets = sheets_outline(project, whole)
    wall = cast_wall(project, whole)
    before = (*chapters.course(), _cast(wall))
    return replace(
        sheets,
        title=project.course.title or _("Untitled course"),
        kind=_("Character bible"),
        wall=wall,
        bible=Bible(before, tuple(chapters.after())),
    )


def _cast(wall: Wall) -> Chapter:
    rows = tuple((card.name, card.job, card.part) for card in wall.cards)
    heads = tuple(map(LabelText, (_("Name"), _("Job"), _("In the story"))))
    return Chapter(CAST, wall.title, "", (Grid(heads, rows),))
