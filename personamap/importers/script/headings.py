"""Headings of scenes, as the formats of screenplays and plain scripts mark them."""

from __future__ import annotations

import re

_SCREENPLAY = re.compile(r"(?:INT|EXT|EST|INT\.?/EXT|I/E)[. ]", re.I)
"""Fountain's rule: the line begins so, whatever case it is in."""

_NUMBER = re.compile(r"\s*#[^#\n]+#\s*$")
"""A scene number, which Fountain puts between two number signs."""

_KINDS = (
    "scene|scena|scène|szene|escena|cena|act|akt|acto|acte|aufzug|auftritt|сцена|действие|явление"
    "|slide|screen|folie|diapositiva"
)
_NUMBERED = re.compile(rf"(?:{_KINDS})\s+(?:\d+|[ivxlc]+)\b", re.I)
_COUNTED = re.compile(rf"[^\W\d_]+\s+(?:{_KINDS})\.?", re.I)
"""`Second scene`, `Erster Auftritt`."""

_LONGEST = 120


def is_screenplay_heading(line: str) -> bool:
    """Tell whether a line begins as the headings of screenplays do (`INT.`, `EXT.`)."""
    return bool(_SCREENPLAY.match(line))


def is_plain_heading(line: str) -> bool:
    """Tell whether a line of a plain script heads a scene: `Scene 3`, `Slide 12: Welcome`."""
    if len(line) > _LONGEST:
        return False
    if is_screenplay_heading(line) or _NUMBERED.match(line):
        return True
    return bool(_COUNTED.fullmatch(line))


def without_number(heading: str) -> str:
    """Return a heading without the scene number between number signs."""
    return _NUMBER.sub("", heading)
