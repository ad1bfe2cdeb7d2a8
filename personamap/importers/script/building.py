"""Putting a script together line by line, whatever format the lines come in."""

from __future__ import annotations

from personamap.i18n import plural
from personamap.importers.script.labels import clean_label
from personamap.importers.script.script import ScriptScene, Speech, spoken
from personamap.stopping import go_on


class SceneBuilder:
    """Takes headings, labels and what is said, in the order in which they stand."""

    def __init__(self) -> None:
        self._scenes: list[ScriptScene] = []
        self._heading = ""
        self._synopsis: list[str] = []
        self._speeches: list[Speech] = []
        self._label = ""
        self._said: list[str] = []
        self.unspoken = 0
        """How many lines stand under no label: stage directions, captions, notes."""

    @property
    def is_speaking(self) -> bool:
        """Tell whether there is a label under which the next line would stand."""
        return bool(self._label)

    def heading(self, text: str) -> None:
        """Begin a scene."""
        self._end_scene()
        self._heading = " ".join(text.split())

    def synopsis(self, text: str) -> None:
        """Say what happens in the scene."""
        self._synopsis.append(text.strip())

    def label(self, text: str) -> None:
        """Begin a speech."""
        self.silence()
        self._label = clean_label(text)

    def say(self, text: str) -> None:
        """Add to the speech that has begun."""
        self._said.append(text)

    def speech(self, label: str, text: str) -> None:
        """Add a whole speech."""
        self.label(label)
        self.say(text)
        self.silence()

    def direction(self) -> None:
        """Pass over a line that nobody says; a speech that has begun is over."""
        self.silence()
        self.unspoken += 1

    def silence(self) -> None:
        """End the speech that has begun; a label under which nothing is said is none."""
        go_on()
        text = spoken("\n".join(self._said))
        if self._label and text:
            self._speeches.append(Speech(self._label, text))
        self._label, self._said = "", []

    def scenes(self) -> tuple[ScriptScene, ...]:
        """Return the scenes, without a start in which nothing happens."""
        self._end_scene()
        return tuple(self._scenes)

    def _end_scene(self) -> None:
        self.silence()
        if self._heading or self._speeches:
            synopsis = "\n".join(filter(None, self._synopsis))
            self._scenes.append(ScriptScene(self._heading, tuple(self._speeches), synopsis))
        self._heading, self._synopsis, self._speeches = "", [], []


def directions_note(count: int) -> tuple[str, ...]:
    """Say how many lines stand under no name, so that none is left out in silence."""
    if not count:
        return ()
    return (
        plural(
            "{count} paragraph stands under no name and was taken for a stage direction.",
            "{count} paragraphs stand under no name and were taken for stage directions.",
            count,
        ),
    )
