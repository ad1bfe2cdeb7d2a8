"""Reading what stands where a file is about to be written, while the new one goes to the disk.

Both take as long as the file is large, and neither needs the other. What
was read counts only if nobody has touched the file since; else it is read
again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

ANYTHING, NOTHING = "anything", "nothing"
"""What may stand where a file is written: whatever there is, or no file at all."""


_TICK_NS = 20_000_000
"""Two changes closer together than this may get the same time from the system."""

_Marks = tuple[int, ...]


class _Standing(Struct, frozen=True):
    """The digest of a file, and all that the system changes when somebody writes to it.

    Without marks it was changed so lately that another change might leave them as they are.
    """

    digest: str
    marks: _Marks | None


def digest_at(path: Path) -> str:
    """Return the digest of the file at `path`, or `NOTHING` when there is none."""
    return _read(path).digest


@contextlib.contextmanager
def read_meanwhile(path: Path, known: str) -> Iterator[Callable[[], str]]:
    """Read `path` beside what the block does; what it is handed tells the digest of right now.

    Where `ANYTHING` may stand there, nothing is read and nothing may be asked.
    """
    if known == ANYTHING:
        yield lambda: ANYTHING
        return
    # Asked for by whoever writes over a file, which most starts and exports never do.
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as aside:
        reading = aside.submit(_read, path)
        yield lambda: _of_now(path, reading.result())


def _of_now(path: Path, found: _Standing) -> str:
    return found.digest if found.marks == _marks(path) else digest_at(path)


def _read(path: Path) -> _Standing:
    try:
        with path.open("rb") as stream:
            told = os.fstat(stream.fileno())
            settled = time.time_ns() - told.st_ctime_ns > _TICK_NS
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            return _Standing(digest, _marks_of(told) if settled else None)
    except FileNotFoundError:
        return _Standing(NOTHING, ())


def _marks(path: Path) -> _Marks:
    try:
        return _marks_of(path.stat())
    except FileNotFoundError:
        return ()


def _marks_of(told: os.stat_result) -> _Marks:
    return (told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns)
