"""What one side of a merge has come to speak of: reason enough not to remove it unasked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from personamap.domain.base import Entity
from personamap.domain.changes import COLLECTIONS
from personamap.domain.experience import Relationship
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Answer
from personamap.domain.project import Project
from personamap.domain.review import Comment, SignOff
from personamap.domain.subjects import ids_in


class Mentions:
    """The ids, and values as `facet.value`, that stand in `side` where they do not in `base`.

    A place on the map is no mention: nobody would keep a person for that.
    """

    def __init__(self, base: Project | None, side: Project) -> None:
        self._base, self._side = base, side

    def __contains__(self, name: object) -> bool:
        return name in self._new

    @cached_property
    def _new(self) -> frozenset[str]:
        if self._base is None or self._base is self._side:
            return frozenset()
        return frozenset(_newly_said(self._base, self._side)) - {""}


def _newly_said(base: Project, side: Project) -> Iterator[str]:
    for part in COLLECTIONS:
        before = {item.id: item for item in getattr(base, part)}
        for item in getattr(side, part):
            was = before.get(item.id)
            if was is not item and was != item:
                # An item is not mentioned by being there itself.
                yield from set(_news(was, item)) - {item.id}
    for part in ("course", "aim"):
        yield from _news(getattr(base, part), getattr(side, part))


def _news(was: Any, now: Any) -> Iterator[str]:
    """Yield what is said in `now` beyond `was`; work on a tie or a part is work on its people."""
    if isinstance(now, tuple) and isinstance(was, tuple):
        known = frozenset(was)
        yield from _strings(tuple(member for member in now if member not in known))
    elif isinstance(now, Entity) and type(was) is type(now) and not isinstance(now, Relationship):
        for name in type(now).model_fields:
            before, after = getattr(was, name), getattr(now, name)
            if before is not after and before != after:
                yield from _news(before, after)
    elif was != now:
        yield from _strings(now)


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for member in value:
                yield from _strings(member)
        case Entity():
            yield from _said_together(value)
            for name in type(value).model_fields:
                yield from _strings(getattr(value, name))


def _said_together(entity: Entity) -> Iterator[str]:
    match entity:
        case ValueRef():
            yield entity.node
        case Answer():
            yield from (f"{entity.facet}.{stated.value}" for stated in entity.values)
        case Comment() | SignOff():
            yield from ids_in(entity.subject)
