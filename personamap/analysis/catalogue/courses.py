"""The courses of a catalogue, and who is the same person in several of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from msgspec import Struct

from personamap.domain.base import Item
from personamap.domain.columns import folded
from personamap.domain.experience import Experience
from personamap.domain.persona import Persona
from personamap.domain.project import Project


class CatalogueCourse(Struct, frozen=True):
    """One course of a catalogue: what the reader knows its file by, and its project."""

    name: str
    project: Project

    @property
    def title(self) -> str:
        """What the course is called, or the name of its file while it has no title."""
        return self.project.course.title or self.name


class SharedIds:
    """Gives everything in several courses one id each.

    Who has the same id *and* the same name in two courses is one person,
    carried over by their author: they are counted once, and play in both.
    The same holds for lived experiences and their titles. Under an id
    that means something else in another course, as after two courses
    began with one template, the later one gets an id of its own.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._known: dict[tuple[str, str], str] = {}

    def of_people(self, place: int, personas: Iterable[Persona]) -> dict[str, str]:
        """Return the id in the catalogue for each persona of the course at `place`."""
        return {p.id: self._shared(place, p, p.name) for p in personas}

    def of_experiences(self, place: int, experiences: Iterable[Experience]) -> dict[str, str]:
        """Return the id in the catalogue for each experience of the course at `place`."""
        return {e.id: self._shared(place, e, e.title) for e in experiences}

    def of_own(self, place: int, items: Iterable[Item]) -> dict[str, str]:
        """Return the id in the catalogue for what belongs to one course alone."""
        return {item.id: self._fresh(place, item.id) for item in items}

    def _shared(self, place: int, item: Item, name: str) -> str:
        key = (item.id, folded(name))
        if key not in self._known:
            self._known[key] = self._fresh(place, item.id)
        return self._known[key]

    def _fresh(self, place: int, item_id: str) -> str:
        fresh = item_id
        if fresh in self._taken:
            prefix = item_id.partition("-")[0]
            fresh = (
                f"{prefix[:40]}-{hashlib.sha256(f'{place}/{item_id}'.encode()).hexdigest()[:16]}"
            )
        self._taken.add(fresh)
        return fresh
