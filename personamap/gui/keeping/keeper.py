"""Writes down what happens to the open project, so that a killed program loses nothing.

Every change is written before any view shows it, beginning with the first: only looking at a
project writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from personamap.errors import NotKept
from personamap.gui.document import Document, Replace
from personamap.gui.jobs import Job
from personamap.gui.keeping.diary import Diary
from personamap.storage.entries import (
    Entry,
    Origin,
    Saved,
    begun,
    done,
    everything,
    moved,
    saved,
    saving,
)
from personamap.storage.history import History
from personamap.storage.journal import journals_folder
from personamap.storage.leftovers import remove_once_saved, set_aside


class Keeper(QObject):
    """Keeps unsaved work of one document until it is put away.

    `file` is what its file has. `older` is the journal of an earlier run that the work was
    brought back from; it stays where it is until the work is saved.
    """

    told = Signal(str)

    def __init__(self, document: Document, file: Saved | None, older: Path | None = None) -> None:
        super().__init__(document)
        self._document, self._file, self._older = document, file, older
        self._underway: Saved | None = None
        self._diary = Diary(self._everything, self)
        self._diary.told.connect(self.told)
        document.recorder = self
        if older is not None:
            self._diary.write_anew()

    def did(self, step: Replace) -> None:
        """Write down a step before any view shows it."""
        before = self._document.project
        try:
            entry = done(step.text(), step.field, step.joins, before, step.after)
        except (TypeError, ValueError) as error:
            # Such a project cannot be saved either, and its author is told so by that.
            self._diary.fall_behind(NotKept(journals_folder(), OSError(0, str(error))))
            return
        if self._diary.has_begun:
            self._diary.write(entry)
        elif self._file is not None and self._is_file(before):
            self._diary.begin((begun(self._file.file), entry), self._file.file)
        else:
            first = everything(History(before), self._file, self._underway)
            self._diary.begin((*first, entry))

    def moved(self, steps: int) -> None:
        """Write down that so many steps were redone, or undone when negative."""
        self._diary.write(moved(steps))

    def saving(self, path: Path) -> None:
        """Remember that what is on the screen now goes into a file."""
        self._underway = Saved(self._document.project, Origin(path))
        self._diary.write(saving(path))

    def saved(self, path: Path, digest: str) -> None:
        """Remember that what was being saved is in its file."""
        if self._underway is None:
            return
        self._file = Saved(self._underway.project, Origin(path, digest))
        self._underway = None
        self._diary.write(saved(self._file.file))
        if self._older is not None:
            work = partial(remove_once_saved, self._older, self._file.file)
            self._older = None
            Job("", lambda _progress: work(), self).start()

    def leave_behind(self) -> None:
        """Leave everything for the next start: the program is being ended from outside."""
        self._document.recorder = None
        self._diary.leave_behind()

    def put_away(self) -> None:
        """Remove what was written: all of it is saved, or its author said not to."""
        self._document.recorder = None
        self._diary.remove()
        if self._older is not None and not self._document.undo_stack.isClean():
            set_aside(self._older)

    def _is_file(self, project: object) -> bool:
        known = self._file
        return known is not None and known.project is project and bool(known.file.digest)

    def _everything(self) -> Iterable[Entry]:
        continues = self._older.name if self._older is not None else ""
        return everything(self._document.history, self._file, self._underway, continues)
