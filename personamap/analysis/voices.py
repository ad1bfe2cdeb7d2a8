"""Who speaks how much, person by person, with those who are there and say nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from personamap.analysis.speech import Measure
from personamap.domain.project import Project


class Voice(Struct, frozen=True):
    """In how many scenes one person speaks, is silent and is talked about, and what they say."""

    persona: str
    speaks: int = 0
    silent: int = 0
    mentioned: int = 0
    lines: int = 0
    words: int = 0

    @property
    def scenes(self) -> int:
        """In how many scenes they are there in person."""
        return self.speaks + self.silent

    def said(self, measure: Measure) -> int:
        """Return how much they say."""
        return self.words if measure == "words" else self.lines


class Voices(Struct, frozen=True):
    """The voices of a cast, those who say most first.

    `measure` is what they are compared by: words or, where nobody counted
    them, lines, and nothing as long as no scene is written.
    """

    voices: tuple[Voice, ...]
    measure: Measure | None

    @property
    def most(self) -> int:
        """How much whoever says most says."""
        return max((v.said(self.measure) for v in self.voices), default=0) if self.measure else 0


def hear(project: Project) -> Voices:
    """Go through the scenes and add up what everyone of the cast says in them."""
    told = {persona.id: Counter[str]() for persona in project.cast}
    for scene in project.scenes:
        for appearance in scene.appearances:
            count = told.get(appearance.persona)
            if count is not None:
                count[appearance.presence] += 1
                count["lines"] += appearance.lines
                count["words"] += appearance.words
    voices = [_voice(persona_id, count) for persona_id, count in told.items()]
    measure = _measure(voices)
    voices.sort(key=lambda v: (-v.said(measure or "words"), -v.lines, -v.scenes))
    return Voices(tuple(voices), measure)


def _voice(persona_id: str, count: Counter[str]) -> Voice:
    return Voice(
        persona_id,
        speaks=count["speaks"],
        silent=count["silent"],
        mentioned=count["mentioned"],
        lines=count["lines"],
        words=count["words"],
    )


def _measure(voices: Sequence[Voice]) -> Measure | None:
    if any(voice.words for voice in voices):
        return "words"
    return "lines" if any(voice.lines for voice in voices) else None
