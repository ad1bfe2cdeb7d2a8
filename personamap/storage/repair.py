"""Making a project that was put together by other programs workable, without losing anything.

Only what the rest of the program cannot live with is repaired: two items with one id.
References that point at nothing stay, and a check reports them.
"""

from __future__ import annotations

from typing import Any

from personamap.domain.base import free_id
from personamap.domain.changes import COLLECTIONS
from personamap.domain.project import Project


def with_unique_ids(project: Project) -> tuple[Project, tuple[str, ...]]:
    """Return `project` with every item under an id of its own, and the ids that were shared.

    The first item keeps the id and with it whatever points there.
    """
    taken: set[str] = set()
    shared: list[str] = []
    changed: dict[str, Any] = {}
    for part in COLLECTIONS:
        items = getattr(project, part)
        for place, item in enumerate(items):
            if item.id in taken:
                shared.append(item.id)
                own = item.evolve(id=free_id(item.id, taken, "_" if part == "facets" else "-"))
                changed[part] = (*changed.get(part, items)[:place], own, *items[place + 1 :])
                taken.add(own.id)
            taken.add(item.id)
    return (project.with_items(**changed) if changed else project), tuple(shared)
