"""What becomes of the journals of programs that have ended.

One is removed only when its work is in a file that has been read back, or when somebody said
to let go of it; and even then it stays aside for some starts.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from personamap.errors import CannotRead
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.entries import Origin
from personamap.storage.files import read_bounded
from personamap.storage.folders import state_folder
from personamap.storage.journal import (
    ENTRIES,
    UNFINISHED,
    journals_folder,
    process_of,
    remove_journal,
)
from personamap.storage.placing import make_folder

STARTS = 10
"""For how many starts a journal that somebody let go of can still be found."""


def discarded_folder() -> Path:
    """Return where journals lie that somebody let go of, the number of starts after their name."""
    return state_folder() / "discarded"


def set_aside(folder: Path) -> None:
    """Take a journal out of sight, to be removed after some starts."""
    aside = discarded_folder()
    with contextlib.suppress(OSError):
        make_folder(aside, 0o700)
        folder.rename(aside / f"{folder.name}.0")


def remove_once_saved(folders: Sequence[Path], file: Origin) -> bool:
    """Remove journals, the newest first in the list, if their work really is in that file."""
    try:
        data = read_bounded(file.path, LARGEST_FILE) if file.path else b""
    except CannotRead:
        return False
    if hashlib.sha256(data).hexdigest() != file.digest:
        return False
    for folder in reversed(folders):
        remove_journal(folder)
    return True


def sweep() -> None:
    """Remove what was never finished, and what was set aside for long enough."""
    for folder in folders_in(journals_folder()):
        process = process_of(folder.name.removesuffix(UNFINISHED))
        holds_work = not folder.name.endswith(UNFINISHED) and (folder / ENTRIES).exists()
        if process and process.is_here and not process.runs and not holds_work:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in folders_in(discarded_folder()):
        _grow_old(folder)


def folders_in(place: Path) -> list[Path]:
    """Return the folders in a place that may not exist."""
    try:
        return sorted(path for path in place.iterdir() if path.is_dir())
    except OSError:
        return []


def _grow_old(folder: Path) -> None:
    name, _, told = folder.name.rpartition(".")
    starts = int(told) + 1 if told.isdecimal() else 0
    if starts > STARTS:
        shutil.rmtree(folder, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        folder.rename(folder.with_name(f"{name}.{starts}"))
