"""A journal that never stops anybody.

One that cannot be written is told of once, and is begun anew, with all there is in the work,
as soon as that works again. The same is done with one that has grown too large. What takes
time is done by threads: copying the file that work began from, forcing entries to the disk,
writing anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from personamap.errors import NotKept
from personamap.gui.jobs import Job
from personamap.gui.keeping.rewriting import Rewriting
from personamap.i18n import _
from personamap.storage.entries import Entry, Origin
from personamap.storage.journal import Journal, remove_journal
from personamap.storage.kept_work import KeptWork
from personamap.storage.letting_go import set_aside

SYNC_MS = 1_000
RETRY_MS = 3_000
LARGEST = 64_000_000
"""How many bytes a journal may have before it is written anew, each step in it once."""


class Diary(QObject):
    """Writes entries one after the other; `whole` returns all of them for writing anew."""

    told = Signal(str)

    def __init__(self, whole: Callable[[], Iterable[Entry]], parent: QObject) -> None:
        super().__init__(parent)
        self._whole = whole
        self._journal: Journal | None = None
        self._rewriting: Rewriting | None = None
        self._since: list[Entry] = []
        self._left: list[Path] = []
        self._in_trouble = self._over = False
        self._largest = LARGEST
        self._sync, self._retry = self._timer(SYNC_MS), self._timer(RETRY_MS)
        self._sync.timeout.connect(self._on_time_to_sync)
        self._retry.timeout.connect(self.write_anew)

    @property
    def has_begun(self) -> bool:
        """Tell whether there is a journal, or one is to be written."""
        return self._journal is not None or self._rewriting is not None or self._in_trouble

    def begin(self, entries: Iterable[Entry], base: Origin | None = None) -> None:
        """Begin with `entries`; `base` is the file they build on, unless all is in them."""
        try:
            self._journal = journal = Journal.begin(entries)
        except NotKept as error:
            self.fall_behind(error)
            return
        self._sync.start()
        if base is not None:
            copying = self._run(partial(journal.keep_base, base), journal)
            copying.finished.connect(self._on_base_copied)

    def go_on_with(self, kept: KeptWork) -> bool:
        """Go on in the journal of an earlier run; tells whether it could be had."""
        try:
            self._journal = Journal.go_on_with(kept.folder, kept.entries, kept.seal)
        except NotKept:
            return False
        self._largest = max(LARGEST, 2 * self._journal.size)
        self._sync.start()
        return True

    def write(self, entry: Entry) -> None:
        """Write one more entry, or keep it in mind until it can be written."""
        if self._rewriting is not None:
            self._since.append(entry)
        if self._journal is None:
            return
        try:
            self._journal.write(entry)
        except NotKept as error:
            self.fall_behind(error)
            return
        if not self._sync.isActive():
            self._sync.start()
        if self._journal.size > self._largest:
            self._retry.start(0)

    def write_anew(self) -> None:
        """Write all of it to a new journal, which then takes the place of this one."""
        if self._rewriting is not None or self._over:
            return
        self._since = []
        self._rewriting = rewriting = Rewriting(self._whole())
        writing = self._run(rewriting.run, rewriting)
        writing.finished.connect(partial(self._on_written, rewriting))

    def fall_behind(self, error: Exception) -> None:
        """Do without a journal for a while; what it had by then is left until there is another."""
        if self._over:
            return
        self._drop_rewriting()
        if self._journal is not None:
            self._journal.close()
            self._left.append(self._journal.folder)
            self._journal = None
        if not self._in_trouble:
            self._in_trouble = True
            self.told.emit(str(error))
        self._retry.start(RETRY_MS)

    def flush(self) -> None:
        """Force everything so far to the disk: the computer may be about to stop."""
        # What the disk does not take now is still in the hands of the system.
        if self._journal is not None:
            with suppress(NotKept):
                self._journal.sync()

    def leave_behind(self) -> None:
        """Force everything out and leave it to the next start."""
        self._stop()
        self.flush()
        if self._journal is not None:
            self._journal.close()

    def remove(self, *, aside: bool = False) -> None:
        """Remove every trace, or set the last one `aside`: nobody needs it any more."""
        self._stop()
        if self._journal is not None and aside:
            self._journal.close()
            set_aside(self._journal.folder)
        elif self._journal is not None:
            self._journal.remove()
        for folder in self._left:
            remove_journal(folder)

    def _stop(self) -> None:
        self._over = True
        self._sync.stop()
        self._retry.stop()
        self._drop_rewriting()

    def _drop_rewriting(self) -> None:
        if self._rewriting is not None:
            self._rewriting.drop()
            self._rewriting = None

    def _on_time_to_sync(self) -> None:
        if self._journal is not None:
            self._run(self._journal.sync, self._journal)

    def _on_base_copied(self, was_the_same: bool) -> None:
        if not was_the_same:
            self.write_anew()

    def _on_failed(self, of: object, error: Exception) -> None:
        # What failed for a journal that has been replaced meanwhile says nothing about this one.
        if of is self._journal or of is self._rewriting:
            self.fall_behind(error)

    def _on_written(self, rewriting: Rewriting, _nothing: object) -> None:
        if rewriting is not self._rewriting:
            return
        self._rewriting = None
        journal = rewriting.take()
        if journal is None:
            return
        if self._journal is not None:
            self._left.append(self._journal.folder)
            self._journal.close()
        self._journal, self._largest = journal, max(LARGEST, 2 * journal.size)
        for entry in self._since:
            self.write(entry)
        if self._journal is None:
            return
        for folder in self._left:
            remove_journal(folder)
        self._left = []
        if self._in_trouble:
            self._in_trouble = False
            self.told.emit(_("What is not saved yet is kept again, should the program stop."))

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        return timer

    def _run(self, work: Callable[[], object], of: object) -> Job:
        job = Job("", lambda _progress: work(), self)
        job.failed.connect(partial(self._on_failed, of))
        job.ended.connect(job.deleteLater)
        job.start()
        return job
