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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from personamap.errors import CannotRead, CannotWrite
from personamap.i18n import _


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
        raise CannotRead(path, _as_os_error(error)) from error


def write_atomically(path: Path, data: bytes, mode: int | None = None) -> None:
    """Replace `path` with `data`; whatever fails, a whole file stands there, or none as before.

    A symbolic link stays and what it points at is replaced. The mode of
    the old file is kept; another hard link to it keeps the old content.
    A new file gets `mode`, or what is usual.
    """
    with _said_of(path):
        target = path.resolve()
        temporary = _beside(target)
        with _removed_on_failure(temporary):
            _write_and_sync(temporary, data, _mode_of(target, mode))
            temporary.replace(target)
        _sync_folder(target.parent)


def write_all_atomically(files: Sequence[tuple[Path, bytes]]) -> None:
    """Replace several files; where one cannot be written, all of them are as they were before.

    All reach the disk under other names before the first takes its place.
    A disk that knows no hard links cannot take back a replacement: there
    some may be new and others old, each of them whole.
    """
    with contextlib.ExitStack() as litter:
        exchanges = [_staged(path, data, litter) for path, data in files]
        done: list[_Exchange] = []
        try:
            for exchange in exchanges:
                with _said_of(exchange.path):
                    exchange.temporary.replace(exchange.target)
                done.append(exchange)
        except BaseException:
            for exchange in reversed(done):
                exchange.take_back()
            raise
        for exchange in {exchange.target.parent: exchange for exchange in exchanges}.values():
            with _said_of(exchange.path):
                _sync_folder(exchange.target.parent)


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A file about to take the place of another: both are on the disk under other names.

    Without a `former` one there was none, or the disk knows no hard links.
    """

    path: Path
    target: Path
    temporary: Path
    former: Path
    is_new: bool

    def take_back(self) -> None:
        with contextlib.suppress(OSError):
            if self.is_new:
                self.target.unlink()
            else:
                self.former.replace(self.target)


def _staged(path: Path, data: bytes, litter: contextlib.ExitStack) -> _Exchange:
    with _said_of(path):
        target = path.resolve()
        mode = _mode_of(target, None)
        exchange = _Exchange(path, target, _beside(target), _beside(target), mode is None)
        for name in (exchange.temporary, exchange.former):
            litter.callback(_remove, name)
        _write_and_sync(exchange.temporary, data, mode)
        if mode is not None:
            with contextlib.suppress(OSError):
                exchange.former.hardlink_to(target)
        return exchange


def _beside(target: Path) -> Path:
    """Return a name in the same folder that nobody can foresee."""
    return target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.tmp")


@contextlib.contextmanager
def _said_of(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise CannotWrite(path, _as_os_error(error)) from error


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _as_os_error(error: Exception) -> OSError:
    # An impossible name (a NUL in it, a circle of links) comes as another error.
    return error if isinstance(error, OSError) else OSError(0, str(error))


@contextlib.contextmanager
def _removed_on_failure(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        _remove(temporary)
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
