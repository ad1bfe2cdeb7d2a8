"""Who meets whom: in a scene both are in, or through a relationship.

Somebody who is only mentioned in a scene is talked about and meets
nobody there. A shared experience is no meeting either: two people can
have lived the same and never know of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.bits import mask_of, places_in
from personamap.analysis.joints import joints
from personamap.domain.project import Project


class Company(Struct, frozen=True):
    """For every place in the cast, whom that person meets, as one bit a person."""

    met: tuple[int, ...]

    @property
    def everyone(self) -> int:
        """The whole cast."""
        return (1 << len(self.met)) - 1

    def reach(self, people: int) -> int:
        """Return whom these people meet, each other included."""
        reached = 0
        for place in places_in(people):
            reached |= self.met[place]
        return reached

    def ties(self, ones: int, others: int) -> int:
        """Return how often one of `ones` meets one of `others`."""
        return sum((self.met[place] & others).bit_count() for place in places_in(ones))

    def circle(self, start: int, within: int) -> int:
        """Return everyone who is reached from `start`, from person to person `within` a group."""
        circle, edge = start, start
        while edge:
            edge = self.reach(edge) & within & ~circle
            circle |= edge
        return circle

    def circles(self, within: int) -> tuple[int, ...]:
        """Return the circles a group falls into, the largest first; nobody of one meets another."""
        found = []
        left = within
        while left:
            circle = self.circle(left & -left, left)
            found.append(circle)
            left &= ~circle
        return tuple(sorted(found, key=int.bit_count, reverse=True))

    def joints(self) -> Mapping[int, tuple[int, ...]]:
        """Return the places of those without whom others would never meet, in order.

        With each stand the circles that would be left of theirs, the largest first.
        """
        return joints(self.met)


def keep_company(project: Project, places: Mapping[str, int]) -> Company:
    """Return who of the people in these places meets whom."""
    met = [0] * len(places)
    for together in _together(project, places):
        for place in places_in(together):
            met[place] |= together & ~(1 << place)
    return Company(tuple(met))


def _together(project: Project, places: Mapping[str, int]) -> Iterable[int]:
    for tie in project.relationships:
        yield _pair((tie.source, tie.target), places)
    for scene in project.scenes:
        present = (a.persona for a in scene.appearances if a.presence != "mentioned")
        yield mask_of(present, places)


def _pair(ends: Sequence[str], places: Mapping[str, int]) -> int:
    return mask_of(ends, places) if all(end in places for end in ends) else 0
