"""Reading the courses of a catalogue beside the window, the newest question alone answered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from personamap.gui.failure_words import words_for
from personamap.gui.jobs import BackgroundWork, Job, Progress
from personamap.i18n import _
from personamap.services.catalogue import CourseSource, ReadCatalogue, read_catalogue


class CoursesReading(QObject):
    """Reads the files one after another; what takes the place of a reading stops it."""

    progressed = Signal(int, int)
    finished = Signal(object)  # ReadCatalogue
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: BackgroundWork | None = None
        self._ticket = 0
        self.job: Job | None = None

    def work_with(self, work: BackgroundWork) -> None:
        """Run as one of these jobs, which the status bar shows."""
        self._work = work

    def read(self, sources: tuple[CourseSource, ...]) -> None:
        """Read these courses; whatever is being read is not wanted any more."""
        self.stop()
        if self._work is None:
            return
        job = self.job = Job(_("Reading the courses"), partial(_ticketed, self._ticket, sources))
        job.progressed.connect(self.progressed)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        self._work.run(job)

    def stop(self) -> bool:
        """Give up on what is being read; tell whether there was anything."""
        self._ticket += 1
        job, self.job = self.job, None
        if job is not None:
            job.cancel()
        return job is not None

    def _on_finished(self, answer: tuple[int, ReadCatalogue]) -> None:
        ticket, read = answer
        if ticket == self._ticket:
            self.job = None
            self.finished.emit(read)

    def _on_failed(self, error: Exception) -> None:
        if self.job is not None:
            self.job = None
            self.failed.emit(words_for(error))


def _ticketed(
    ticket: int, sources: tuple[CourseSource, ...], progress: Progress
) -> tuple[int, ReadCatalogue]:
    return ticket, read_catalogue(sources, progress.report)
