"""What the reading process may not do, from the moment before it sees a stranger's byte.

Two walls stand behind each other. The operating system gives no more
memory, processor time, files or processes; that is so wherever it knows
such limits, which is everywhere but on Windows, and for memory on Linux
only. Python itself refuses to open, connect or start anything; that holds
on every system, as long as nobody breaks into the interpreter.
"""

from __future__ import annotations

import codecs
import contextlib
import sys
from typing import Any

_REFUSED = (
    "open",
    "os.",
    "socket.",
    "subprocess.",
    "shutil.",
    "tempfile.",
    "ctypes.",
    "urllib.",
    "winreg.",
    "import",
)


class Forbidden(BaseException):
    """Something was tried that no reading needs; no reader may catch it and go on."""


def build_walls(seconds: int, memory: int, files: int = 0) -> None:
    """Shut this process in; what it needs is imported and its pipes are open by now."""
    # Zips name their parts in this encoding, which Python loads when it first meets it.
    codecs.lookup("cp437")
    with contextlib.suppress(ImportError):
        _limit_resources(seconds, memory, files)
    sys.addaudithook(_refuse)


def _limit_resources(seconds: int, memory: int, files: int = 0) -> None:
    import resource

    # Three are the pipes; a limit says how high the numbers of open files may be.
    highest = files + 3 if files else 0
    limits = {
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_CPU": (seconds, seconds + 1),
        "RLIMIT_AS": (memory, memory),
        "RLIMIT_FSIZE": (0, 0),
        "RLIMIT_NPROC": (0, 0),
        # What is open stays open; nothing new can be, be it a file or a connection.
        "RLIMIT_NOFILE": (highest, highest),
    }
    for name, bounds in limits.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            # A system may know a limit and still not take this one.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, bounds)


def _refuse(event: str, _details: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise Forbidden(event)
