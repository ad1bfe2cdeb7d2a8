"""Walking three versions of a project side by side, from the whole down to single fields.

What only one side changed is taken from it. What both changed is a point
to choose, and until somebody does, mine stands. Lists without keys keep what
either side added and lose what either took out; a text is one thing, never
joined line by line.
"""

from __future__ import annotations

import operator
from collections.abc import Container
from typing import Any

from personamap.domain.base import Entity
from personamap.domain.facet import Facet
from personamap.domain.identity import has_key, is_whole, keyed
from personamap.domain.persona import Answer
from personamap.domain.project import Course
from personamap.edits.merging.answers import SAID, joined_sayings, saying_of, with_saying
from personamap.edits.merging.lists import TAKEN_WHOLE, are_both_reordered, both_texts, joined_list
from personamap.edits.merging.order import is_reordered, joined_order
from personamap.edits.merging.point import (
    NOTHING,
    UNKNOWN,
    Absent,
    Choices,
    Kind,
    Point,
    Side,
    Spot,
    Three,
)
from personamap.stopping import each


class Walk:
    """Merges values of the same kind, and notes every point at which theirs is not as mine.

    `many` are the facets on which somebody can give several values, and
    `mentions` is what mine and theirs have come to speak of.
    """

    def __init__(
        self,
        choices: Choices,
        many: frozenset[str] = frozenset(),
        mentions: tuple[Container[str], Container[str]] = ((), ()),
    ) -> None:
        self._choices = choices
        self._many = many
        self._mentions = mentions
        self.points: list[Point] = []

    def entity(self, spot: Spot, three: Three) -> Any:
        """Merge entities of one class field by field; `mine` itself where nothing is to change."""
        base, mine, theirs = three
        if isinstance(mine, Answer):
            mine, theirs = self._with_one_saying(spot, three)
        merged = {}
        for name in type(mine).model_fields:
            own, other = getattr(mine, name), getattr(theirs, name)
            if own is other or own == other:
                continue
            was = getattr(base, name) if isinstance(base, Entity) else UNKNOWN
            value = self._field(spot.inside(type(mine), name), Three(was, own, other))
            if value is not own:
                merged[name] = value
        return mine.model_copy(update=merged) if merged else mine

    def note(
        self, spot: Spot, kind: Kind, three: Three, default: Side, *, contested: bool = False
    ) -> Side:
        """Note a point and whether it is a conflict; return the side that stands there."""
        taken = self._choices.get(spot.path, default)
        self.points.append(Point(spot, kind, three, contested, taken))
        return taken

    def _field(self, spot: Spot, three: Three) -> Any:
        if isinstance(three.mine, tuple) and spot.field not in TAKEN_WHOLE:
            if all(has_key(member) for member in (*three.mine, *three.theirs)):
                return self._members(spot, three)
            return self._list(spot, three)
        return self._one(spot, three)

    def _one(self, spot: Spot, three: Three) -> Any:
        base, mine, theirs = three
        if type(mine) is type(theirs) and not is_whole(mine):
            return self.entity(spot, three)
        if base == theirs:
            return mine
        contested = three.is_contested
        default: Side = "mine" if contested else "theirs"
        side = self.note(spot, "changed", three, default, contested=contested)
        return both_texts(mine, theirs) if side == "both" else three.of(side)

    def _list(self, spot: Spot, three: Three) -> Any:
        base, mine, theirs = three
        if base == theirs:
            return mine
        was = () if base is UNKNOWN else base
        contested = base is UNKNOWN or are_both_reordered(was, mine, theirs)
        default: Side = "theirs" if base == mine else "both"
        side = self.note(spot, "changed", three, default, contested=contested)
        return joined_list(was, mine, theirs) if side == "both" else three.of(side)

    def _with_one_saying(self, spot: Spot, three: Three) -> tuple[Answer, Answer]:
        """Return both answers with what they say merged, so that only how it is shown differs."""
        own, other = saying_of(three.mine), saying_of(three.theirs)
        was = saying_of(three.base) if isinstance(three.base, Answer) else UNKNOWN
        said = own
        if own != other and was != other:
            said = self._saying(spot.inside(Answer, SAID), Three(was, own, other), three.mine.facet)
        mine = three.mine if said == own else with_saying(three.mine, said)
        return mine, with_saying(three.theirs, said)

    def _saying(self, spot: Spot, three: Three, facet: str) -> Any:
        joined = None
        if three.base is not UNKNOWN and three.is_contested:
            joined = joined_sayings(three, many=facet in self._many)
        contested = three.is_contested and joined is None
        default: Side = "mine" if contested else "both" if joined else "theirs"
        side = self.note(spot, "changed", three, default, contested=contested)
        return joined if joined and side == "both" else three.of(side)

    def _members(self, spot: Spot, three: Three) -> Any:
        base = three.base
        unknown = UNKNOWN if base is UNKNOWN else NOTHING
        own, other = keyed(three.mine), keyed(three.theirs)
        was = own if base is three.mine else keyed(() if base is UNKNOWN else base)
        merged: dict[str, Any] = {}
        for key in each(own | other):
            member, others = own.get(key, NOTHING), other.get(key, NOTHING)
            # Next to all members of a large project are the same: those cost no more than this.
            if member is not others and member != others:
                sides = Three(was.get(key, unknown), member, others)
                member = self._member(spot.member(key), sides)
            if member is not NOTHING:
                merged[key] = member
        keys = Three(None if base is UNKNOWN else tuple(was), tuple(own), tuple(other))
        found = tuple(merged[key] for key in self._order(spot, keys, merged))
        return three.mine if _are_same(found, three.mine) else found

    def _member(self, spot: Spot, three: Three) -> Any:
        base, mine, theirs = three
        if theirs is NOTHING:
            return self._only_mine(spot, three)
        if mine is NOTHING:
            return self._only_theirs(spot, three)
        if base is NOTHING:
            # An answer nobody gave yet is the same as an undecided one.
            base = Answer(facet=mine.facet) if isinstance(mine, Answer) else UNKNOWN
        return self._one(spot, Three(base, mine, theirs))

    def _only_mine(self, spot: Spot, three: Three) -> Any:
        if three.base is NOTHING:
            return three.mine
        if three.base is UNKNOWN:
            return three.of(self.note(spot, "removed", three, "mine"))
        contested = three.base != three.mine or _as_mentioned(spot) in self._mentions[0]
        default: Side = "mine" if contested else "theirs"
        return three.of(self.note(spot, "removed", three, default, contested=contested))

    def _only_theirs(self, spot: Spot, three: Three) -> Any:
        known = not isinstance(three.base, Absent)
        contested = known and three.base != three.theirs
        contested |= known and _as_mentioned(spot) in self._mentions[1]
        if known and not contested:
            return NOTHING
        return three.of(self.note(spot, "added", three, "theirs", contested=contested))

    def _order(self, spot: Spot, keys: Three, merged: dict[str, Any]) -> list[str]:
        base, mine, theirs = keys
        side: Side = "mine"
        if is_reordered(mine, theirs) and (base is None or is_reordered(base, theirs)):
            contested = base is None or is_reordered(base, mine)
            default: Side = "mine" if contested else "theirs"
            side = self.note(spot, "moved", keys, default, contested=contested)
        leading, following = (theirs, mine) if side == "theirs" else (mine, theirs)
        return joined_order(leading, following, merged)


def _are_same(found: tuple[Any, ...], known: tuple[Any, ...]) -> bool:
    return len(found) == len(known) and all(map(operator.is_, found, known))


def _as_mentioned(spot: Spot) -> str:
    """Return the name by which others speak of a member; nothing where nobody does."""
    key = spot.path[-1]
    if spot.owner is Facet and spot.field == "values":
        return f"{spot.path[1]}.{key}"
    return key if spot.owner is Course else ""
