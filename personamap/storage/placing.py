"""The steps by which a file takes its place: written and synced under another name, then renamed.

Nothing here ever removes or shortens the file whose place is taken, nor
copies across disks: those ways lose it when the disk fails half way.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from personamap.errors import CannotWrite
from personamap.i18n import _

_IN_USE_WAITS_S = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
"""A virus scanner or a synchronising program lets go of a file within 2.5 s, or not soon."""

_IN_USE_ON_WINDOWS = (5, 32)
_NO_SYNC_OF_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
"""What file systems say that have no such call; a disk at fault says something else."""


def write_and_sync(temporary: Path, data: bytes, mode: int | None) -> None:
    """Write a new file and have it on the disk; what fails is not tried on the same file again.

    After a failed fsync the system may have dropped what it could not
    write, and would say "done" the second time.
    """
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


def put_in_place(temporary: Path, target: Path) -> None:
    """Rename `temporary` to `target`, with patience for what Windows says is in use."""
    for wait in _IN_USE_WAITS_S:
        try:
            temporary.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", 0) not in _IN_USE_ON_WINDOWS:
                raise
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def put_where_nothing_is(temporary: Path, target: Path) -> None:
    """Give `temporary` the name `target`; raises `FileExistsError` when somebody has it."""
    # Unlike a rename, a second name is never given to a file where another already stands.
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        put_in_place(temporary, target)  # A file system without second names.
    else:
        remove(temporary)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    if os.name == "nt":
        return  # Windows gives no handle of a folder; its file system orders the rename itself.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC_OF_FOLDERS:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder and what it lies in, each on the disk before anything is put into it.

    A folder forced out is on the disk only if the names that lead to it are.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent, mode)
    folder.mkdir(mode, exist_ok=True)
    sync_folder(folder.parent)


def mode_of(target: Path, if_new: int | None = None) -> int | None:
    """Return the mode of the file to be replaced; one that must not be replaced is refused."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return if_new
    # Whoever may write to a device could also put a file in its place.
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(0, _("it is not a plain file"))
    # A rename would succeed: it asks the folder, not the file.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    return stat.S_IMODE(mode)


@contextlib.contextmanager
def said_of(path: Path) -> Iterator[None]:
    """Turn what the system says into words about `path`."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise CannotWrite(path, as_os_error(error)) from error


@contextlib.contextmanager
def removed_on_failure(temporary: Path) -> Iterator[None]:
    """Leave no litter behind."""
    try:
        yield
    except BaseException:
        remove(temporary)
        raise


def remove(path: Path) -> None:
    """Remove a file of our own, if that is possible."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def as_os_error(error: Exception) -> OSError:
    """Return what the system says about a place, also where Python says it first."""
    # An impossible name (a NUL in it, a circle of links) comes as another error.
    return error if isinstance(error, OSError) else OSError(0, str(error))


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        # A nearly full disk takes less than it was given and reports no error.
        written = os.write(handle, rest)
        if written == 0:
            raise OSError(errno.ENOSPC, "")
        rest = rest[written:]
