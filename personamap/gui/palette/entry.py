"""What the palette offers: one action, or one thing of the project to go to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from personamap.gui.palette.matching import Searched, fit, plain
from personamap.i18n import N_, _

Kind = Literal["command", "person", "experience", "value", "scene", "finding", "help"]

KINDS: dict[Kind, str] = {
    "command": N_("Command"),
    "person": N_("Person"),
    "experience": N_("Experience"),
    "value": N_("Value"),
    "scene": N_("Scene"),
    "finding": N_("Finding"),
    "help": N_("Help"),
}
MOST_ROWS = 60
_LATELY, _NOT_NOW = 6.0, 25.0
_WORTH: dict[Kind, float] = {"command": 3.0, "person": 4.0}
"""What comes first among what fits equally well."""


class Entry(Struct, frozen=True):
    """One row. `reason` says why it cannot be had now; `about` is what it is also known by."""

    kind: Kind
    item: str
    text: str
    detail: str = ""
    about: str = ""
    mark: str = ""
    keys: str = ""
    reason: str = ""
    searched: Searched = Searched("")

    @property
    def id(self) -> str:
        """Its own name among all rows."""
        return f"{self.kind}:{self.item}"

    @property
    def said(self) -> str:
        """What a screen reader says of this row."""
        parts = [self.text, self.detail, _(KINDS[self.kind]), self.keys, self.reason]
        return ", ".join(part for part in parts if part)


def entry(kind: Kind, item: str, text: str, detail: str = "", **more: str) -> Entry:
    """Return a row that can be searched by its text, its detail and what it is `about`."""
    beside = f"{detail} {more.get('about', '')}"
    return Entry(kind, item, text, detail, searched=Searched.of(text, beside), **more)


def found(entries: Iterable[Entry], words: str, recent: Sequence[str]) -> list[Entry]:
    """Return what fits `words`, best first; without words the commands, the latest used first."""
    query = plain(words)
    places = {entry_id: len(recent) - at for at, entry_id in enumerate(recent)}
    if not query:
        commands = [e for e in entries if e.kind == "command"]
        commands.sort(key=lambda e: (bool(e.reason), -places.get(e.id, 0)))
        return commands
    worth = [(fit(query, each.searched), each) for each in entries]
    fitting = [(much + _extra(each, places), each) for much, each in worth if much]
    fitting.sort(key=lambda pair: -pair[0])
    return [each for _much, each in fitting[:MOST_ROWS]]


def _extra(each: Entry, places: dict[str, int]) -> float:
    if each.reason:
        return -_NOT_NOW
    return _WORTH.get(each.kind, 0.0) + (_LATELY if each.id in places else 0.0)
