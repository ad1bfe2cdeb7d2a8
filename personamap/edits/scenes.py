"""Edits of scenes and of who appears in them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from personamap.domain.project import Project
from personamap.domain.scene import Appearance, NarrativeFunction, Scene
from personamap.edits.items import add_items, find_item, set_field
from personamap.edits.removal import without_scenes


def add_scene(project: Project, scene: Scene) -> Project:
    """Return `project` with `scene` at the end of the course."""
    return add_items(project, "scenes", scene)


def set_scene_field(project: Project, scene_id: str, field: str, value: Any) -> Project:
    """Return `project` with one field of one scene replaced."""
    return set_field(project, "scenes", scene_id, field, value)


def set_appearance(project: Project, scene_id: str, appearance: Appearance) -> Project:
    """Return `project` with what a persona does in a scene added or replaced."""
    project.persona(appearance.persona)
    scene: Scene = find_item(project, "scenes", scene_id)
    if scene.find_appearance(appearance.persona) is None:
        appearances = (*scene.appearances, appearance)
    else:
        appearances = tuple(
            appearance if a.persona == appearance.persona else a for a in scene.appearances
        )
    return set_scene_field(project, scene_id, "appearances", appearances)


def add_function(
    project: Project, scene_id: str, persona_id: str, function: NarrativeFunction
) -> Project:
    """Return `project` with a persona doing one thing more in a scene they are in."""
    appearance = find_item(project, "scenes", scene_id).find_appearance(persona_id)
    if appearance is None or function in appearance.functions:
        return project
    more = appearance.evolve(functions=(*appearance.functions, function))
    return set_appearance(project, scene_id, more)


def pass_function(
    project: Project, scene_id: str, function: NarrativeFunction, giver: str, taker: str
) -> Project:
    """Return `project` with `taker` doing in a scene what `giver` did; both must be in it."""
    scene: Scene = find_item(project, "scenes", scene_id)
    given = scene.find_appearance(giver)
    if given is None or function not in given.functions or scene.find_appearance(taker) is None:
        return project
    less = given.evolve(functions=tuple(f for f in given.functions if f != function))
    return add_function(set_appearance(project, scene_id, less), scene_id, taker, function)


def let_speak(project: Project, scene_id: str, persona_id: str) -> Project:
    """Return `project` with a persona of a scene there in person and speaking."""
    appearance = find_item(project, "scenes", scene_id).find_appearance(persona_id)
    if appearance is None:
        return project
    return set_appearance(project, scene_id, appearance.evolve(presence="speaks"))


def remove_appearance(project: Project, scene_id: str, persona_id: str) -> Project:
    """Return `project` with a persona no longer in a scene."""
    scene: Scene = find_item(project, "scenes", scene_id)
    kept = tuple(a for a in scene.appearances if a.persona != persona_id)
    return set_scene_field(project, scene_id, "appearances", kept)


def remove_scenes(project: Project, scene_ids: Collection[str]) -> Project:
    """Return `project` without these scenes and the turning points they were."""
    for scene_id in scene_ids:
        find_item(project, "scenes", scene_id)
    return without_scenes(project, frozenset(scene_ids))
