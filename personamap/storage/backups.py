"""Older copies of project files: kept before something risky, thinned, never in the way.

They lie in the state folder, in one folder for each project file, readable by nobody else.
A copy is read back before it counts as kept. What is no whole project is kept as well,
since salvage may find something in it, but it is no generation: it takes the place of none.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from personamap.errors import CannotRead, DamagedProject, NoCopyKept, PersonamapError
from personamap.i18n import _
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.codec import decode
from personamap.storage.files import read_bounded
from personamap.storage.folders import state_folder
from personamap.storage.migrations import FORMAT
from personamap.storage.older_copy import DAMAGED, SUFFIX, OlderCopy, copy_name, read_name
from personamap.storage.placing import (
    make_folder,
    put_in_place,
    removed_on_failure,
    sync_folder,
    write_and_sync,
)
from personamap.storage.temporary import sweep_temporaries, temporary_beside
from personamap.storage.thinning import dispensable, newest_first, survivors, too_many_bytes
from personamap.storage.turns import my_turn

ROOM = 200_000_000
"""How many bytes the older copies of all files may take together, unless somebody wants less
or has room for more."""

MIGRATION = "migration"
_ONLY_MINE = 0o700
_DIGITS = 16
_PLAIN = re.compile(r"[^\w-]+")
_NUMBERING = threading.Lock()
"""Held while a copy gets its number: a window keeps one before an import while it saves."""


def backups_folder() -> Path:
    """Return the folder that holds a folder of older copies for each project file."""
    return state_folder() / "backups"


def folder_of(of: Path) -> Path:
    """Return the folder for the copies of one file, however its path is written."""
    real = Path(os.path.normcase(_resolved(of)))
    key = hashlib.sha256(os.fsencode(real)).hexdigest()[:_DIGITS]
    return backups_folder() / f"{key}-{_PLAIN.sub('-', real.stem)[:40]}"


def keep_copy(data: bytes, of: Path, reason: str, room: int | None = None) -> Path | None:
    """Keep `data` as the newest older copy of the file `of`, and let go of copies in excess.

    All copies together take `room` bytes. Returns where it lies, or nothing when there is
    nothing in it to keep. What equals the newest copy is not kept twice. Raises
    `NoCopyKept`; whatever it is for can go on then.
    """
    if not data.strip(b"\0"):
        return None
    reason, people = _worth(data, of, reason)
    digest = hashlib.sha256(data).hexdigest()[:_DIGITS]
    known = older_copies(of)
    same = next((copy for copy in known if copy.opens == (reason != DAMAGED)), None)
    if same is not None and same.digest == digest and _is_intact(same):
        return same.path
    told = partial(copy_name, reason=reason, people=people, digest=digest)
    kept = _written(folder_of(of), data, of, told)
    thin(of, ROOM if room is None else room)
    return kept


def older_copies(of: Path) -> tuple[OlderCopy, ...]:
    """Return the older copies of a file, the newest first."""
    return _copies_in(folder_of(of))


def read_copy(copy: OlderCopy) -> bytes:
    """Return the bytes of an older copy, or raise when they are no longer what was kept."""
    data = read_bounded(copy.path, LARGEST_FILE)
    if not hashlib.sha256(data).hexdigest().startswith(copy.digest):
        raise DamagedProject(str(copy.path), _("it is no longer what was kept"))
    return data


def thin(of: Path, room: int) -> None:
    """Let go of the copies of a file beyond its generations, and of any beyond the room."""
    copies = older_copies(of)
    kept = survivors(copies)
    sweep_temporaries(folder_of(of))
    _let_go(set(copies).difference(kept))
    _let_go(too_many_bytes(kept, room))
    _make_room(room)


def bytes_used() -> int:
    """Return how many bytes the older copies of all files take."""
    return sum(copy.size for folder in _folders() for copy in _copies_in(folder))


def _worth(data: bytes, of: Path, reason: str) -> tuple[str, int]:
    """Return why a copy is kept, and how many people it holds."""
    try:
        decoded = decode(data, str(of))
    except PersonamapError:
        return DAMAGED, 0
    older = decoded.written_in != FORMAT
    return (MIGRATION if older else reason), len(decoded.project.personas)


def _written(folder: Path, data: bytes, of: Path, named: Callable[[int, datetime], str]) -> Path:
    """Write a copy and read it back; only then does it get its number, and so its place."""
    try:
        make_folder(folder, _ONLY_MINE)
        temporary = temporary_beside(folder / f"{folder.name}{SUFFIX}")
        with removed_on_failure(temporary):
            write_and_sync(temporary, data, 0o600)
            if read_bounded(temporary, LARGEST_FILE) != data:
                raise OSError(errno.EIO, "")
            path = _numbered(temporary, named)
        sync_folder(folder)
    except OSError as error:
        raise NoCopyKept(of, error) from error
    except CannotRead as error:
        raise NoCopyKept(of, error.cause) from error
    return path


def _numbered(temporary: Path, named: Callable[[int, datetime], str]) -> Path:
    """Give a copy the next number; two that are kept at once get one each.

    Between two windows on Windows, which lets nobody queue at a folder, the time in the name
    decides about a number that both took.
    """
    folder = temporary.parent
    with _NUMBERING, my_turn(folder):
        # Where the folder cannot be listed, number 1 would put the newest copy behind all others.
        known = _listed(folder)
        number = known[0].number + 1 if known else 1
        path = folder / named(number, datetime.now(UTC))
        put_in_place(temporary, path)
    return path


def _is_intact(copy: OlderCopy) -> bool:
    try:
        read_copy(copy)
    except (DamagedProject, CannotRead):
        return False
    return True


def _copies_in(folder: Path) -> tuple[OlderCopy, ...]:
    try:
        return _listed(folder)
    except OSError:
        return ()


def _listed(folder: Path) -> tuple[OlderCopy, ...]:
    with os.scandir(folder) as entries:
        found = [_copy_at(entry) for entry in entries]
    return newest_first(copy for copy in found if copy is not None)


def _copy_at(entry: os.DirEntry[str]) -> OlderCopy | None:
    try:
        if not entry.is_file(follow_symlinks=False):
            return None
        return read_name(Path(entry.path), entry.stat(follow_symlinks=False).st_size)
    except OSError:
        return None  # Another window let go of it just now.


def _folders() -> tuple[Path, ...]:
    try:
        return tuple(path for path in backups_folder().iterdir() if path.is_dir())
    except OSError:
        return ()


def _make_room(room: int) -> None:
    """Let the files whose copies take the most go on giving until all fit."""
    copies = {folder: list(_copies_in(folder)) for folder in _folders()}
    used = {folder: sum(copy.size for copy in each) for folder, each in copies.items()}
    while sum(used.values()) > room:
        givers = [folder for folder, each in copies.items() if dispensable(each)]
        if not givers:
            return
        most = max(givers, key=lambda folder: used[folder])
        gone = dispensable(copies[most])[0]
        copies[most].remove(gone)
        used[most] -= gone.size
        _let_go({gone})


def _let_go(copies: set[OlderCopy] | tuple[OlderCopy, ...]) -> None:
    for copy in copies:
        # Another window may have let go of it, or hold it open; the next time will do.
        with contextlib.suppress(OSError):
            copy.path.unlink()


def _resolved(path: Path) -> str:
    try:
        return str(path.resolve())
    except (OSError, RuntimeError):
        return str(path.absolute())
