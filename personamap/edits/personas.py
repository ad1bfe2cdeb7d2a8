"""Edits of personas and of what they answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain
from typing import Any

from personamap.domain.base import new_id
from personamap.domain.persona import Answer, Persona
from personamap.domain.portrait import Media, Portrait
from personamap.domain.project import Project
from personamap.edits.items import KINDS, add_items, replace_item, set_field
from personamap.edits.removal import without_personas
from personamap.errors import UnknownId
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
    return duplicate_personas(project, {persona_id: copy_id})


def duplicate_personas(project: Project, copies: Mapping[str, str]) -> Project:
    """Return `project` with a copy of each persona named in `copies`, under the id it gives."""
    originals = _by_id(project, copies)
    colours = range(len(project.personas), len(project.personas) + len(copies))
    made = {
        persona_id: _copied(originals[persona_id], copy_id, colour % COLOURS)
        for (persona_id, copy_id), colour in zip(copies.items(), colours, strict=True)
    }
    people = ((p, made[p.id]) if p.id in made else (p,) for p in project.personas)
    return project.with_items(personas=tuple(chain.from_iterable(people)))


def new_persona(name: str = "") -> Persona:
    """Return an empty persona with a fresh id."""
    return Persona(id=new_id("per"), name=name)


def set_archived(project: Project, persona_ids: Collection[str], archived: bool) -> Project:
    """Return `project` with personas set aside, or taken back into the cast."""
    wanted = _by_id(project, persona_ids)
    if all(persona.archived == archived for persona in wanted.values()):
        return project
    people = (p.evolve(archived=archived) if p.id in wanted else p for p in project.personas)
    return project.with_items(personas=tuple(people))


def remove_personas(project: Project, persona_ids: Collection[str]) -> Project:
    """Return `project` without these personas and without any trace of them."""
    return without_personas(project, frozenset(_by_id(project, persona_ids)))


def _by_id(project: Project, persona_ids: Collection[str]) -> dict[str, Persona]:
    """Return the personas that have these ids, found in one walk however many they are."""
    wanted = frozenset(persona_ids)
    found = {persona.id: persona for persona in project.personas if persona.id in wanted}
    for missing in wanted - found.keys():
        raise UnknownId(KINDS["personas"], missing)
    return found


def _copied(original: Persona, copy_id: str, colour: int) -> Persona:
    name = _("{name} (copy)").format(name=original.name)
    return original.evolve(id=copy_id, name=name, colour=colour, status="draft")
