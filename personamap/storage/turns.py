"""One process at a time between the last look at a file and its replacement.

The lock sits on the file that is replaced, so nothing is left lying beside
it and the system takes it away from a process that is killed. Whoever has
waited finds another file under the name than the one that was locked, and
queues again for that one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

PATIENCE_S, STEP_S = 2.5, 0.02


@contextlib.contextmanager
def my_turn(target: Path) -> Iterator[None]:
    """Wait until no other process of this computer is about to replace `target`.

    Windows and some network folders know no such lock. There the look at
    the file, an instant before, is all there is.
    """
    handle = _locked(target) if os.name == "posix" else None
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _locked(target: Path) -> int | None:
    give_up = time.monotonic() + PATIENCE_S
    while True:
        try:
            handle = os.open(target, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            return None  # Nothing is there to be replaced, or nobody may look at it.
        if _lock(handle) and _is_still(target, handle):
            return handle
        os.close(handle)
        if time.monotonic() > give_up:
            raise OSError(errno.EBUSY, "")
        time.sleep(STEP_S)


def _lock(handle: int) -> bool:
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # This file system has no locks.
    return True


def _is_still(target: Path, handle: int) -> bool:
    try:
        return os.path.samestat(target.stat(), os.fstat(handle))
    except OSError:
        return False
