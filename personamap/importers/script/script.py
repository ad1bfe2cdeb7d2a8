"""What every reader of scripts hands over: scenes with the speeches in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_NOT_A_WORD = re.compile(r"\W+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


class Speech(Struct, frozen=True):
    """What is said in one go, without stage directions, under the label it stands under."""

    label: str
    text: str

    @property
    def words(self) -> int:
        """How many words are said: runs of letters, digits and underscores, in any script."""
        return sum(1 for piece in _NOT_A_WORD.split(self.text) if piece)


class ScriptScene(Struct, frozen=True):
    """A scene as the script has it; without a heading the script has only this one, or a start."""

    heading: str
    speeches: tuple[Speech, ...]
    synopsis: str = ""


class Script(Struct, frozen=True):
    """A script as it was read, and what there is to say about how.

    `name` is what its file is called, `title` what it calls itself.
    """

    name: str
    scenes: tuple[ScriptScene, ...]
    title: str = ""
    notes: tuple[str, ...] = ()

    @property
    def speeches(self) -> Iterator[Speech]:
        """Everything that is said, in order."""
        return (speech for scene in self.scenes for speech in scene.speeches)


def spoken(text: str) -> str:
    """Return what is said of a text: what stands in brackets says how, and nobody says it."""
    before = ""
    while before != text:
        before, text = text, _BRACKETS.sub(" ", text)
    return text.strip()
