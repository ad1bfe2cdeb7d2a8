"""Edits of what turns a persona on the way from the start to the end of the course."""

from __future__ import annotations

from typing import Any

from personamap.domain.persona import TurningPoint
from personamap.domain.project import Project
from personamap.edits.items import find_item
from personamap.edits.personas import set_persona_part


def set_turning_point(
    project: Project, persona_id: str, scene_id: str, /, **fields: Any
) -> Project:
    """Return `project` with a scene that turns a persona, and what is told about it.

    The turning points of a persona are kept in the order of the scenes.
    """
    find_item(project, "scenes", scene_id)
    turns = project.persona(persona_id).belonging.turning_points
    before = next((turn for turn in turns if turn.scene == scene_id), None)
    turn = (before or TurningPoint(scene=scene_id)).evolve(**fields)
    if before is not None:
        return _put(project, persona_id, tuple(turn if t is before else t for t in turns))
    places = {scene.id: at for at, scene in enumerate(project.scenes)}
    ordered = sorted((*turns, turn), key=lambda t: places.get(t.scene, len(places)))
    return _put(project, persona_id, tuple(ordered))


def remove_turning_point(project: Project, persona_id: str, scene_id: str) -> Project:
    """Return `project` with a scene that turns a persona no more."""
    turns = project.persona(persona_id).belonging.turning_points
    return _put(project, persona_id, tuple(turn for turn in turns if turn.scene != scene_id))


def _put(project: Project, persona_id: str, turns: tuple[TurningPoint, ...]) -> Project:
    return set_persona_part(project, persona_id, "belonging", "turning_points", turns)
