"""The cast wall in words: the page on which a team first sees whom it drew."""

from __future__ import annotations

from dataclasses import replace

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.exporters.figures import Figures
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import (
    Outline,
    Wall,
    WallCard,
)
from personamap.exporters.private import visible_project
from personamap.exporters.report import chosen_personas, empty_outline
from personamap.exporters.story_outline import StoryOutline
from personamap.i18n import _, plural


def wall_outline(project: Project, options: ExportOptions) -> Outline:
    """Return the cast wall of the chosen personas."""
    project = visible_project(project, options)
    figures = Figures(project)
    stories = StoryOutline(project, options, figures)
    cards = tuple(_card(persona, figures, stories) for persona in chosen_personas(project, options))
    outline = empty_outline(project, options, _("Cast wall"))
    wall = Wall(
        title=plural("One person", "{count} people", len(cards)),
        lead=_(
            "All portraits together, drawn at one scale. What do you see first, and what do you "
            "not see at all?"
        ),
        note=_("Below each: what they do in the story"),
        cards=cards,
    )
    return replace(outline, title=_("Cast wall: {course}").format(course=outline.title), wall=wall)


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
