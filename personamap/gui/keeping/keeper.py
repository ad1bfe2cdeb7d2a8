"""Writes down what happens to the open project, so that a killed program loses nothing.

Every change is written before any view shows it, beginning with the first: only looking at a
project writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from personamap.errors import NotKept
from personamap.gui.document import Document, Replace
from personamap.gui.jobs import Job
from personamap.gui.keeping.diary import Diary
from personamap.services.unsaved_work import UnsavedWork
from personamap.storage.entries import (
    Entry,
    Origin,
    Saved,
    begun,
    done,
    everything,
    moved,
    noted,
    saved,
    saving,
)
from personamap.storage.history import History
from personamap.storage.journal import journals_folder
from personamap.storage.letting_go import remove_once_saved, set_aside
from personamap.storage.standing import digest_at


class Keeper(QObject):
    """Keeps unsaved work of one document until it is put away.

    `file` is what its file has. Work that was brought `back` goes on in its own journal, so
    that there is no moment in which it is in none. Where that cannot be (it is damaged at its
    end, rests on its file, or belongs to another computer), it stays as it is until the work
    is saved, beside a new one.
    """

    told = Signal(str)

    def __init__(
        self, document: Document, file: Saved | None, back: UnsavedWork | None = None
    ) -> None:
        super().__init__(document)
        self._document, self._file = document, file
        self._underway: Saved | None = None
        self._was_back = back is not None
        self._older: tuple[Path, ...] = ()
        self._continues = ""
        self._diary = Diary(self._everything, self)
        self._diary.told.connect(self.told)
        document.recorder = self
        if back is not None:
            self._go_on_with(back)

    @property
    def file(self) -> Saved | None:
        """What the file has, as far as is known."""
        return self._file

    def begin(self) -> None:
        """Write all of it down without waiting for a change: it is in no file."""
        try:
            self._diary.begin(tuple(self._everything()))
        except (TypeError, ValueError) as error:
            self._on_unwritable(error)

    def did(self, step: Replace) -> None:
        """Write down a step before any view shows it."""
        before = self._document.project
        try:
            entry = done(step.text(), step.field, step.joins, before, step.after)
        except (TypeError, ValueError) as error:
            self._on_unwritable(error)
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
        if self._older:
            work = partial(remove_once_saved, self._older, self._file.file)
            self._older = ()
            Job("", lambda _progress: work(), self).start()

    def flush(self) -> None:
        """Force everything so far to the disk: the computer may be about to stop."""
        self._diary.flush()

    def leave_behind(self) -> None:
        """Leave everything for the next start: the program is being ended from outside."""
        self._document.recorder = None
        self._diary.leave_behind()

    def put_away(self) -> None:
        """Remove what was written: all of it is saved, or its author said not to.

        What had already survived one end of the program is only set aside in that case.
        """
        self._document.recorder = None
        is_unwanted = not self._document.undo_stack.isClean()
        self._diary.remove(aside=self._was_back and is_unwanted)
        if is_unwanted:
            for folder in reversed(self._older):
                set_aside(folder)

    def _go_on_with(self, back: UnsavedWork) -> None:
        kept = back.kept
        can_go_on = kept.whole and kept.stands_alone and not back.is_elsewhere
        if can_go_on and self._diary.go_on_with(kept):
            self._older, self._continues = back.folders[1:], kept.continues
            if self._file is not None and self._file.file != kept.file.file:
                for entry in noted(self._file, self._document.project):
                    self._diary.write(entry)
            return
        self._continues = kept.folder.name
        self._older = () if back.is_elsewhere else back.folders
        self.begin()

    def _is_file(self, project: object) -> bool:
        """Tell whether the file has just this project, and nobody has written to it since."""
        known = self._file
        if known is None or known.project is not project or known.file.path is None:
            return False
        with suppress(OSError):
            return digest_at(known.file.path) == known.file.digest
        return False

    def _everything(self) -> Iterable[Entry]:
        return everything(self._document.history, self._file, self._underway, self._continues)

    def _on_unwritable(self, error: Exception) -> None:
        # Such a project cannot be saved either, and its author is told so by that.
        self._diary.fall_behind(NotKept(journals_folder(), OSError(0, str(error))))
