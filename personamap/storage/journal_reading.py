"""What a journal tells: the work as it was on the screen, and the way there.

Reading changes nothing of it. What cannot be believed ends the reading: everything before it
comes back, and `whole` says that there was more.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path
from typing import Any

from personamap.domain.project import Project
from personamap.errors import DamagedWork, PersonamapError, WorkOfAnotherVersion
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.codec import decode
from personamap.storage.entries import JOURNAL_FORMAT, Origin, Saved
from personamap.storage.files import read_bounded
from personamap.storage.history import History
from personamap.storage.journal import BASE, COUNT, ENTRIES
from personamap.storage.kept_work import KeptWork, path_told
from personamap.storage.migrations import FORMAT
from personamap.storage.patches import patched
from personamap.storage.repair import with_unique_ids
from personamap.storage.sealed_entries import NotWhole, ReadEntries
from personamap.storage.strict_json import read_own_json

_NOT_BELIEVED = (KeyError, IndexError, TypeError, ValueError, AttributeError)
"""What reading something raises that has the right seal and yet makes no sense."""


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


def what_it_continues(folder: Path) -> str:
    """Return the name of the older journal that is in this one too, or nothing."""
    try:
        with contextlib.closing(ReadEntries(folder / ENTRIES)) as entries:
            first = read_own_json(next(entries.contents(), b"{}"))
            return str(first.get("continues", ""))
    except (NotWhole, *_NOT_BELIEVED):
        return ""


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
    work.seal = entries.seal
    work.whole = work.whole and work.entries >= _count(folder)
    return work


def _begun(folder: Path, told: dict[str, Any], pictures: _Pictures) -> KeptWork:
    if (told["journal"], told["format"]) != (JOURNAL_FORMAT, FORMAT):
        raise WorkOfAnotherVersion(folder, str(told["writer"])[:80])
    origin = Origin(path_told(told["path"]), told["digest"])
    if told["whole"] is not None:
        base = patched(Project(), told["whole"], pictures)
    else:
        base = _base(folder, origin)
    work = KeptWork(folder, History(base), Saved(base, origin), told["continues"], at=told["at"])
    work.stands_alone = told["whole"] is not None or (folder / BASE).exists()
    return work


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
