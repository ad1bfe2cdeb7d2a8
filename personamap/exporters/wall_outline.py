"""The cast wall in words: the page on which a team first sees whom it drew."""

from __future__ import annotations

from msgspec.structs import replace

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.exporters.earlier_issues import EarlierIssues
from personamap.exporters.figures import Figures
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline, Wall, WallCard
from personamap.exporters.private import visible_project
from personamap.exporters.report import chosen_personas, empty_outline
from personamap.exporters.story_outline import StoryOutline
from personamap.i18n import _, plural


def wall_outline(project: Project, options: ExportOptions) -> Outline:
    """Return the cast wall of the chosen personas."""
    outline = empty_outline(
        visible_project(project, options),
        options,
        _("Cast wall"),
        is_draft=EarlierIssues(project, options).is_draft,
    )
    title = _("Cast wall: {course}").format(course=outline.title)
    return replace(outline, title=title, wall=cast_wall(project, options))


def cast_wall(project: Project, options: ExportOptions) -> Wall:
    """Return the wall alone, as a part of any document."""
    project = visible_project(project, options)
    figures = Figures(project)
    stories = StoryOutline(project, options, figures)
    cards = tuple(_card(persona, figures, stories) for persona in chosen_personas(project, options))
    return Wall(
        title=plural("One person", "{count} people", len(cards)),
        lead=_(
            "All portraits together, drawn at one scale. What do you see first, and what do you "
            "not see at all?"
        ),
        note=_("Below each: what they do in the story"),
        cards=cards,
    )


def _card(persona: Persona, figures: Figures, stories: StoryOutline) -> WallCard:
    return WallCard(
        persona.id,
        figures.of(persona),
        persona.name or _("Nameless"),
        persona.pronouns,
        persona.job.title,
        persona.brief,
        stories.functions(persona) or _("In no scene yet"),
    )
