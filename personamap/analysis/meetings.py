"""Which scenes two people share: both are there in person, and not only talked about."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from msgspec import Struct

from personamap.domain.project import Project
from personamap.domain.scene import Scene


class Meetings(Struct, frozen=True):
    """The scenes that pairs of people share, in the order of the course.

    `scenes` is by both ids in either order; `alone` by one id, the scenes
    that somebody of the cast is in at all.
    """

    scenes: Mapping[tuple[str, str], tuple[Scene, ...]]
    alone: Mapping[str, tuple[Scene, ...]]

    def between(self, one: str, other: str) -> tuple[Scene, ...]:
        """Return the scenes two people share; with themselves, somebody shares all of theirs."""
        if one == other:
            return self.alone.get(one, ())
        return self.scenes.get((one, other), ())

    def met_by(self, persona_id: str) -> tuple[str, ...]:
        """Return whom somebody shares a scene with, most often first."""
        shared = {there: len(s) for (here, there), s in self.scenes.items() if here == persona_id}
        return tuple(sorted(shared, key=lambda there: -shared[there]))


def find_meetings(project: Project) -> Meetings:
    """Go through the scenes and note who of the cast is there with whom."""
    cast = {persona.id for persona in project.cast}
    pairs: dict[tuple[str, str], list[Scene]] = {}
    alone: dict[str, list[Scene]] = {}
    for scene in project.scenes:
        present = (a.persona for a in scene.appearances if a.presence != "mentioned")
        here = [who for who in dict.fromkeys(present) if who in cast]
        for who in here:
            alone.setdefault(who, []).append(scene)
        for one, other in combinations(here, 2):
            pairs.setdefault((one, other), []).append(scene)
            pairs.setdefault((other, one), []).append(scene)
    return Meetings(
        {pair: tuple(scenes) for pair, scenes in pairs.items()},
        {who: tuple(scenes) for who, scenes in alone.items()},
    )
