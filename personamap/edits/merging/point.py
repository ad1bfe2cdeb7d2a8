"""One place in which two versions of a project differ, and what may become of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from personamap.domain.base import Entity

Side = Literal["mine", "theirs", "both"]
"""Which of two versions stands at a point; `both` where one text or list can join the other."""

Kind = Literal["changed", "added", "removed", "moved"]
"""What theirs did, seen from mine; `moved` is another order of the same members."""

Path = tuple[str, ...]
Choices = Mapping[Path, Side]


class Absent(Enum):
    """What stands where a version has nothing.

    Where it is unknown what was there before, nobody can tell who changed it.
    """

    NOTHING = "nothing"
    UNKNOWN = "unknown"


NOTHING, UNKNOWN = Absent.NOTHING, Absent.UNKNOWN


class Three(NamedTuple):
    """What stands in one place before, in mine and in theirs."""

    base: Any
    mine: Any
    theirs: Any

    @property
    def is_contested(self) -> bool:
        """Tell whether both sides changed it, or nobody knows who did."""
        if self.base is UNKNOWN:
            return True
        return bool(self.base != self.mine and self.base != self.theirs)

    def of(self, side: Side) -> Any:
        """Return what one side has."""
        return self.theirs if side == "theirs" else self.mine


class Spot(NamedTuple):
    """Where in the project something stands, and the class of which it is a field or member.

    `path` leads there from the project: the name of a field, the key of a
    member, and so on.
    """

    path: Path
    owner: type[Entity]
    field: str

    def member(self, key: str) -> Spot:
        """Return where one member of this collection stands."""
        return self._replace(path=(*self.path, key))

    def inside(self, owner: type[Entity], field: str) -> Spot:
        """Return where a field of what stands here stands."""
        return Spot((*self.path, field), owner, field)


class Point(Struct, frozen=True):
    """Something in which theirs is not as mine.

    It is a conflict when both sides changed it, or nobody knows who did.
    `taken` is the side that stands in the merged project.
    """

    spot: Spot
    kind: Kind
    three: Three
    is_conflict: bool
    taken: Side

    @property
    def path(self) -> Path:
        """Where it lies, which is also what a choice about it is filed under."""
        return self.spot.path

    @property
    def part(self) -> str:
        """The field of the project in which it lies."""
        return self.spot.path[0]
