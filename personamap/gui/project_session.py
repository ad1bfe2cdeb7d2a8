"""Which project is open, where it is kept, and whether it is saved.

Reading and writing run as jobs. A project takes the place of the one on
screen only when it has been read whole, and "saved" is said only after
the file is on the disk.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from personamap.domain.project import Project
from personamap.errors import MayNotLast, PersonamapError
from personamap.gui.copy_keeper import CopyKeeper
from personamap.gui.document import Document
from personamap.gui.jobs import BackgroundWork, Job
from personamap.gui.keeping.keeper import Keeper
from personamap.i18n import _
from personamap.resources import example
from personamap.services.projects import Opened, open_project, save_project
from personamap.services.unsaved_work import UnsavedWork
from personamap.storage.entries import Origin, Saved
from personamap.storage.older_copy import Reason
from personamap.storage.standing import ANYTHING
from personamap.storage.temporary import sweep_temporaries

_MOST_IDS = 8

Then = Callable[[], object]


def is_shipped(path: Path) -> bool:
    """Tell whether a file came with the program, so that nobody writes over it."""
    return path.resolve().is_relative_to(example().resolve())


class ProjectSession(QObject):
    """Holds the open document, if any, and takes care of its file."""

    replaced = Signal()
    state_changed = Signal()
    opened_file = Signal(object)  # Path
    told = Signal(str)
    open_failed = Signal(object, str)  # Path, why
    save_failed = Signal(str)

    def __init__(self, work: BackgroundWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.copies = CopyKeeper(work, self)
        self.copies.troubled.connect(self.told)
        self.document: Document | None = None
        self.keeper: Keeper | None = None
        self.path: Path | None = None
        self.saved_at: datetime | None = None
        self.saving = False
        self._known = ANYTHING
        self._opening: Job | None = None
        self._queued: tuple[Path, Then | None, bool] | None = None
        self._waiting: tuple[Then, ...] = ()

    @property
    def dirty(self) -> bool:
        """Tell whether something on screen is not in the file."""
        return self.document is not None and not self.document.undo_stack.isClean()

    @property
    def busy_or_dirty(self) -> bool:
        """Tell whether leaving now would lose something, or interrupt a save."""
        return self.saving or self.dirty

    def when_saved(self, then: Then) -> None:
        """Go on with `then` once the save under way has ended, well or badly."""
        self._waiting = (*self._waiting, then)

    @property
    def name(self) -> str:
        """What to call the project: its file, else its course."""
        if self.path is not None:
            return self.path.stem
        title = self.document.project.course.title if self.document else ""
        return title or _("Untitled project")

    def show(self, project: Project, path: Path | None = None, digest: str = "") -> Document:
        """Put a project in the place of the present one and return its document.

        `digest` names the bytes it was read from.
        """
        self._drop()
        document = Document(project, self)
        file = Saved(project, Origin(path, digest)) if path else None
        self._take(document, Keeper(document, file), file)
        return document

    def show_unsaved(self, project: Project) -> Document:
        """Put a project on screen that is in no file, so that closing it has to ask."""
        document = self.show(project)
        document.undo_stack.resetClean()
        if self.keeper is not None:
            self.keeper.begin()
        return document

    def bring_back(self, work: UnsavedWork) -> Document:
        """Put unsaved work of an earlier run on screen, with all that was done and undone.

        Its journal stays until it is saved, or somebody says not to.
        """
        self._drop()
        document = Document(work.kept.history.base, self)
        document.relive(work.kept.history, work.clean_at)
        self._take(document, Keeper(document, work.file, work), work.file)
        return document

    def _take(self, document: Document, keeper: Keeper, file: Saved | None) -> None:
        self.document, self.keeper = document, keeper
        document.after_copy = self._after_copy
        document.undo_stack.cleanChanged.connect(self._on_clean_changed)
        keeper.told.connect(self.told)
        self.path, self.saved_at = file.file.path if file else None, None
        self._known = file.file.digest if file and file.file.digest else ANYTHING
        self.replaced.emit()
        self.state_changed.emit()

    def close(self) -> None:
        """Let go of the present project without asking."""
        self._opening = None
        self._drop()
        self.replaced.emit()
        self.state_changed.emit()

    def open(self, path: Path) -> None:
        """Read a file; what is on screen stays until it has been read whole."""
        left = self.document.project if self.document else None
        job = Job(_("Opening {name}").format(name=path.name), lambda _progress: _opened(path))
        self._opening = job
        job.finished.connect(partial(self._on_opened, job, path, left))
        job.failed.connect(partial(self._on_open_failed, job, path))
        self._work.run(job)

    def save_to(self, path: Path, then: Then | None = None, *, chosen: bool = True) -> None:
        """Write the snapshot on screen to `path`; `then` follows only if that worked.

        Where the place was not `chosen` for this save, what somebody else
        has written there since it was read is not written over.
        """
        if self.document is None:
            return
        if self.saving:
            self._queued = (path, then, chosen)
            return
        self.saving = True
        document, snapshot = self.document, self.document.project
        known = ANYTHING if chosen else self._known
        if self.keeper is not None:
            self.keeper.saving(path)
        job = Job(
            _("Saving {name}").format(name=path.name),
            lambda _progress: self._copy_and_save(snapshot, path, known),
        )
        job.finished.connect(partial(self._on_saved, document, snapshot, path, then))
        job.failed.connect(self._on_save_failed)
        self._work.run(job)
        self.state_changed.emit()

    def put_away(self) -> None:
        """Remove what was kept against a crash: the project is saved, or is not to be."""
        if self.keeper is not None:
            self.keeper.put_away()
            self.keeper = None

    def _copy_and_save(self, snapshot: Project, path: Path, known: str) -> str:
        self.copies.keep_before_save(path)
        return save_project(snapshot, path, known)

    def _after_copy(self, reason: Reason, then: Then) -> None:
        if self.document is not None:
            of = None if self.path is None or is_shipped(self.path) else self.path
            self.copies.keep_first(self.document.project, of, reason, then)

    def _drop(self) -> None:
        self.put_away()
        if self.document is not None:
            self.document.deleteLater()
        self.document, self.path, self.saved_at = None, None, None
        self._known = ANYTHING

    def _on_clean_changed(self, _clean: bool) -> None:
        self.state_changed.emit()

    def _on_opened(self, job: Job, path: Path, left: Project | None, opened: Opened) -> None:
        if job is not self._opening:
            return
        self._opening = None
        if self.document is not None and self.document.project is not left:
            self.told.emit(
                _(
                    "“{name}” was not opened, because you went on editing. "
                    "Open it again when you are ready."
                ).format(name=path.name)
            )
            return
        self.show(opened.project, path, opened.digest)
        self.opened_file.emit(path)
        news = "\n".join(_news_of(opened))
        if news:
            self.told.emit(news)

    def _on_open_failed(self, job: Job, path: Path, error: Exception) -> None:
        if job is not self._opening:
            return
        self._opening = None
        self.open_failed.emit(path, words_for(error))

    def _on_saved(
        self,
        document: Document,
        snapshot: Project,
        path: Path,
        then: Then | None,
        written: str,
    ) -> None:
        self.saving = False
        if document is self.document:
            self._known = written
            if self.keeper is not None:
                self.keeper.saved(path, written)
            self.path, self.saved_at = path, datetime.now().astimezone()
            self.opened_file.emit(path)
            if document.project is snapshot:
                document.undo_stack.setClean()
            else:
                document.undo_stack.resetClean()
        self.state_changed.emit()
        self._save_queued()
        if then is not None:
            then()
        self._go_on()

    def _on_save_failed(self, error: Exception) -> None:
        self.saving = False
        self._queued = None
        if isinstance(error, MayNotLast):
            self._known = error.digest
        self.state_changed.emit()
        self.save_failed.emit(words_for(error))
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, ()
        for then in waiting:
            then()

    def _save_queued(self) -> None:
        queued, self._queued = self._queued, None
        if queued is not None:
            path, then, chosen = queued
            self.save_to(path, then, chosen=chosen)


def _opened(path: Path) -> Opened:
    opened = open_project(path)
    sweep_temporaries(path.parent)
    return opened


def _news_of(opened: Opened) -> Iterator[str]:
    """Yield what the author of a project should hear once it is open."""
    if opened.shared_ids:
        yield _shared_ids_words(opened.path, opened.shared_ids)
    if opened.upgraded_from is not None:
        yield _(
            "“{name}” was made by an earlier version. Nothing is lost; "
            "saving writes it in the present form."
        ).format(name=opened.path.name)
    if not opened.may_write and not is_shipped(opened.path):
        yield _(
            "“{name}” can only be looked at here: neither it nor its folder may be changed. "
            "Save as… keeps what you do in another place."
        ).format(name=opened.path.name)


def _shared_ids_words(path: Path, shared: tuple[str, ...]) -> str:
    return _(
        "In “{name}” two items each had one of these ids: {ids}. The second of them has an id "
        "of its own now. The file stays as it is until you save."
    ).format(name=path.name, ids=", ".join(dict.fromkeys(shared[:_MOST_IDS])))


def words_for(error: Exception) -> str:
    """Return what to tell about a failure; one nobody foresaw also goes to the crash handler."""
    if isinstance(error, PersonamapError):
        return str(error)
    sys.excepthook(type(error), error, error.__traceback__)
    return _("Something went wrong that was not foreseen. What is on screen stays as it was.")
