"""Unsaved work: everything done to one open project, written down as it happens.

Each document of each running program has a folder of its own below the state folder, named
after the process, so that two windows never share one and nothing has to be locked:

    journals/COMPUTER-NUMBER-BEGAN-TOKEN/
        entries.sqlite       what was done, in order, and the pictures that came with it
        base.personamap      the file it was done to, as it was read
        count                how many entries there are

A folder, not a single file: it is moved or kept aside in one rename, with the side files of
SQLite in it, and the base, which may be large, can be copied by another thread while entries
are written already. Until it is there, the file itself stands in for it as long as its digest
is the same. That entries are missing at the end, which no seal can tell, is noticed by their
count. Nothing is decided by a clock.

When it is on the disk: SQLite writes to its log (WAL) with `synchronous=NORMAL`, so each
entry is handed to the operating system before the views show the change. A program that is
killed or crashes loses nothing. `sync`, which a thread calls about every second, forces the
log to the disk, so a power cut costs what was done in the last second or two; forcing each
entry out would make every keystroke wait for the disk. SQLite moves its log into the database
in that thread as well, never while somebody types.

Turned down: one database for all windows (a second writer waits for the first), and a plain
file of lines (a power cut can tear the middle of it; the log of SQLite has checksums there).
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from personamap.errors import CannotRead, NotKept, PersonamapError
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.entries import Entry, Origin, ended
from personamap.storage.files import read_bounded, write_atomically
from personamap.storage.folders import state_folder
from personamap.storage.placing import make_folder
from personamap.storage.processes import Process, this_process

ENTRIES, BASE, COUNT = "entries.sqlite", "base.personamap", "count"
UNFINISHED = ".unfinished"
_LONGEST_LOG = 4_000_000
_ONLY_MINE = 0o700


def journals_folder() -> Path:
    """Return the folder that holds a folder for each journal."""
    return state_folder() / "journals"


def new_name() -> str:
    """Return the name for another journal of this process."""
    mine = this_process()
    return f"{mine.computer}-{mine.number}-{mine.began}-{secrets.token_hex(4)}"


def process_of(name: str) -> Process | None:
    """Return the process whose journal has that name; nothing if it is no such name."""
    computer, _, rest = name.partition("-")
    number, _, rest = rest.partition("-")
    began, _, token = rest.rpartition("-")
    if not (computer and number.isdecimal() and token):
        return None
    return Process(computer, int(number), began)


class Journal:
    """One journal that is being written. Raises `NotKept` when something cannot be written."""

    def __init__(self, folder: Path) -> None:
        from personamap.storage.sealed_entries import SealedEntries

        self.folder = folder
        self.size = 0
        self._is_on_disk = False
        self._count = (folder / COUNT).open("wb", buffering=0)
        self._entries = SealedEntries(folder / ENTRIES)

    @classmethod
    def begin(cls, entries: Iterable[Entry]) -> Journal:
        """Return a new journal with `entries`; it has its name only once they are in it."""
        place = journals_folder()
        name = new_name()
        unfinished = place / (name + UNFINISHED)
        try:
            make_folder(place, _ONLY_MINE)
            unfinished.mkdir(_ONLY_MINE)
            journal = cls(unfinished)
            try:
                journal._entries.fill(journal._weighed(entries))
            finally:
                journal.close()
            unfinished.rename(place / name)
            return journal._moved_to(place / name)
        except OSError as error:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise NotKept(place, error) from error

    @classmethod
    def go_on_with(cls, folder: Path, number: int, seal: bytes) -> Journal:
        """Make the whole journal of a process that has ended one of this process.

        `number` and `seal` are those of its last entry. Whoever renames it first has it.
        """
        mine = journals_folder() / new_name()
        try:
            folder.rename(mine)
            journal = cls(mine)
            journal._entries.go_on(number, seal)
            journal._tell_count()
            journal.size = (mine / ENTRIES).stat().st_size
            return journal
        except OSError as error:
            raise NotKept(folder, error) from error

    def write(self, entry: Entry) -> None:
        """Put one more entry at the end."""
        try:
            self._entries.append(entry)
            self._tell_count()
        except OSError as error:
            raise NotKept(self.folder, error) from error
        self.size += entry.size

    def keep_base(self, origin: Origin) -> bool:
        """Copy the file that work began from; tells whether it still was what had been read.

        May be called from another thread.
        """
        if origin.path is None:
            return False
        try:
            data = read_bounded(origin.path, LARGEST_FILE)
        except CannotRead:
            return False
        if hashlib.sha256(data).hexdigest() != origin.digest:
            return False
        try:
            write_atomically(self.folder / BASE, data)
        except PersonamapError as error:
            reason = error.__cause__
            known = reason if isinstance(reason, OSError) else OSError(0, str(error))
            raise NotKept(self.folder, known) from error
        return True

    def sync(self) -> None:
        """Force everything so far to the disk. May be called from another thread."""
        log = self.folder / f"{ENTRIES}-wal"
        try:
            # The database itself is forced out when the log is moved into it, so the first
            # time does that too. Opening it here to do so would undo SQLite's locks.
            if not self._is_on_disk or log.stat().st_size > _LONGEST_LOG:
                self._move_log()
            else:
                _force_out(log, os.O_RDWR)
        except OSError as error:
            raise NotKept(self.folder, error) from error

    def close(self) -> None:
        """Let go of the files and leave them for the next start."""
        self._entries.close()
        self._count.close()

    def remove(self) -> None:
        """Remove the journal: its work is saved, or nobody wants it."""
        # A folder that cannot be removed right now says itself that it may be.
        with suppress(NotKept):
            self.write(ended())
        self.close()
        remove_journal(self.folder)

    def _weighed(self, entries: Iterable[Entry]) -> Iterable[Entry]:
        for entry in entries:
            self.size += entry.size
            yield entry

    def _moved_to(self, folder: Path) -> Journal:
        moved = Journal(folder)
        moved.size = self.size
        moved._entries.go_on(self._entries.number, self._entries.seal)
        moved._tell_count()
        return moved

    def _tell_count(self) -> None:
        self._count.seek(0)
        self._count.write(b"%d" % self._entries.number)

    def _move_log(self) -> None:
        from personamap.storage.sealed_entries import move_log

        move_log(self.folder / ENTRIES)
        if os.name != "nt":
            _force_out(self.folder, os.O_RDONLY)
            _force_out(self.folder.parent, os.O_RDONLY)
        self._is_on_disk = True


def remove_journal(folder: Path) -> None:
    """Remove the folder of a journal, as far as the system lets it go.

    It loses its name first: what a thread may still be writing there then has no place any
    more, and what cannot be removed now is swept at a later start.
    """
    going = folder.with_name(folder.name + UNFINISHED)
    with suppress(OSError):
        folder.rename(going)
        folder = going
    shutil.rmtree(folder, ignore_errors=True)


def _force_out(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
