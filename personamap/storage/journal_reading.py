"""What a journal tells: the work as it was on the screen, and the way there.

Reading changes nothing of it. What cannot be believed ends the reading: everything before it
comes back, and `whole` says that there was more.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from personamap.domain.project import Project
from personamap.errors import DamagedWork, PersonamapError, WorkOfAnotherVersion
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.codec import decode
from personamap.storage.entries import JOURNAL_FORMAT, Origin, Saved
from personamap.storage.files import read_bounded
from personamap.storage.history import History, Step
from personamap.storage.journal import BASE, COUNT, ENTRIES
from personamap.storage.migrations import FORMAT
from personamap.storage.patches import patched
from personamap.storage.repair import with_unique_ids
from personamap.storage.sealed_entries import NotWhole, ReadEntries
from personamap.storage.strict_json import read_own_json

_NOT_BELIEVED = (KeyError, IndexError, TypeError, ValueError, AttributeError)
"""What reading something raises that has the right seal and yet makes no sense."""


@dataclass(slots=True)
class KeptWork:
    """The work one journal holds.

    `file` is what the file had when it was last read or saved; `underway` is what was being
    saved when the program ended, so that the file may have that by now. `changes` were made
    since `file`. `at` is when the last of them was, for people to read and nothing else.
    """

    folder: Path
    history: History
    file: Saved
    continues: str = ""
    underway: Saved | None = None
    changes: int = 0
    at: int = 0
    ended: bool = False
    whole: bool = True
    entries: int = 0
    _before_saving: int = field(default=0, repr=False)

    def take(self, told: dict[str, Any], pictures: _Pictures) -> None:
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
                project = patched(self.history.project, told.get("patch", {}), pictures)
                self.underway = Saved(project, Origin(_path(path)))
                self._before_saving = self.changes
            case {"kind": "saved", "path": str(path), "digest": str(digest)} if self.underway:
                self.file = Saved(self.underway.project, Origin(_path(path), digest))
                self.changes -= self._before_saving
                self.underway = None
            case {"kind": "ended"}:
                self.ended = True
            case _:
                raise ValueError(told)
        self.at = int(told["at"])


class _Pictures(dict[str, bytes]):
    """The pictures of a journal, each read when it is asked for."""

    def __init__(self, entries: ReadEntries) -> None:
        super().__init__()
        self._entries = entries

    def __missing__(self, picture: str) -> bytes:
        content = self[picture] = self._entries.picture(picture)
        return content


def read_journal(folder: Path) -> KeptWork:
    """Return the work in a journal; raises `DamagedWork` or `WorkOfAnotherVersion`."""
    try:
        entries = ReadEntries(folder / ENTRIES)
    except NotWhole as error:
        raise DamagedWork(folder) from error
    with contextlib.closing(entries):
        return _read(folder, entries)


def _read(folder: Path, entries: ReadEntries) -> KeptWork:
    pictures = _Pictures(entries)
    work: KeptWork | None = None
    try:
        for content in entries.contents():
            told = read_own_json(content)
            if work is None:
                work = _begun(folder, told, pictures)
            else:
                work.take(told, pictures)
            work.entries += 1
    except (NotWhole, *_NOT_BELIEVED) as error:
        if work is None:
            raise DamagedWork(folder) from error
        work.whole = False
    if work is None:
        raise DamagedWork(folder)
    work.whole = work.whole and work.entries >= _count(folder)
    return work


def _begun(folder: Path, told: dict[str, Any], pictures: _Pictures) -> KeptWork:
    if (told["journal"], told["format"]) != (JOURNAL_FORMAT, FORMAT):
        raise WorkOfAnotherVersion(folder, str(told["writer"])[:80])
    origin = Origin(_path(told["path"]), told["digest"])
    if told["whole"] is not None:
        base = patched(Project(), told["whole"], pictures)
    else:
        base = _base(folder, origin)
    return KeptWork(folder, History(base), Saved(base, origin), told["continues"], at=told["at"])


def _base(folder: Path, origin: Origin) -> Project:
    for path in filter(None, (folder / BASE, origin.path)):
        with contextlib.suppress(PersonamapError):
            data = read_bounded(path, LARGEST_FILE)
            if hashlib.sha256(data).hexdigest() == origin.digest:
                return with_unique_ids(decode(data, str(path)).project)[0]
    raise DamagedWork(folder)


def _count(folder: Path) -> int:
    # Without it nothing is known to be missing, which says nothing against what is there.
    with contextlib.suppress(OSError, ValueError):
        return int((folder / COUNT).read_bytes()[:20])
    return 0


def _path(told: str) -> Path | None:
    return Path(told) if told else None
