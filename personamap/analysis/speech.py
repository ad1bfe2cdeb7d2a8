"""Who is heard: where people of a cast are present, and how much they say there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from personamap.domain.scene import Appearance, Scene

Measure = Literal["words", "lines"]


class Heard(Struct, frozen=True):
    """How often one person is there, is only talked about, and what they say in all.

    `unheard` counts the scenes in which they are there and say nothing
    although the scene is written.
    """

    present: int = 0
    mentioned: int = 0
    unheard: int = 0
    said: int = 0


class Speech(Struct, frozen=True):
    """What everyone says, by place in the cast, in words or, where nobody counted them, lines.

    `measure` is nothing as long as no scene is written: then nobody can
    be said to be silent for want of lines. `present` and `said` are the
    sums over everyone.
    """

    measure: Measure | None
    heard: Mapping[int, Heard]
    present: int
    said: int


def find_speech(scenes: Sequence[Scene], places: Mapping[str, int]) -> Speech:
    """Go through the scenes once and add up who is there and what they say."""
    measure = _measure(scenes)
    heard: dict[int, Heard] = {}
    for scene in scenes:
        written = is_written(scene)
        for appearance in scene.appearances:
            place = places.get(appearance.persona)
            if place is not None:
                before = heard.get(place, Heard())
                heard[place] = _with(before, appearance, written, measure)
    present = sum(one.present for one in heard.values())
    return Speech(measure, heard, present, sum(one.said for one in heard.values()))


def is_written(scene: Scene) -> bool:
    """Tell whether anybody has lines or words in a scene."""
    return any(a.lines or a.words for a in scene.appearances)


def says_nothing(appearance: Appearance, written: bool) -> bool:
    """Tell whether somebody is silent, or without a line in a scene that is written."""
    return appearance.presence != "speaks" or (written and not appearance.lines + appearance.words)


def _measure(scenes: Sequence[Scene]) -> Measure | None:
    appearances = [a for scene in scenes for a in scene.appearances]
    if any(a.words for a in appearances):
        return "words"
    return "lines" if any(a.lines for a in appearances) else None


def _with(heard: Heard, appearance: Appearance, written: bool, measure: Measure | None) -> Heard:
    if appearance.presence == "mentioned":
        return Heard(heard.present, heard.mentioned + 1, heard.unheard, heard.said)
    said = appearance.words if measure == "words" else appearance.lines
    silent = says_nothing(appearance, written)
    return Heard(heard.present + 1, heard.mentioned, heard.unheard + silent, heard.said + said)
