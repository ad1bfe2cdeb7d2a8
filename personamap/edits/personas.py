"""Edits of personas and of what they answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from personamap.domain.base import new_id
from personamap.domain.persona import Answer, Persona
from personamap.domain.portrait import Media, Portrait
from personamap.domain.project import Project
from personamap.edits.items import add_items, replace_item, set_field
from personamap.edits.removal import without_personas
from personamap.i18n import _

COLOURS = 6


def add_persona(project: Project, persona: Persona) -> Project:
    """Return `project` with `persona` at the end, on the next of the six colours."""
    return add_items(project, "personas", persona.evolve(colour=len(project.personas) % COLOURS))


def set_persona_field(project: Project, persona_id: str, field: str, value: Any) -> Project:
    """Return `project` with one field of one persona replaced."""
    return set_field(project, "personas", persona_id, field, value)


def set_persona_part(
    project: Project, persona_id: str, part: str, field: str, value: Any
) -> Project:
    """Return `project` with one field of a persona's job, voice, look or belonging replaced."""
    old = getattr(project.persona(persona_id), part)
    return set_persona_field(project, persona_id, part, old.evolve(**{field: value}))


def set_answer(project: Project, persona_id: str, answer: Answer) -> Project:
    """Return `project` with what one persona says on one facet replaced."""
    persona = project.persona(persona_id)
    old = persona.find_answer(answer.facet)
    if old is None:
        answers = (*persona.answers, answer)
    else:
        answers = tuple(answer if a is old else a for a in persona.answers)
    return replace_item(project, "personas", persona.evolve(answers=answers))


def clear_answer(project: Project, persona_id: str, facet_id: str) -> Project:
    """Return `project` with one facet unasked again, which means undecided."""
    persona = project.persona(persona_id)
    kept = tuple(answer for answer in persona.answers if answer.facet != facet_id)
    return replace_item(project, "personas", persona.evolve(answers=kept))


def set_portrait(
    project: Project, persona_id: str, portrait: Portrait | None, media: Media | None = None
) -> Project:
    """Return `project` with another portrait, and with the picture it needs."""
    if media is not None and project.find_media(media.id) is None:
        project = project.with_items(media=(*project.media, media))
    return set_persona_field(project, persona_id, "portrait", portrait)


def picture_persona(
    project: Project,
    persona_id: str,
    portrait: Portrait | None,
    colour: int,
    media: Media | None = None,
) -> Project:
    """Return `project` with another portrait of a persona on one of the six grounds."""
    project = set_portrait(project, persona_id, portrait, media)
    return set_persona_field(project, persona_id, "colour", colour)


def duplicate_persona(project: Project, persona_id: str, copy_id: str) -> Project:
    """Return `project` with a copy right after the original, in no scene and no relationship."""
    original = project.persona(persona_id)
    copy = original.evolve(
        id=copy_id,
        name=_("{name} (copy)").format(name=original.name),
        colour=len(project.personas) % COLOURS,
        status="draft",
    )
    place = project.personas.index(original) + 1
    return project.with_items(personas=(*project.personas[:place], copy, *project.personas[place:]))


def duplicate_personas(project: Project, copies: Mapping[str, str]) -> Project:
    """Return `project` with a copy of each persona named in `copies`, under the id it gives."""
    for persona_id, copy_id in copies.items():
        project = duplicate_persona(project, persona_id, copy_id)
    return project


def new_persona(name: str = "") -> Persona:
    """Return an empty persona with a fresh id."""
    return Persona(id=new_id("per"), name=name)


def set_archived(project: Project, persona_ids: Collection[str], archived: bool) -> Project:
    """Return `project` with personas set aside, or taken back into the cast."""
    for persona_id in persona_ids:
        project = set_persona_field(project, persona_id, "archived", archived)
    return project


def remove_personas(project: Project, persona_ids: Collection[str]) -> Project:
    """Return `project` without these personas and without any trace of them."""
    for persona_id in persona_ids:
        project.persona(persona_id)
    return without_personas(project, frozenset(persona_ids))
