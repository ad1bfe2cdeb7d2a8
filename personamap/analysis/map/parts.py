"""What a picture of the persona map consists of, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from personamap.i18n import N_

Lens = Literal["people", "experiences", "identity", "gaps"]
SpotKind = Literal["person", "experience", "value", "heading"]
LinkKind = Literal["relationship", "lived", "scene", "has"]

LENSES: tuple[tuple[Lens, str], ...] = (
    ("people", N_("People")),
    ("experiences", N_("People and experiences")),
    ("identity", N_("Identity")),
    ("gaps", N_("Gaps")),
)

MOST_PEOPLE = 2_000
"""How many people are laid out; beyond, the faces are dots and nobody could follow a line."""

PERSON_SIZE = 88.0
BOX_HEIGHT = 36.0


class Spot(Struct, frozen=True):
    """One thing on the map; `x` and `y` are its middle.

    `note` is the second line (a job, a facet), `count` how many people
    it concerns; a spot without people is drawn as an empty seat. A
    heading names the stack below it and can be neither chosen nor moved.
    """

    id: str
    kind: SpotKind
    label: str
    note: str = ""
    count: int = 0
    width: float = PERSON_SIZE
    height: float = PERSON_SIZE
    x: float = 0.0
    y: float = 0.0
    is_pinned: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody is here."""
        return self.kind in ("experience", "value") and self.count == 0


class Link(Struct, frozen=True):
    """A line between two spots.

    `bend` is how far its middle leaves the straight line, as a fraction
    of its length; positive bends to the left of its direction on paper.
    """

    id: str
    kind: LinkKind
    start: str
    end: str
    label: str = ""
    bend: float = 0.0


class MapPicture(Struct, frozen=True):
    """Everything a map shows; the window and every export draw it."""

    lens: Lens
    spots: tuple[Spot, ...]
    links: tuple[Link, ...]

    @property
    def people(self) -> int:
        """How many personas are on the map."""
        return sum(spot.kind == "person" for spot in self.spots)

    def find(self, spot_id: str) -> Spot | None:
        """Return the spot with that id, if it is on this map."""
        return next((spot for spot in self.spots if spot.id == spot_id), None)

    def stands_as(self, other: MapPicture) -> bool:
        """Tell whether the same spots are in the same places, joined by the same lines."""
        return (
            (self.lens, len(self.spots)) == (other.lens, len(other.spots))
            and self.links == other.links
            and all(
                one is two or _place(one) == _place(two)
                for one, two in zip(self.spots, other.spots, strict=True)
            )
        )

    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """Return for every spot with links the spots at their other ends."""
        found: dict[str, set[str]] = {}
        for link in self.links:
            found.setdefault(link.start, set()).add(link.end)
            found.setdefault(link.end, set()).add(link.start)
        return {spot_id: frozenset(others) for spot_id, others in found.items()}


def _place(spot: Spot) -> tuple[str, float, float, float, float]:
    return spot.id, spot.x, spot.y, spot.width, spot.height
