"""Items that one side removed: gone, unless the other side has worked on them since.

A person who is kept against a removal gets back what went with them: ties,
appearances, comments. One who is removed in spite of new work takes that along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from personamap.domain.base import Item
from personamap.domain.changes import COLLECTIONS
from personamap.domain.project import Project
from personamap.edits.items import remove_items
from personamap.edits.merging.mentions import Mentions
from personamap.edits.merging.point import NOTHING, Choices, Point, Side, Spot, Three
from personamap.edits.merging.walking import Walk
from personamap.edits.removal import without_experiences, without_personas, without_scenes

One = Literal["mine", "theirs"]
_WITH_WHAT_HANGS_ON_THEM: Mapping[str, Callable[[Project, frozenset[str]], Project]] = {
    "personas": without_personas,
    "experiences": without_experiences,
    "scenes": without_scenes,
}
_OTHERS = tuple(
    part for part in COLLECTIONS if part not in (*_WITH_WHAT_HANGS_ON_THEM, "audiences")
)
_OPPOSITE: Mapping[One, One] = {"mine": "theirs", "theirs": "mine"}


class _Removed(Struct, frozen=True):
    """An item that one side removed; `keeper` is the side that still has it."""

    part: str
    keeper: One
    was: Item
    item: Item
    is_contested: bool

    def point(self, choices: Choices) -> Point:
        path = (self.part, self.item.id)
        default: Side = self.keeper if self.is_contested else _OPPOSITE[self.keeper]
        taken = choices.get(path, default)
        spot = Spot(path, Project, self.part)
        if self.keeper == "mine":
            three = Three(self.was, self.item, NOTHING)
            return Point(spot, "removed", three, self.is_contested, taken)
        return Point(spot, "added", Three(self.was, NOTHING, self.item), self.is_contested, taken)


class Removals:
    """Settles what becomes of every item that one of two sides has removed.

    Afterwards `mine` and `theirs` agree about all of them.
    """

    def __init__(self, base: Project, mine: Project, theirs: Project) -> None:
        self._base = base
        self._sides: dict[One, Project] = {"mine": mine, "theirs": theirs}
        self._mentions = {side: Mentions(base, self._sides[side]) for side in _OPPOSITE}
        self.points: list[Point] = []

    @property
    def mine(self) -> Project:
        """My version, with the removals of both sides."""
        return self._sides["mine"]

    @property
    def theirs(self) -> Project:
        """Their version, with the removals of both sides."""
        return self._sides["theirs"]

    def settle(self, choices: Choices) -> None:
        """Go through the parts, first those on which others hang."""
        for part in (*_WITH_WHAT_HANGS_ON_THEM, *_OTHERS):
            for keeper in _OPPOSITE:
                self._settle(tuple(self._removed(part, keeper)), choices)

    def _removed(self, part: str, keeper: One) -> Iterator[_Removed]:
        gone = {item.id: item for item in getattr(self._base, part)}
        for item in getattr(self._sides[_OPPOSITE[keeper]], part):
            gone.pop(item.id, None)
        for item in getattr(self._sides[keeper], part) if gone else ():
            was = gone.get(item.id)
            if was is not None:
                contested = was != item or item.id in self._mentions[keeper]
                yield _Removed(part, keeper, was, item, contested)

    def _settle(self, found: tuple[_Removed, ...], choices: Choices) -> None:
        if not found:
            return
        part, keeper = found[0].part, found[0].keeper
        remover = _OPPOSITE[keeper]
        # That I removed something nobody touched is no news to me.
        points = {r.item.id: r.point(choices) for r in found if r.is_contested or keeper == "mine"}
        self.points += points.values()
        kept = {key for key, point in points.items() if point.taken != remover}
        if kept:
            self._sides[remover] = _restored(
                self._base, self._sides[remover], part, frozenset(kept)
            )
        lost = [removed for removed in found if removed.item.id not in kept]
        self._drop(part, keeper, lost)

    def _drop(self, part: str, keeper: One, lost: list[_Removed]) -> None:
        """Take out what is lost, and where there was new work on it, that too."""
        contested = frozenset(removed.item.id for removed in lost if removed.is_contested)
        project = without(self._sides[keeper], part, contested) if contested else None
        project = remove_items(project or self._sides[keeper], part, _ids(lost))
        placed = {pin.node for pin in self._sides[_OPPOSITE[keeper]].pins}
        unplaced = _ids(lost) - placed
        pins = tuple(pin for pin in project.pins if pin.node not in unplaced)
        self._sides[keeper] = project.with_items(pins=pins) if pins != project.pins else project


def without(project: Project, part: str, gone: frozenset[str]) -> Project:
    """Return `project` without some items of one part, nor anything that hangs on them."""
    remove = _WITH_WHAT_HANGS_ON_THEM.get(part)
    return remove(project, gone) if remove else remove_items(project, part, gone)


def _restored(base: Project, side: Project, part: str, kept: frozenset[str]) -> Project:
    """Return `side` with some items of `base` again, and with what hung on them there.

    What hung on something else that `side` removed stays away.
    """
    hanging = _all_ids(base) - _all_ids(without(base, part, kept))
    whole = base
    for other in COLLECTIONS:
        whole = without(whole, other, _all_ids(base) - _all_ids(side) - hanging)
    bare = without(whole, part, kept)
    restored: Project = Walk({}).entity(Spot((), Project, ""), Three(bare, side, whole))
    return restored


def _ids(removed: list[_Removed]) -> frozenset[str]:
    return frozenset(one.item.id for one in removed)


def _all_ids(project: Project) -> frozenset[str]:
    return frozenset(item.id for part in COLLECTIONS for item in getattr(project, part))
