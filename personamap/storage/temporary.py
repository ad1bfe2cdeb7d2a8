"""Files that exist only while a save is under way, and those a killed process left behind.

The name says whose it is, so that the next to open a project beside it can
tell the leavings of the dead from what somebody is writing just now. It
begins with a dot: synchronising programs and file lists pass it over.
"""

from __future__ import annotations

import contextlib
import re
import secrets
from pathlib import Path

from personamap.storage.processes import Process, this_process

_SHOWN_OF_NAME = 40
"""As much of the name as leaves room for the rest, whatever letters it is written in."""

_OURS = re.compile(
    r"\..*\.(?P<computer>[0-9a-f]{8})\.(?P<number>[1-9]\d{0,9})\.(?P<began>[\w-]*)\.[0-9a-f]{12}\.tmp",
    re.DOTALL,
)


def temporary_beside(target: Path) -> Path:
    """Return a name in the folder of `target` that nobody has or can guess."""
    mine = this_process()
    name = target.name[:_SHOWN_OF_NAME]
    token = secrets.token_hex(6)
    return target.with_name(f".{name}.{mine.computer}.{mine.number}.{mine.began}.{token}.tmp")


def sweep_temporaries(folder: Path) -> None:
    """Remove what processes of this computer left in `folder` when they were killed.

    What cannot be removed stays; it is in nobody's way.
    """
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _is_left_behind(path.name):
                with contextlib.suppress(OSError):
                    path.unlink()


def _is_left_behind(name: str) -> bool:
    found = _OURS.fullmatch(name)
    if found is None:
        return False
    writer = Process(found["computer"], int(found["number"]), found["began"])
    return writer.is_here and not writer.runs
