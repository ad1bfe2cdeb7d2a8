"""Journals of programs that have ended, and what becomes of them.

One is removed only when its work is in a file that has been read back, or when somebody said
to let go of it; and even then it stays aside for some starts.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from pathlib import Path

from personamap.errors import CannotRead
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.entries import Origin
from personamap.storage.files import read_bounded
from personamap.storage.folders import state_folder
from personamap.storage.journal import UNFINISHED, journals_folder, process_of, remove_journal

STARTS = 10
"""For how many starts a journal that somebody let go of can still be found."""


def discarded_folder() -> Path:
    """Return where journals lie that somebody let go of, the number of starts after their name."""
    return state_folder() / "discarded"


def leftovers() -> tuple[Path, ...]:
    """Return the journals of which no running program of this computer takes care."""
    return tuple(folder for folder in _folders(journals_folder()) if _is_left(folder))


def is_of_another_computer(folder: Path) -> bool:
    """Tell whether a journal comes from another computer, where its program may still run."""
    process = process_of(folder.name)
    return process is not None and not process.is_here


def set_aside(folder: Path) -> None:
    """Take a journal out of sight, to be removed after some starts."""
    aside = discarded_folder()
    with contextlib.suppress(OSError):
        aside.mkdir(0o700, parents=True, exist_ok=True)
        folder.rename(aside / f"{folder.name}.0")


def remove_once_saved(folder: Path, file: Origin) -> bool:
    """Remove a journal if the file that has its work really has what was written there."""
    try:
        data = read_bounded(file.path, LARGEST_FILE) if file.path else b""
    except CannotRead:
        return False
    if hashlib.sha256(data).hexdigest() != file.digest:
        return False
    remove_journal(folder)
    return True


def sweep() -> None:
    """Remove what was never finished, and what was set aside for long enough."""
    for folder in _folders(journals_folder()):
        process = process_of(folder.name.removesuffix(UNFINISHED))
        if folder.name.endswith(UNFINISHED) and process and process.is_here and not process.runs:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in _folders(discarded_folder()):
        _grow_old(folder)


def _grow_old(folder: Path) -> None:
    name, _, told = folder.name.rpartition(".")
    starts = int(told) + 1 if told.isdecimal() else 0
    if starts > STARTS:
        shutil.rmtree(folder, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        folder.rename(folder.with_name(f"{name}.{starts}"))


def _is_left(folder: Path) -> bool:
    process = process_of(folder.name)
    if process is None or folder.name.endswith(UNFINISHED):
        return False
    return not (process.is_here and process.runs)


def _folders(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if path.is_dir())
    except OSError:
        return []
