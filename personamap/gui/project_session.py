"""Which project is open, where it is kept, and whether it is saved.

Reading and writing run as jobs. A project takes the place of the one on
screen only when it has been read whole, and "saved" is said only after
the file is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from personamap.domain.project import Project
from personamap.errors import ChangedElsewhere, MayNotLast, TooManyForWindow
from personamap.gui.copy_keeper import CopyKeeper
from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import BackgroundWork, Job, Progress
from personamap.gui.keeping.keeper import Keeper
from personamap.gui.terms import OwnMark, Terms
from personamap.i18n import _
from personamap.resources import example
from personamap.services.entering import Entered, Written, enter, look_into, marked
from personamap.services.opening_words import holder_words, opening_news
from personamap.services.overwriting import overwrite
from personamap.services.projects import save_project
from personamap.services.unsaved_work import UnsavedWork
from personamap.storage.entries import Origin, Saved
from personamap.storage.lock import Holder
from personamap.storage.older_copy import Reason
from personamap.storage.standing import ANYTHING, NOTHING
from personamap.storage.temporary import sweep_temporaries

Then = Callable[[], object]


def is_shipped(path: Path) -> bool:
    """Tell whether a file came with the program, so that nobody writes over it."""
    return path.resolve().is_relative_to(example().resolve())


class Wanted(Struct, frozen=True):
    """A save somebody asked for.

    What somebody else has written at a place that was not `chosen` for this
    save is written over only where it is `over`, the digest of what a person
    was told about.
    """

    path: Path
    then: Then | None
    chosen: bool
    over: str


class ProjectSession(QObject):
    """Holds the open document, if any, and takes care of its file."""

    replaced = Signal()
    state_changed = Signal()
    opened_file = Signal(object)  # Path
    told = Signal(str)
    open_failed = Signal(object, str, bool)  # Path, why, whether the file is whole all the same
    open_cancelled = Signal()
    held = Signal(object, object)  # Path, Holder: somebody else has it open
    saved = Signal()
    save_failed = Signal(str)
    changed_elsewhere = Signal(object, object)  # ChangedElsewhere, Then or None

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
        self.terms = Terms()
        self._mark = OwnMark()
        self._known = ANYTHING
        self._opening: Job | None = None
        self._queued: Wanted | None = None
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

    def has_open(self, path: Path) -> bool:
        """Tell whether this very file is open here, to work in it, and still where it was."""
        if self.path is None or self.document is None or self.terms.only_looks:
            return False
        return path.exists() and path.resolve() == self.path.resolve()

    def last_known(self, path: Path) -> Project | None:
        """Return what a file had when it was last read or saved here, as far as is known."""
        file = self.keeper.file if self.keeper is not None else None
        return file.project if file is not None and file.file.path == path else None

    def show(self, project: Project) -> Document:
        """Put a project that is in no file in the place of the present one."""
        return self._show(project, None, Terms())

    def _show(self, project: Project, file: Saved | None, terms: Terms) -> Document:
        try:
            document = Document(project, self)
            keeper = Keeper(document, file)
        except Exception:
            self._mark.drop(terms.mark)
            raise
        self._drop()
        self._take(document, keeper, file, terms)
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
        document = Document(work.kept.history.base, self)
        document.relive(work.kept.history, work.clean_at)
        keeper = Keeper(document, work.file, work)
        self._drop()
        self._take(document, keeper, work.file, Terms())
        if self.path is not None and not is_shipped(self.path):
            self._mark_late(document, self.path)
        return document

    def _take(self, document: Document, keeper: Keeper, file: Saved | None, terms: Terms) -> None:
        self.document, self.keeper = document, keeper
        document.after_copy = self._after_copy
        document.undo_stack.cleanChanged.connect(self._on_clean_changed)
        keeper.told.connect(self.told)
        self.path, self.saved_at = file.file.path if file else None, None
        self._known = file.file.digest if file and file.file.digest else ANYTHING
        self._come_to(terms)
        self.replaced.emit()
        self.state_changed.emit()

    def close(self) -> None:
        """Let go of the present project without asking."""
        self._opening = None
        self._drop()
        self._come_to(Terms())
        self.replaced.emit()
        self.state_changed.emit()

    def leave_file(self) -> None:
        """Take the mark away from beside the file: the program ends."""
        self._mark.let_go()

    def open(self, path: Path, past: Holder | None = None, beside: Holder | None = None) -> None:
        """Read a file; what is on screen stays until it has been read whole.

        Where somebody else has it open, nothing happens but that `held` tells who: one
        can then go past them, or only look at it beside them.
        """
        left = self.document.project if self.document else None
        looks = beside is not None or is_shipped(path)
        job = Job(_("Opening {name}").format(name=path.name), partial(_entered, path, past, looks))
        self._opening = job
        job.finished.connect(partial(self._on_opened, job, path, left, beside))
        job.failed.connect(partial(self._on_open_failed, job, path))
        job.unwanted.connect(partial(self._on_unwanted, job))
        self._work.run(job)

    def save_to(
        self, path: Path, then: Then | None = None, *, chosen: bool = True, over: str = ""
    ) -> None:
        """Write the snapshot on screen to `path`; `then` follows only if that worked.

        Where the place was not `chosen` for this save, what somebody else
        has written there since it was read is not written over, unless it is
        `over`; their version is kept first then.
        """
        if self.document is None:
            return
        wanted = Wanted(path, then, chosen and path != self.path, over)
        if self.saving:
            self._queued = wanted
            return
        self.saving = True
        document, snapshot, known = self.document, self.document.project, self._known
        if self.keeper is not None:
            self.keeper.saving(path)
        job = Job(
            _("Saving {name}").format(name=path.name),
            lambda _progress: self._copy_and_save(snapshot, wanted, known),
            can_stop=False,
        )
        job.finished.connect(partial(self._on_saved, document, snapshot, wanted))
        job.failed.connect(partial(self._on_save_failed, wanted))
        self._work.run(job)
        self.state_changed.emit()

    def put_away(self) -> None:
        """Remove what was kept against a crash: the project is saved, or is not to be."""
        if self.keeper is not None:
            self.keeper.put_away()
            self.keeper = None

    def _copy_and_save(self, snapshot: Project, wanted: Wanted, known: str) -> Written:
        path = wanted.path
        if wanted.over and wanted.over != NOTHING:
            return marked(path, overwrite(snapshot, path, wanted.over, self.copies.room))
        self.copies.keep_before_save(path)
        known = wanted.over or (ANYTHING if wanted.chosen else known)
        return marked(path, save_project(snapshot, path, known))

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

    def _come_to(self, terms: Terms) -> None:
        self.terms = terms
        self._mark.hold(terms.mark)

    def _mark_late(self, document: Document, path: Path) -> None:
        job = Job("", lambda _progress: marked(path, ""), self)
        job.finished.connect(partial(self._on_marked_late, document))
        job.ended.connect(job.deleteLater)
        job.start()

    def _on_marked_late(self, document: Document, found: Written) -> None:
        if document is not self.document or self.terms.mark is not None:
            self._mark.drop(found.mark)
            return
        self._come_to(Terms(found.mark, found.holder))
        self.state_changed.emit()

    def _on_clean_changed(self, _clean: bool) -> None:
        self.state_changed.emit()

    def _on_opened(
        self,
        job: Job,
        path: Path,
        left: Project | None,
        beside: Holder | None,
        entered: Entered,
    ) -> None:
        if job is not self._opening:
            self._mark.drop(entered.mark)
            return
        self._opening = None
        if self.document is not None and self.document.project is not left:
            self._mark.drop(entered.mark)
            self.told.emit(
                _(
                    "“{name}” was not opened, because you went on editing. "
                    "Open it again when you are ready."
                ).format(name=path.name)
            )
        elif entered.holder is not None:
            self.held.emit(path, entered.holder)
        else:
            self._show_opened(entered, beside)

    def _show_opened(self, entered: Entered, beside: Holder | None) -> None:
        opened = entered.opened
        file = Saved(opened.project, Origin(opened.path, opened.digest))
        self._show(opened.project, file, Terms(entered.mark, beside, opened.may_write))
        self.opened_file.emit(opened.path)
        news = "\n".join(opening_news(opened))
        if news:
            self.told.emit(news)

    def _on_unwanted(self, job: Job) -> None:
        if job is self._opening:
            self._opening = None
            self.open_cancelled.emit()

    def _on_open_failed(self, job: Job, path: Path, error: Exception) -> None:
        if job is not self._opening:
            return
        self._opening = None
        self.open_failed.emit(path, words_for(error), isinstance(error, TooManyForWindow))

    def _on_saved(
        self, document: Document, snapshot: Project, wanted: Wanted, written: Written
    ) -> None:
        self.saving = False
        if document is self.document:
            self._settle(wanted.path, written)
            if document.project is snapshot:
                document.undo_stack.setClean()
            else:
                document.undo_stack.resetClean()
        else:
            self._mark.drop(written.mark)
        self.state_changed.emit()
        self._save_queued()
        if wanted.then is not None:
            wanted.then()
        self._go_on()

    def _settle(self, path: Path, written: Written) -> None:
        self._known = written.digest
        if self.keeper is not None:
            self.keeper.saved(path, written.digest)
        self._come_to(Terms(written.mark))
        self.path, self.saved_at = path, datetime.now().astimezone()
        self.opened_file.emit(path)
        self.saved.emit()
        if written.holder is not None:
            words = _("{who} Saving there will ask first, for this is another version.")
            self.told.emit(words.format(who=holder_words(path, written.holder)))

    def _on_save_failed(self, wanted: Wanted, error: Exception) -> None:
        self.saving = False
        self._queued = None
        if isinstance(error, MayNotLast):
            self._known = error.digest
        self.state_changed.emit()
        if isinstance(error, ChangedElsewhere):
            self.changed_elsewhere.emit(error, wanted.then)
        else:
            self.save_failed.emit(words_for(error))
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, ()
        for then in waiting:
            then()

    def _save_queued(self) -> None:
        queued, self._queued = self._queued, None
        if queued is not None:
            self.save_to(queued.path, queued.then, chosen=queued.chosen, over=queued.over)


def _entered(path: Path, past: Holder | None, looks: bool, progress: Progress) -> Entered:
    # Nothing may fail any more once the mark is made: nobody would take it away again.
    sweep_temporaries(path.parent)
    return look_into(path, progress.go_on) if looks else enter(path, past, progress.go_on)
