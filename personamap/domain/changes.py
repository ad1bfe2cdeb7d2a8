"""What differs between two snapshots."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from personamap.domain.base import Item
from personamap.domain.project import Project

COLLECTIONS = (
    "facets",
    "personas",
    "experiences",
    "relationships",
    "scenes",
    "audiences",
    "decisions",
    "comments",
    "reflections",
    "sign_offs",
    "hand_offs",
)
"""The parts of a project that are tuples of items with ids."""


class Changes(Struct, frozen=True):
    """The ids that were added, removed or edited, and the parts whose order or content moved.

    `parts` names every field of the project that is not the same object
    as before (`"personas"`, `"course"`, `"pins"` ...).
    """

    added: frozenset[str]
    removed: frozenset[str]
    edited: frozenset[str]
    reordered: frozenset[str]
    parts: frozenset[str]

    def touches(self, *ids: str) -> bool:
        """Tell whether any of `ids` was added, removed or edited."""
        return not (self.added | self.removed | self.edited).isdisjoint(ids)

    def reaches(self, *parts: str) -> bool:
        """Tell whether any of these fields of the project differs."""
        return not self.parts.isdisjoint(parts)


def compare(before: Project, after: Project) -> Changes:
    """Find the changes by identity: what two snapshots share has not changed."""
    added: set[str] = set()
    removed: set[str] = set()
    edited: set[str] = set()
    reordered: set[str] = set()
    parts = {n for n in Project.model_fields if getattr(before, n) is not getattr(after, n)}
    for name in parts.intersection(COLLECTIONS):
        replaced = _replaced_in_place(getattr(before, name), getattr(after, name))
        if replaced is not None:
            edited |= replaced
            continue
        old = {item.id: item for item in getattr(before, name)}
        new = {item.id: item for item in getattr(after, name)}
        added |= new.keys() - old.keys()
        removed |= old.keys() - new.keys()
        edited |= {key for key in new.keys() & old.keys() if new[key] is not old[key]}
        if [key for key in old if key in new] != [key for key in new if key in old]:
            reordered.add(name)
    return Changes(
        frozenset(added),
        frozenset(removed),
        frozenset(edited),
        frozenset(reordered),
        frozenset(parts),
    )


def _replaced_in_place(old: Sequence[Item], new: Sequence[Item]) -> set[str] | None:
    """Return the ids of what was replaced where it stood, or nothing if more happened than that.

    This is what nearly every edit does, and in a cast of thousands all the rest takes longer.
    """
    if len(old) != len(new):
        return None
    pairs = [(one, other) for one, other in zip(old, new, strict=True) if one is not other]
    return {one.id for one, _ in pairs} if all(a.id == b.id for a, b in pairs) else None
