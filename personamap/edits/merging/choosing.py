"""What somebody can choose at a point of a merge."""

from __future__ import annotations

from personamap.edits.merging.answers import SAID
from personamap.edits.merging.lists import can_be_both
from personamap.edits.merging.point import Point, Side


def sides_of(point: Point) -> tuple[Side, ...]:
    """Return the sides of which one can stand at a point; `both` where nothing is lost by it."""
    return ("mine", "theirs", "both") if _can_have_both(point) else ("mine", "theirs")


def _can_have_both(point: Point) -> bool:
    if point.kind != "changed":
        return False
    if point.spot.field == SAID:
        # What somebody says is only joined where the engine could do it without a choice.
        return not point.is_conflict and point.three.is_contested
    _base, mine, theirs = point.three
    return can_be_both(point.spot.owner, point.spot.field, mine, theirs)
