"""Plain text in which every speech begins with a name and a colon.

What stands in brackets is how something is said or done, and nobody says
it. A paragraph without a name is taken for a stage direction: it is told
how many there are, so that nothing is left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from personamap.importers.script.building import SceneBuilder, directions_note
from personamap.importers.script.headings import is_plain_heading
from personamap.importers.script.labels import could_be_label
from personamap.importers.script.script import Script
from personamap.stopping import each

_NAMED = re.compile(
    r"(?P<label>[^:()\[\]]+(?:[(\[][^()\[\]]*[)\]]\s*)*):(?:\s+|$)(?P<text>.*)", re.S
)


def read_named_lines(name: str, text: str) -> Script:
    """Return the script in a plain text."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return script_of(name, [paragraph.split("\n") for paragraph in paragraphs])


def script_of(name: str, paragraphs: Iterable[Iterable[str]]) -> Script:
    """Return the script in paragraphs, each of one or more lines."""
    scenes = SceneBuilder()
    title = ""
    is_first = True
    for paragraph in paragraphs:
        scenes.silence()
        for line in filter(None, map(str.strip, paragraph)):
            if is_first and not _is_marked(line):
                title = line
            else:
                _take(scenes, line)
            is_first = False
    return Script(name, scenes.scenes(), title, directions_note(scenes.unspoken))


def has_named_lines(lines: Iterable[str]) -> bool:
    """Tell whether at least one line in three begins with a name and a colon."""
    told = [line for line in each(lines) if line.strip()]
    named = sum(1 for line in each(told) if _named(line.strip()))
    return named * 3 >= len(told) > 0


def _take(scenes: SceneBuilder, line: str) -> None:
    if is_plain_heading(line):
        scenes.heading(line)
    elif found := _named(line):
        scenes.label(found["label"])
        scenes.say(found["text"])
    elif scenes.is_speaking:
        scenes.say(line)
    else:
        scenes.direction()


def _is_marked(line: str) -> bool:
    return is_plain_heading(line) or _named(line) is not None


def _named(line: str) -> re.Match[str] | None:
    found = _NAMED.match(line)
    return found if found and could_be_label(found["label"]) else None
