"""The dialog: looking at a table, choosing columns, counting, and then one undoable edit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Self

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.importing.audience.columns_page import AudienceColumnsPage
from personamap.gui.importing.audience.kept_page import KeptPage
from personamap.gui.importing.file_page import FilePage
from personamap.gui.importing.step_dialog import StepDialog
from personamap.gui.jobs import Job, Progress
from personamap.i18n import _
from personamap.importers.audience.counting import AudienceImport, Wishes
from personamap.importers.audience.mapping import AudienceMapping
from personamap.importers.audience.proposing import AudienceSurvey
from personamap.services.audiences import add_audience, propose_audience, read_audience
from personamap.services.imports import offered_facets

_STEPS = 1_000


class ImportAudienceDialog(StepDialog):
    """Counts who will take the course. Rows are read in the background once, and forgotten."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        columns, kept = AudienceColumnsPage(), KeptPage()
        super().__init__(document, _("Import an audience"), _start(), columns, kept, parent=parent)
        self.columns, self.kept = columns, kept
        self._path = Path()
        self._survey: AudienceSurvey | None = None
        self._found: AudienceImport | None = None
        self.job: Job | None = None
        self.columns.changed.connect(self._on_columns_changed)
        self.kept.explained.connect(self._on_explained)

    @classmethod
    def ask(cls, document: Document, path: Path | None, parent: QWidget) -> Self:
        """Open over the window and return the dialog; without a path, ask for the table first."""
        return cls(document, parent).begin(path)

    @override
    def read(self, path: Path) -> None:
        """Look at the first rows of a table, and then propose what its columns are."""
        self._path, self._survey, self._found = path, None, None
        self.show_reading(path)
        self._reading.request_while_wanted(partial(propose_audience, self._document.project, path))

    @override
    def done(self, result: int) -> None:
        self._stop_counting()
        super().done(result)

    @override
    def _on_read(self, found: Any) -> None:
        self._survey = survey = found
        self.progress.hide()
        self.title.setText(survey.name)
        self.columns.tell("")
        self.columns.show_survey(survey, offered_facets(self._document.project))
        self.show_page(self.columns)

    def _count(self) -> None:
        """Go through the whole table in the background, and show what could be kept of it."""
        self._stop_counting()
        self._found = None
        wishes = Wishes(self._path.stem, smallest=self.columns.smallest.value())
        project, path, mapping = self._document.project, self._path, self.columns.mapping

        def work(progress: Progress) -> AudienceImport:
            return read_audience(project, path, mapping, wishes, in_steps(progress))

        job = self.job = Job(_("Counting an audience"), work, self)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(partial(self._on_counted, mapping))
        job.failed.connect(self._on_uncountable)
        self.show_progress()
        self._show_buttons()
        job.start()

    def _stop_counting(self) -> None:
        """Let go of a count nobody waits for any more; what it still says is not heard."""
        job, self.job = self.job, None
        if job is not None:
            for signal in (job.progressed, job.finished, job.failed):
                signal.disconnect()
            job.cancel()
        self.progress.hide()

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_counted(self, mapping: AudienceMapping, found: AudienceImport) -> None:
        self.job, self._found = None, found
        self.progress.hide()
        self.columns.tell("")
        first = self.pages.currentWidget() is not self.kept
        self.kept.show_result(found, mapping)
        if first:
            self.kept.about.show_about(found.audience)
            self.show_page(self.kept)
            self.kept.counts.setFocus()
        self._show_buttons()

    def _on_uncountable(self, error: Exception) -> None:
        self.job = None
        self.progress.hide()
        self.columns.tell(words_for(error))
        self.show_page(self.columns)

    def _on_columns_changed(self) -> None:
        self._stop_counting()
        self._found = None
        self.columns.tell("")
        self._show_buttons()

    def _on_explained(self, column: str, word: str, value: str) -> None:
        self.columns.mapping = self.columns.mapping.with_word(column, word, value)
        self._count()

    @override
    def _on_back(self) -> None:
        self._stop_counting()
        super()._on_back()

    @override
    def _on_next(self) -> None:
        if self.pages.currentWidget() is self.columns:
            self._count()
        elif self._found is not None:
            self._take_in()

    @override
    def bring_in(self) -> None:
        if self._found is not None:
            about = self.kept.about.told(self._found.audience)
            found = replace(self._found, audience=about)
            self._document.apply(_("Import an audience"), add_audience, found)

    @override
    def _show_buttons(self) -> None:
        super()._show_buttons()
        page = self.pages.currentWidget()
        ready = self._found is not None if page is self.kept else bool(self.columns.mapping.columns)
        self.next.setEnabled(ready and self.job is None)
        self.next.setText(_("&Keep these counts") if page is self.kept else _("&Count"))


def in_steps(progress: Progress) -> Callable[[int, int], None]:
    """Return what reports bytes as steps: a bar counts no further than two thousand million."""

    def report(done: int, total: int) -> None:
        progress.report(done * _STEPS // total if total else 0, _STEPS if total else 0)

    return report


def _start() -> FilePage:
    return FilePage(
        _(
            "A CSV, TSV, XLSX or Parquet table of the people who will take the course: one "
            "person a row, or one group a row with a column of numbers."
        ),
        _("Choose a table of who will take the course"),
        _("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.parquet)"),
    )
