"""Who does what in the story: the people of each narrative function, and in which scenes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.scene import NarrativeFunction, Scene

Part = Mapping[NarrativeFunction, int]
"""For each function that somebody has in one scene, who has it."""


class Deeds(Struct, frozen=True):
    """What a cast does in the scenes of a course; people are bits by place in the cast.

    `seen` is who appears at all, `parts` who does what scene by scene,
    `scenes` the numbers of the scenes (from 1) in which somebody has a
    function. Whoever is listed twice in one scene counts once.
    """

    seen: int
    parts: tuple[Part, ...]
    doing: Mapping[NarrativeFunction, int]
    scenes: Mapping[NarrativeFunction, Mapping[int, tuple[int, ...]]]

    def times(self, functions: Iterable[NarrativeFunction]) -> int:
        """Return how often anybody does one of these, once for each scene and function."""
        return sum(len(s) for f in functions for s in self.scenes[f].values())

    def doers(self, functions: Iterable[NarrativeFunction]) -> int:
        """Return who does one of these anywhere."""
        mask = 0
        for function in functions:
            mask |= self.doing[function]
        return mask

    def where(self, place: int, functions: Iterable[NarrativeFunction]) -> tuple[int, ...]:
        """Return the numbers of the scenes in which somebody does one of these."""
        return tuple(sorted({n for f in functions for n in self.scenes[f].get(place, ())}))

    def functions_of(self, place: int) -> frozenset[NarrativeFunction]:
        """Return everything somebody does anywhere."""
        bit = 1 << place
        return frozenset(function for function, mask in self.doing.items() if mask & bit)


def find_deeds(scenes: Sequence[Scene], places: Mapping[str, int]) -> Deeds:
    """Go through the scenes once and note who of the cast does what."""
    seen = 0
    parts: list[dict[NarrativeFunction, int]] = []
    where: dict[NarrativeFunction, dict[int, tuple[int, ...]]] = {
        function: {} for function in NARRATIVE_FUNCTIONS
    }
    for number, scene in enumerate(scenes, 1):
        part: dict[NarrativeFunction, int] = {}
        for appearance in scene.appearances:
            place = places.get(appearance.persona)
            if place is None:
                continue
            seen |= 1 << place
            for function in appearance.functions:
                part[function] = part.get(function, 0) | 1 << place
                before = where[function].get(place, ())
                if number not in before[-1:]:
                    where[function][place] = (*before, number)
        parts.append(part)
    doing = {function: sum(1 << place for place in there) for function, there in where.items()}
    return Deeds(seen, tuple(parts), doing, where)
