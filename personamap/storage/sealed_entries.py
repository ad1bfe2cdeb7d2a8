"""A list of entries in SQLite that only grows, each sealed together with the one before it.

A seal is a digest over the entry and the seal of the entry before. What is torn, damaged, left
out or put in is thus noticed, and everything before it still counts. SQLite's own complaints
come out as `OSError`, except while reading. This is the only module that loads `sqlite3`; it is
imported when there is something to write or to read.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from personamap.storage.entries import Entry

_SEAL_BYTES = 16
_FIRST_SEAL = b""
_TABLES = (
    "CREATE TABLE entries (number INTEGER PRIMARY KEY, content BLOB, seal BLOB)",
    "CREATE TABLE pictures (id TEXT PRIMARY KEY, content BLOB)",
)
_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA wal_autocheckpoint=0",
)
_SAME_AS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
}
"""What SQLite complains of, as the operating system would."""


class NotWhole(Exception):
    """The next entry is torn or damaged, or none of what follows can be read."""


class SealedEntries:
    """The entries of one file, being written."""

    def __init__(self, path: Path) -> None:
        self.number = 0
        self.seal = _FIRST_SEAL
        with _as_os_errors():
            self._store = sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    def fill(self, entries: Iterable[Entry]) -> None:
        """Make the tables and put in the first entries, all or none of them."""
        with _as_os_errors():
            # The file does not count before it has been given its place: no need to wait for
            # the disk.
            self._store.execute("PRAGMA synchronous=OFF")
            self._store.execute("BEGIN")
            for table in _TABLES:
                self._store.execute(table)
            for entry in entries:
                self.append(entry)
            self._store.execute("COMMIT")

    def go_on(self, number: int, seal: bytes) -> None:
        """Go on after an entry of the same file, keeping a log from now on."""
        self.number, self.seal = number, seal
        with _as_os_errors():
            for setting in _SETTINGS:
                self._store.execute(setting)

    def append(self, entry: Entry) -> None:
        """Put one more entry at the end."""
        number = self.number + 1
        seal = _seal(self.seal, number, entry.content)
        with _as_os_errors():
            for picture in entry.pictures:
                row = (picture.id, picture.data)
                self._store.execute("INSERT OR IGNORE INTO pictures VALUES (?, ?)", row)
            self._store.execute(
                "INSERT INTO entries VALUES (?, ?, ?)", (number, entry.content, seal)
            )
        self.number, self.seal = number, seal

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()


def move_log(path: Path) -> None:
    """Move the log of a file into it and force both to the disk, also while it is written."""
    with _as_os_errors(), contextlib.closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA wal_checkpoint(PASSIVE)")


class ReadEntries:
    """The entries of one file, being read; nothing of it is changed by that."""

    def __init__(self, path: Path) -> None:
        self.seal = _FIRST_SEAL
        try:
            self._store = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        except sqlite3.Error as error:
            raise NotWhole from error

    def contents(self) -> Iterator[bytes]:
        """Return one entry after the other, and raise `NotWhole` where that has an end too soon."""
        try:
            rows = self._store.execute("SELECT number, content, seal FROM entries ORDER BY number")
            for expected, (number, content, seal) in enumerate(rows, 1):
                if number != expected or not isinstance(content, bytes):
                    raise NotWhole
                if seal != _seal(self.seal, number, content):
                    raise NotWhole
                self.seal = seal
                yield content
        except sqlite3.Error as error:
            raise NotWhole from error

    def picture(self, digest: str) -> bytes:
        """Return a picture that came with an entry, or raise `NotWhole`."""
        try:
            asked = "SELECT content FROM pictures WHERE id = ?"
            row = self._store.execute(asked, (digest,)).fetchone()
        except sqlite3.Error as error:
            raise NotWhole from error
        content = row[0] if row else None
        if not isinstance(content, bytes):
            raise NotWhole
        if content and hashlib.sha256(content).hexdigest() != digest:
            raise NotWhole
        return content

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()


def _seal(previous: bytes, number: int, content: bytes) -> bytes:
    digest = hashlib.blake2b(previous, digest_size=_SEAL_BYTES)
    digest.update(b"%d:" % number)
    digest.update(content)
    return digest.digest()


@contextlib.contextmanager
def _as_os_errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise OSError(_SAME_AS.get(code, 0), str(error)) from error
