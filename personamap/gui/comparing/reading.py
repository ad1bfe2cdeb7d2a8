"""Reading and comparing beside the window: one thing at a time, with progress and Stop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from personamap.analysis.differences.telling import Telling
from personamap.gui.jobs import Job, Progress
from personamap.i18n import _
from personamap.services.two_versions import Report, TwoVersions


class Read(NamedTuple):
    """Two versions, and what puts their differences into words."""

    two: TwoVersions
    telling: Telling


class Reading(QObject):
    """Runs one comparison; an answer that nobody waits for any more is dropped."""

    began = Signal()
    progressed = Signal(int, int)
    found = Signal(object)  # Read
    failed = Signal(object)  # the error
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Tell whether something is being read."""
        return self._job is not None

    def begin(self, compare: Callable[[Report], TwoVersions]) -> None:
        """Read and compare; what was under way is dropped."""
        self.drop()
        job = self._job = Job(_("Comparing"), partial(_read, compare), self)
        job.progressed.connect(partial(self._on_progressed, job))
        job.finished.connect(partial(self._on_finished, job))
        job.failed.connect(partial(self._on_failed, job))
        job.ended.connect(_forget)
        self.began.emit()
        job.start()

    def stop(self) -> None:
        """Wait no longer; whatever the work still does comes to nothing."""
        if self._job is not None:
            self.drop()
            self.stopped.emit()

    def drop(self) -> None:
        """Wait no longer and tell nobody."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _on_progressed(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self.progressed.emit(done, total)

    def _on_finished(self, job: Job, read: Read) -> None:
        if job is self._job:
            self._job = None
            self.found.emit(read)

    def _on_failed(self, job: Job, error: Exception) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error)


def _read(compare: Callable[[Report], TwoVersions], progress: Progress) -> Read:
    two = compare(progress.report)
    telling = Telling(two.mine.project, two.theirs.project)
    for point in two.points[:1]:
        # The first words take long in a large project: all names are looked up for them.
        telling.difference(point)
    return Read(two, telling)


def _forget(job: Job) -> None:
    job.deleteLater()
