"""Reading a file within limits, and replacing one so that it is either the old or the new.

The order of the calls in `write_atomically` is what makes a power cut
harmless: the bytes reach the disk before the name points at them, and the
name reaches the disk before the save is reported. A rename without the
first fsync leaves empty files behind; without the second, an acknowledged
save can vanish. There is no second way that writes in place when this one
fails: that way loses the old file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from personamap.errors import CannotRead, CannotWrite
from personamap.i18n import _


def read_bounded(path: Path, limit: int) -> bytes:
    """Return the bytes of `path`, or only its first `limit` + 1 when it is longer."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(mode):
            raise OSError(0, _("it is not a plain file"))
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise CannotRead(path, _as_os_error(error)) from error


def write_atomically(path: Path, data: bytes, mode: int | None = None) -> None:
    """Replace `path` with `data`; whatever fails, a whole file stands there, or none as before.

    A symbolic link stays and what it points at is replaced. The mode of
    the old file is kept; another hard link to it keeps the old content.
    A new file gets `mode`, or what is usual.
    """
    try:
        target = path.resolve()
        temporary = target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.tmp")
        with _removed_on_failure(temporary):
            _write_and_sync(temporary, data, _mode_of(target, mode))
            temporary.replace(target)
        _sync_folder(target.parent)
    except (OSError, ValueError, RuntimeError) as error:
        raise CannotWrite(path, _as_os_error(error)) from error


def _as_os_error(error: Exception) -> OSError:
    # An impossible name (a NUL in it, a circle of links) comes as another error.
    return error if isinstance(error, OSError) else OSError(0, str(error))


@contextlib.contextmanager
def _removed_on_failure(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _write_and_sync(temporary: Path, data: bytes, mode: int | None) -> None:
    # O_EXCL: a link planted under this name is refused instead of followed.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # What replaces a private file is private from its first byte.
    handle = os.open(temporary, flags, 0o666 if mode is None else 0o600)
    try:
        _write_all(handle, data)
        if mode is not None:
            temporary.chmod(mode)
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        # A nearly full disk takes less than it was given and reports no error.
        written = os.write(handle, rest)
        if written == 0:
            raise OSError(errno.ENOSPC, "")
        rest = rest[written:]


def _mode_of(target: Path, if_new: int | None) -> int | None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return if_new
    # Whoever may write to a device could also put a file in its place.
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(0, _("it is not a plain file"))
    return stat.S_IMODE(mode)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows gives no handle of a folder; its file system orders the rename itself.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
