"""Unsaved work of programs that have ended, as it is shown to people."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from personamap.domain.project import Project
from personamap.storage.entries import Saved
from personamap.storage.kept_work import KeptWork

FileState = Literal["never", "same", "earlier", "changed", "gone", "damaged"]
"""How the file of some work stands to it now.

never    it was never saved
same     it is as the work left it, or as its last save left it
earlier  it is as an earlier save of the same work left it
changed  it is whole, and something the work knows nothing of
gone     it is not there, or cannot be read
damaged  it does not open
"""


class UnsavedWork(Struct, frozen=True):
    """Work that no file has.

    `file` is what its file has as far as that is known, and `clean_at` after how many steps the
    work equals it. `folders` are its journal and older ones of which all is in it, the newest
    first. What comes from another computer may still be worked on there.
    """

    kept: KeptWork
    state: FileState
    file: Saved | None
    clean_at: int | None
    folders: tuple[Path, ...]
    is_elsewhere: bool = False
    is_put_away: bool = False

    @property
    def id(self) -> str:
        """A short name to choose it by."""
        return _short_name(self.folders[0])

    @property
    def project(self) -> Project:
        """What was on the screen."""
        return self.kept.history.project

    @property
    def path(self) -> Path | None:
        """Its file, if it ever had one."""
        return self.file.file.path if self.file is not None else None


class Unreadable(Struct, frozen=True):
    """A journal of which nothing can be brought back by this version, and why."""

    folder: Path
    why: str

    @property
    def id(self) -> str:
        """A short name to choose it by."""
        return _short_name(self.folder)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Its journal."""
        return (self.folder,)


Leftover = UnsavedWork | Unreadable


class Found(Struct, frozen=True):
    """What is left, the latest first, and journals that nobody needs any more."""

    work: tuple[UnsavedWork, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    needless: tuple[Path, ...] = ()

    @property
    def every(self) -> tuple[Leftover, ...]:
        """All that somebody should hear of."""
        return (*self.work, *self.unreadable)


def _short_name(folder: Path) -> str:
    # The part of its name that no other journal has.
    return folder.name.rpartition("-")[2].partition(".")[0]
