"""Edits of one part in one scene: who is there, what they do, and who dares something."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, NarrativeFunction, Scene
from personamap.edits.items import find_item, replace_item
from personamap.edits.scenes import set_appearance, set_scene_field


def bring_in(project: Project, scene_id: str, persona_ids: Collection[str]) -> Project:
    """Return `project` with these personas in a scene, those who are there already as they are."""
    scene: Scene = find_item(project, "scenes", scene_id)
    for persona_id in persona_ids:
        if scene.find_appearance(persona_id) is None:
            project = set_appearance(project, scene_id, Appearance(persona=persona_id))
    return project


def take_out(project: Project, scene_id: str, persona_id: str) -> Project:
    """Return `project` with a persona no longer in a scene, and without a risk to take there."""
    scene: Scene = find_item(project, "scenes", scene_id)
    less = scene.evolve(
        appearances=tuple(a for a in scene.appearances if a.persona != persona_id),
        risk_takers=tuple(who for who in scene.risk_takers if who != persona_id),
    )
    return replace_item(project, "scenes", less)


def set_part_field(
    project: Project, scene_id: str, persona_id: str, field: str, value: Any
) -> Project:
    """Return `project` with one field of what a persona does in a scene replaced.

    Whoever was not in the scene is from then on.
    """
    scene: Scene = find_item(project, "scenes", scene_id)
    before = scene.find_appearance(persona_id) or Appearance(persona=persona_id)
    return set_appearance(project, scene_id, before.evolve(**{field: value}))


def set_function(
    project: Project, scene_id: str, persona_id: str, function: NarrativeFunction, does: bool
) -> Project:
    """Return `project` with a persona doing something in a scene, or not; as listed, in order."""
    scene: Scene = find_item(project, "scenes", scene_id)
    before = scene.find_appearance(persona_id)
    done = set(before.functions if before else ())
    wanted = done | {function} if does else done - {function}
    if wanted == done:
        return project
    functions = tuple(name for name in NARRATIVE_FUNCTIONS if name in wanted)
    return set_part_field(project, scene_id, persona_id, "functions", functions)


def set_risk_taker(project: Project, scene_id: str, persona_id: str, takes: bool) -> Project:
    """Return `project` with a persona daring something in a scene, or not."""
    project.persona(persona_id)
    scene: Scene = find_item(project, "scenes", scene_id)
    if takes == (persona_id in scene.risk_takers):
        return project
    others = tuple(who for who in scene.risk_takers if who != persona_id)
    takers = (*others, persona_id) if takes else others
    return set_scene_field(project, scene_id, "risk_takers", takers)
