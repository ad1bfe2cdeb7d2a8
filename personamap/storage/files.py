"""Reading a file within limits, and replacing one so that it is either the old or the new.

The order of the calls in `write_atomically` is what makes a power cut
harmless: the bytes reach the disk before the name points at them, and the
name reaches the disk before the save is reported. A rename without the
first fsync leaves empty files behind; without the second, an acknowledged
save can vanish. There is no second way that writes in place when this one
fails: that way loses the old file.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from personamap.errors import AlreadyThere, CannotRead, ChangedElsewhere, MayNotLast
from personamap.i18n import _
from personamap.storage.placing import (
    as_os_error,
    mode_of,
    put_in_place,
    put_where_nothing_is,
    removed_on_failure,
    said_of,
    sync_folder,
    write_and_sync,
)
from personamap.storage.standing import ANYTHING, NOTHING, read_meanwhile
from personamap.storage.temporary import temporary_beside
from personamap.storage.turns import my_turn


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def may_write(path: Path) -> bool:
    """Tell whether `path` could be replaced: neither the file nor its folder forbids it."""
    try:
        target = path.resolve()
        free = not target.exists() or os.access(target, os.W_OK)
    except (OSError, ValueError, RuntimeError):
        return False
    return free and os.access(target.parent, os.W_OK | os.X_OK)


def read_bounded(path: Path, limit: int) -> bytes:
    """Return the bytes of `path`, or only its first `limit` + 1 when it is longer."""
    with open_plain(path) as stream:
        try:
            return stream.read(limit + 1)
        except OSError as error:
            raise CannotRead(path, error) from error


def open_plain(path: Path) -> BinaryIO:
    """Open a file to read it; what is no plain file is refused, for a pipe might never answer."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(mode):
            raise OSError(0, _("it is not a plain file"))
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise CannotRead(path, as_os_error(error)) from error


def write_atomically(
    path: Path, data: bytes, known: str = ANYTHING, *, mode: int | None = None
) -> None:
    """Replace `path` with `data`; whatever fails, a whole file stands there, or none as before.

    A symbolic link stays and what it points at is replaced. The mode of
    the old file is kept; another hard link to it keeps the old content.
    A new file gets `mode`, or what is usual.
    With `known`, the digest of what is expected there, a file that somebody
    else has written meanwhile stays as it is and `ChangedElsewhere` is raised;
    where `NOTHING` is expected and a file stands, `AlreadyThere`.
    """
    with said_of(path):
        target = path.resolve()
        temporary = temporary_beside(target)
        with removed_on_failure(temporary), read_meanwhile(path, known) as found:
            write_and_sync(temporary, data, mode_of(target, mode))
            with my_turn(target):
                _check_unchanged(path, known, found())
                _replace(path, temporary, target, known)
    try:
        sync_folder(target.parent)
    except OSError as error:
        raise MayNotLast(path, error, digest(data)) from error


def _check_unchanged(path: Path, known: str, found: str) -> None:
    if found == known:
        return
    if known == NOTHING:
        raise AlreadyThere(path)
    raise ChangedElsewhere(path, found, gone=found == NOTHING)


def _replace(path: Path, temporary: Path, target: Path, known: str) -> None:
    if known != NOTHING:
        put_in_place(temporary, target)
        return
    try:
        put_where_nothing_is(temporary, target)
    except FileExistsError as error:
        raise AlreadyThere(path) from error
