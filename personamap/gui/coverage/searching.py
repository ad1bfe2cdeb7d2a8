"""A search beside the window: one at a time, and somebody can stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from personamap.analysis.solving.effort import Stop, Stopped
from personamap.gui.jobs import Cancelled, Job, Progress


class Searching(QObject):
    """Runs what can take seconds; the next search ends the one before.

    A search that was stopped has no answer, even if it had one by then.
    """

    found = Signal(object)
    failed = Signal(object)  # the error
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._is_stopping = False

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._job is not None

    def begin(self, title: str, work: Callable[[Stop], Any]) -> None:
        """Start a search, which is told whether somebody asks it to stop."""
        self.drop()
        job = Job(title, lambda progress: _answer(work, progress), self)
        job.finished.connect(self._only_of(job, self._on_found))
        job.failed.connect(self._only_of(job, self.failed.emit))
        job.cancelled.connect(self._only_of(job, self.stopped.emit))
        job.ended.connect(_forget)
        self._job, self._is_stopping = job, False
        job.start()

    def stop(self) -> None:
        """Ask the search to end; `stopped` follows."""
        if self._job is not None:
            self._is_stopping = True
            self._job.cancel()

    def drop(self) -> None:
        """End the search and tell nobody."""
        self.stop()
        self._job = None

    def _only_of(self, job: Job, tell: Callable[..., None]) -> Callable[..., None]:
        def told(*answer: object) -> None:
            if job is self._job:
                self._job = None
                tell(*answer)

        return told

    def _on_found(self, answer: Any) -> None:
        if self._is_stopping:
            self.stopped.emit()
        else:
            self.found.emit(answer)


def _answer(work: Callable[[Stop], Any], progress: Progress) -> Any:
    try:
        return work(lambda: progress.cancelled)
    except Stopped:
        raise Cancelled from None


def _forget(job: Job) -> None:
    job.deleteLater()
