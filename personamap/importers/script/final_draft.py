"""What a Final Draft file says: its paragraphs have known types."""

from __future__ import annotations

from collections.abc import Iterable

from personamap.importers.script.building import SceneBuilder, directions_note
from personamap.importers.script.script import Script

_HEADINGS = ("Scene Heading", "New Act")
_SPOKEN = ("Dialogue", "Singing", "Lyrics")


def script_in_paragraphs(name: str, paragraphs: Iterable[tuple[str, str]]) -> Script:
    """Return the script in paragraphs, each with its type and its text."""
    scenes = SceneBuilder()
    for kind, text in paragraphs:
        if text.strip():
            _take(scenes, kind, text)
    return Script(name, scenes.scenes(), notes=directions_note(scenes.unspoken))


def _take(scenes: SceneBuilder, kind: str, text: str) -> None:
    if kind in _HEADINGS:
        scenes.heading(text)
    elif kind == "Character":
        scenes.label(text)
    elif kind in _SPOKEN:
        scenes.say(text)
    elif kind != "Parenthetical":
        scenes.direction()
