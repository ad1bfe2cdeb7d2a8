"""What goes with something that is removed, so that nothing points at it any more."""

from __future__ import annotations

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Scene
from personamap.domain.subjects import ids_in
from personamap.edits.items import remove_items


def without_personas(project: Project, gone: frozenset[str]) -> Project:
    """Remove personas with their relationships, appearances, pins and comments."""
    ties = {r.id for r in project.relationships if r.source in gone or r.target in gone}
    project = remove_items(project, "personas", gone)
    project = remove_items(project, "relationships", ties)
    scenes = tuple(_scene_without(scene, gone) for scene in project.scenes)
    if any(new is not old for new, old in zip(scenes, project.scenes, strict=True)):
        project = project.with_items(scenes=scenes)
    return without_traces(project, gone)


def without_experiences(project: Project, gone: frozenset[str]) -> Project:
    """Remove experiences, and from the personas who lived them."""
    personas = tuple(_persona_without_experiences(p, gone) for p in project.personas)
    project = remove_items(project, "experiences", gone)
    if any(new is not old for new, old in zip(personas, project.personas, strict=True)):
        project = project.with_items(personas=personas)
    return without_traces(project, gone)


def without_scenes(project: Project, gone: frozenset[str]) -> Project:
    """Remove scenes, and the turning points they were."""
    personas = tuple(_persona_without_turns(p, gone) for p in project.personas)
    project = remove_items(project, "scenes", gone)
    if any(new is not old for new, old in zip(personas, project.personas, strict=True)):
        project = project.with_items(personas=personas)
    return without_traces(project, gone)


def without_traces(project: Project, gone: frozenset[str]) -> Project:
    """Remove pins on, and comments about, what is gone."""
    comments = {c.id for c in project.comments if not gone.isdisjoint(ids_in(c.subject))}
    pins = tuple(pin for pin in project.pins if pin.node not in gone)
    if len(pins) != len(project.pins):
        project = project.with_items(pins=pins)
    return remove_items(project, "comments", comments)


def _scene_without(scene: Scene, gone: frozenset[str]) -> Scene:
    return scene.evolve(
        appearances=tuple(a for a in scene.appearances if a.persona not in gone),
        risk_takers=tuple(r for r in scene.risk_takers if r not in gone),
    )


def _persona_without_experiences(persona: Persona, gone: frozenset[str]) -> Persona:
    return persona.evolve(
        experiences=tuple(e for e in persona.experiences if e.experience not in gone)
    )


def _persona_without_turns(persona: Persona, gone: frozenset[str]) -> Persona:
    turns = tuple(t for t in persona.belonging.turning_points if t.scene not in gone)
    return persona.evolve(belonging=persona.belonging.evolve(turning_points=turns))
