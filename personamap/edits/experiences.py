"""Edits of lived experiences, who lived them, and relationships."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from personamap.domain.experience import Experience, Relationship
from personamap.domain.persona import LivedExperience
from personamap.domain.project import Project
from personamap.edits.items import add_items, find_item, remove_items, replace_item, set_field
from personamap.edits.personas import set_persona_field
from personamap.edits.removal import without_experiences


def add_experience(
    project: Project, experience: Experience, lived_by: Collection[str] = ()
) -> Project:
    """Return `project` with `experience`, lived by these personas."""
    project = add_items(project, "experiences", experience)
    for persona_id in lived_by:
        project = set_lived(project, persona_id, experience.id, lived=True)
    return project


def set_experience_field(project: Project, experience_id: str, field: str, value: Any) -> Project:
    """Return `project` with one field of one experience replaced."""
    return set_field(project, "experiences", experience_id, field, value)


def remove_experiences(project: Project, experience_ids: Collection[str]) -> Project:
    """Return `project` without these experiences; nobody has lived them any more."""
    for experience_id in experience_ids:
        find_item(project, "experiences", experience_id)
    return without_experiences(project, frozenset(experience_ids))


def set_lived(project: Project, persona_id: str, experience_id: str, *, lived: bool) -> Project:
    """Return `project` with a persona having lived an experience, or not."""
    persona = project.persona(persona_id)
    find_item(project, "experiences", experience_id)
    if lived == any(e.experience == experience_id for e in persona.experiences):
        return project
    kept = tuple(e for e in persona.experiences if e.experience != experience_id)
    if lived:
        kept = (*kept, LivedExperience(experience=experience_id))
    return set_persona_field(project, persona_id, "experiences", kept)


def set_lived_by(project: Project, experience_id: str, persona_ids: Collection[str]) -> Project:
    """Return `project` with these people of the cast, and no others, having lived an experience.

    Whoever is set aside is left as they are.
    """
    for persona in project.cast:
        wanted = persona.id in persona_ids
        project = set_lived(project, persona.id, experience_id, lived=wanted)
    return project


def set_lived_words(
    project: Project, persona_id: str, experience_id: str, own_words: str
) -> Project:
    """Return `project` with how a persona tells an experience themselves."""
    told = tuple(
        e.evolve(own_words=own_words) if e.experience == experience_id else e
        for e in project.persona(persona_id).experiences
    )
    return set_persona_field(project, persona_id, "experiences", told)


def add_relationship(project: Project, relationship: Relationship) -> Project:
    """Return `project` with `relationship`; both ends must be in the cast."""
    project.persona(relationship.source)
    project.persona(relationship.target)
    return add_items(project, "relationships", relationship)


def set_relationship(project: Project, relationship_id: str, **fields: Any) -> Project:
    """Return `project` with several fields of one relationship replaced at once."""
    old: Relationship = find_item(project, "relationships", relationship_id)
    for end in ("source", "target"):
        project.persona(fields.get(end, getattr(old, end)))
    return replace_item(project, "relationships", old.evolve(**fields))


def remove_relationships(project: Project, relationship_ids: Collection[str]) -> Project:
    """Return `project` without these relationships."""
    for relationship_id in relationship_ids:
        find_item(project, "relationships", relationship_id)
    return remove_items(project, "relationships", relationship_ids)
