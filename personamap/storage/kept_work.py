"""The work that a journal tells of, entry after entry."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from personamap.storage.entries import Origin, Saved
from personamap.storage.history import History, Step
from personamap.storage.patches import patched


class KeptWork(Struct):
    """The work one journal holds.

    `file` is what the file had when it was last read or saved, and `earlier` are the digests of
    what it had before that; `underway` is what was being saved when the program ended, so that
    the file may have that by now. `changes` were made since `file`. `at` is when the last of
    them was, for people to read and nothing else. With `entries`, how many there are, and the
    `seal` of the last a journal can be gone on with. One that does not stand alone rests on the
    file it began from, of which it has no copy.
    """

    folder: Path
    history: History
    file: Saved
    continues: str = ""
    earlier: tuple[str, ...] = ()
    underway: Saved | None = None
    changes: int = 0
    at: int = 0
    ended: bool = False
    whole: bool = True
    entries: int = 0
    seal: bytes = b""
    stands_alone: bool = True
    _before_saving: int = 0

    def take(self, told: dict[str, Any], pictures: Mapping[str, bytes]) -> None:
        """Go on by one entry."""
        match told:
            case {"kind": "done", "text": str(text), "field": str(where), "joins": bool(joins)}:
                after = patched(self.history.project, told["patch"], pictures)
                self.history = self.history.done(Step(text, where, after), joins)
                self.changes += not joins
            case {"kind": "moved", "steps": int(steps)}:
                self.history = self.history.moved(steps)
                self.changes += abs(steps)
            case {"kind": "saving", "path": str(path)}:
                patch = told.get("patch", {})
                present = self.history.project
                project = patched(present, patch, pictures) if patch else present
                self.underway = Saved(project, Origin(path_told(path)))
                self._before_saving = self.changes
            case {"kind": "saved", "path": str(path), "digest": str(digest)} if self.underway:
                self.earlier = (*self.earlier, self.file.file.digest)
                self.file = Saved(self.underway.project, Origin(path_told(path), digest))
                self.changes -= self._before_saving
                self.underway = None
            case {"kind": "ended"}:
                self.ended = True
            case _:
                raise ValueError(told)
        self.at = int(told["at"])


def path_told(told: str) -> Path | None:
    """Return a path as a journal has it; nothing where there is none."""
    return Path(told) if told else None
