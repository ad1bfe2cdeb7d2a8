"""Edits of scenes and of who appears in them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.edits.items import add_items, find_item, move_item, set_field
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


def remove_appearance(project: Project, scene_id: str, persona_id: str) -> Project:
    """Return `project` with a persona no longer in a scene."""
    scene: Scene = find_item(project, "scenes", scene_id)
    kept = tuple(a for a in scene.appearances if a.persona != persona_id)
    return set_scene_field(project, scene_id, "appearances", kept)


def move_scene(project: Project, scene_id: str, place: int) -> Project:
    """Return `project` with a scene at another place in the course."""
    return move_item(project, "scenes", scene_id, place)


def remove_scenes(project: Project, scene_ids: Collection[str]) -> Project:
    """Return `project` without these scenes and the turning points they were."""
    for scene_id in scene_ids:
        find_item(project, "scenes", scene_id)
    return without_scenes(project, frozenset(scene_ids))
