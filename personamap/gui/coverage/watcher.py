"""Keeps the coverage report up to date while the user works."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from personamap.analysis.coverage import CoverageReport, check_coverage
from personamap.gui.document import Document
from personamap.gui.jobs import LatestJob


class CoverageWatcher(QObject):
    """Runs the checks on every new snapshot, away from the GUI thread.

    `report` is the newest answer, for views that are made after it came.
    """

    reported = Signal(object)  # CoverageReport

    def __init__(self, document: Document, delay_ms: int = 200) -> None:
        super().__init__(document)
        self._document = document
        self.report: CoverageReport | None = None
        self._job = LatestJob(delay_ms, self)
        self._job.finished.connect(self._on_finished)
        document.changed.connect(self.check_now)
        self.check_now()

    def check_now(self) -> None:
        """Ask for a report on the present snapshot."""
        project, before = self._document.project, self.report
        self._job.request(partial(check_coverage, project, before=before))

    def _on_finished(self, report: CoverageReport) -> None:
        self.report = report
        self.reported.emit(report)
