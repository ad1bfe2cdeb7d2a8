"""Edits of the order of scenes: where one is put, moved to, or written a second time."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from personamap.domain.base import new_id
from personamap.domain.project import Project
from personamap.domain.scene import Scene
from personamap.edits.items import find_item
from personamap.i18n import _


def new_scene(title: str = "") -> Scene:
    """Return an empty scene with a fresh id."""
    return Scene(id=new_id("scn"), title=title)


def insert_scene(project: Project, scene: Scene, after: str = "") -> Project:
    """Return `project` with `scene` right after another one, or at the end of the course."""
    ids = [other.id for other in project.scenes]
    at = ids.index(after) + 1 if after in ids else len(ids)
    return project.with_items(scenes=(*project.scenes[:at], scene, *project.scenes[at:]))


def move_scenes(project: Project, scene_ids: Collection[str], place: int) -> Project:
    """Return `project` with these scenes together, before the one that is at `place` now.

    They keep their order among themselves, and so do all the others.
    """
    for scene_id in scene_ids:
        find_item(project, "scenes", scene_id)
    moving = frozenset(scene_ids)
    moved = [scene for scene in project.scenes if scene.id in moving]
    before = [scene for scene in project.scenes[: max(0, place)] if scene.id not in moving]
    after = [scene for scene in project.scenes[max(0, place) :] if scene.id not in moving]
    scenes = (*before, *moved, *after)
    return project if scenes == project.scenes else project.with_items(scenes=scenes)


def duplicate_scenes(project: Project, copies: Mapping[str, str]) -> Project:
    """Return `project` with a copy after each scene named in `copies`, under the id it gives.

    What a scene turned in somebody was turned once: a copy turns nobody yet.
    """
    for scene_id, copy_id in copies.items():
        original: Scene = find_item(project, "scenes", scene_id)
        title = _("{name} (copy)").format(name=original.title)
        project = insert_scene(project, original.evolve(id=copy_id, title=title), scene_id)
    return project
