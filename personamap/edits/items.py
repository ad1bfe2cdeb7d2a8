"""What all edits share: adding, replacing, removing and moving items of one collection."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from personamap.domain.base import Item
from personamap.domain.project import Project
from personamap.errors import UnknownId

KINDS = {
    "facets": "facet",
    "personas": "persona",
    "experiences": "experience",
    "relationships": "relationship",
    "scenes": "scene",
    "audiences": "audience",
    "decisions": "decision",
    "comments": "comment",
    "reflections": "reflection",
    "sign_offs": "sign-off",
    "hand_offs": "hand-off",
}


def find_item(project: Project, part: str, item_id: str) -> Any:
    """Return an item of the collection `part`, or raise `UnknownId`."""
    for item in getattr(project, part):
        if item.id == item_id:
            return item
    raise UnknownId(KINDS[part], item_id)


def add_items(project: Project, part: str, *items: Item) -> Project:
    """Return `project` with `items` at the end of the collection `part`."""
    return project.with_items(**{part: (*getattr(project, part), *items)}) if items else project


def replace_item(project: Project, part: str, new: Item) -> Project:
    """Return `project` with the item of the same id replaced by `new`."""
    old = find_item(project, part, new.id)
    if new is old:
        return project
    return project.with_items(
        **{part: tuple(new if item is old else item for item in getattr(project, part))}
    )


def set_field(project: Project, part: str, item_id: str, field: str, value: Any) -> Project:
    """Return `project` with one field of one item replaced."""
    return replace_item(project, part, find_item(project, part, item_id).evolve(**{field: value}))


def remove_items(project: Project, part: str, ids: Collection[str]) -> Project:
    """Return `project` without the items of `part` that have these ids."""
    kept = tuple(item for item in getattr(project, part) if item.id not in ids)
    return (
        project if len(kept) == len(getattr(project, part)) else project.with_items(**{part: kept})
    )


def move_item(project: Project, part: str, item_id: str, place: int) -> Project:
    """Return `project` with one item moved to the index `place` of its collection."""
    item = find_item(project, part, item_id)
    items = [other for other in getattr(project, part) if other is not item]
    items.insert(max(0, place), item)
    moved = tuple(items)
    return project if moved == getattr(project, part) else project.with_items(**{part: moved})
