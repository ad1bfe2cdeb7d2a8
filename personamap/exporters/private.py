"""Takes out of a project what a reader may not see, before any exporter gets it.

Done once, on the project, so that no format can forget it.
"""

from __future__ import annotations

from personamap.domain.persona import Answer, Persona
from personamap.domain.project import Project
from personamap.exporters.leaving_out import without_set_aside
from personamap.exporters.options import ExportOptions
from personamap.stopping import each


def visible_project(project: Project, options: ExportOptions) -> Project:
    """Return `project` as the reader of these options may see it."""
    if options.sees_private:
        return project
    project = without_set_aside(project, options.personas)
    personas = tuple(_visible_persona(persona) for persona in each(project.personas))
    pictures = tuple(m for m in project.media if m.mime != "application/json")
    # What a team tells itself may quote what is private.
    issues = tuple(issue.evolve(note="") for issue in project.hand_offs)
    return project.with_items(
        personas=personas, media=pictures, notes="", comments=(), reflections=(), hand_offs=issues
    )


def held_back(project: Project, options: ExportOptions) -> int:
    """Return how many answers the reader does not get to see; a portrait holds none."""
    if options.sees_private or options.what == "portraits":
        return 0
    return sum(
        answer is not _visible_answer(answer)
        for persona in project.cast
        for answer in persona.answers
    )


def _visible_persona(persona: Persona) -> Persona:
    answers = tuple(map(_visible_answer, persona.answers))
    return persona.evolve(answers=answers, notes="")


def _visible_answer(answer: Answer) -> Answer:
    """Keep that an answer is blank, and of which kind; empty what was written under it."""
    if answer.state == "stated":
        return answer
    return answer.evolve(values=(), own_words="", shown=(), shown_how="")
