"""Journals of programs that have ended."""

from __future__ import annotations

from pathlib import Path

from personamap.storage.journal import UNFINISHED, journals_folder, process_of
from personamap.storage.journal_reading import what_it_continues
from personamap.storage.letting_go import discarded_folder, folders_in


def leftovers() -> tuple[Path, ...]:
    """Return the journals of which no running program of this computer takes care."""
    every = [path for path in folders_in(journals_folder()) if process_of(path.name) is not None]
    every = [path for path in every if not path.name.endswith(UNFINISHED)]
    left = [folder for folder in every if _is_left(folder)]
    taken = {what_it_continues(folder) for folder in every if folder not in left}
    return tuple(folder for folder in left if folder.name not in taken)


def discarded() -> tuple[Path, ...]:
    """Return the journals that somebody let go of and that are still there."""
    return tuple(folders_in(discarded_folder()))


def is_of_another_computer(folder: Path) -> bool:
    """Tell whether a journal comes from another computer, where its program may still run."""
    process = process_of(folder.name)
    return process is not None and not process.is_here


def _is_left(folder: Path) -> bool:
    process = process_of(folder.name)
    return process is not None and not (process.is_here and process.runs)
