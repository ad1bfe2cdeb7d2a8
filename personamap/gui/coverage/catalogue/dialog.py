"""Several courses read together, over the window of one of them.

Reading runs as a job: the files are read one after another, and what
cannot be read is listed with its reason while the others are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.gui.coverage.catalogue.courses_panel import CoursesPanel
from personamap.gui.coverage.catalogue.together import Together
from personamap.gui.coverage.small_button import small_button
from personamap.gui.jobs import BackgroundWork, Job, Progress
from personamap.gui.project_session import words_for
from personamap.gui.widgets.dialog_parts import busy_line, hint, size_for
from personamap.gui.widgets.side_by_side import SideBySide
from personamap.i18n import _
from personamap.services.catalogue import CourseSource, OpenCourse, ReadCatalogue, read_catalogue

_SIZE = QSize(1120, 720)
_COURSES_WIDTH = 340
_SUFFIX = ".personamap"


class CatalogueDialog(QDialog):
    """Holds the files chosen so far; `files` is what to begin with the next time."""

    opened = Signal(object, str)  # Path of a course, or nothing for the one on screen; a persona id

    def __init__(
        self,
        here: OpenCourse,
        files: Sequence[Path],
        work: BackgroundWork,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._here, self._work = here, work
        self.files = tuple(files)
        self.read: ReadCatalogue | None = None
        self.job: Job | None = None
        self._ticket = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Read with other courses"))
        self.setAcceptDrops(True)
        self.resize(size_for(self, _SIZE))
        folder = here.path.parent if here.path is not None else Path.home()
        self.together, self.courses = Together(), CoursesPanel(folder)
        self.state = hint("", "secondary")
        self.progress = busy_line(_("Reading the courses"))
        self.stop = small_button(_("&Stop"))
        self._lay_out()
        self._connect()

    @property
    def settled(self) -> bool:
        """Tell whether everything chosen is read and shown."""
        shown = self.together.filled and self.courses.filled
        return self.job is None and self.read is not None and shown

    def read_all(self) -> None:
        """Read everything that was chosen, and the course on screen as it is."""
        self._read((self._here, *self.files))

    def add(self, paths: Sequence[Path]) -> None:
        """Read these files and folders with the others."""
        self._read((self._here, *self.files, *paths))

    @override
    def done(self, result: int) -> None:
        self._ticket += 1
        if self.job is not None:
            self.job.cancel()
        super().done(result)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(_paths(event.mimeData()))

    def _read(self, sources: tuple[CourseSource, ...]) -> None:
        if self.job is not None:
            self.job.cancel()
        self._ticket += 1
        job = self.job = Job(_("Reading the courses"), partial(_ticketed, self._ticket, sources))
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_read)
        job.failed.connect(self._on_failed)
        self._show_reading(_("Reading the courses…"))
        self._work.run(job)

    def _show_reading(self, words: str) -> None:
        reading = self.job is not None
        self.progress.setRange(0, 0)
        self.progress.setVisible(reading)
        self.stop.setVisible(reading)
        self.courses.setEnabled(not reading)
        self.state.setText(words)

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.state.setText(
            _("Reading the courses, {done:,} of {total:,}…").format(done=done, total=total)
        )

    def _on_read(self, answer: tuple[int, ReadCatalogue]) -> None:
        ticket, read = answer
        if ticket != self._ticket:
            return
        self.job, self.read = None, read
        paths = [source for source in read.sources if isinstance(source, Path)]
        self.files = (*paths, *(unread.path for unread in read.unread))
        self.courses.show_read(read)
        self.together.show_catalogue(read.catalogue)
        self._show_reading(_purpose())

    def _on_failed(self, error: Exception) -> None:
        self.job = None
        self._show_reading(words_for(error))

    def _on_stopped(self) -> None:
        """Stay with what was read before; nothing that was chosen since is kept."""
        if self.job is None:
            return
        self._ticket += 1
        self.job.cancel()
        self.job = None
        if self.read is None:
            self.files = ()
            self.read_all()
            return
        self._show_reading(_("Reading was stopped. What was read before is still here."))

    def _on_removed(self, path: Path) -> None:
        self.files = tuple(file for file in self.files if file != path)
        self.read_all()

    def _on_open_asked(self, path: Path) -> None:
        self.accept()
        self.opened.emit(path, "")

    def _on_person_chosen(self, person: str, column: int) -> None:
        if self.read is None:
            return
        joined = self.read.catalogue.joined
        places = joined.plays[person]
        place = column if column in places else places[0]
        source = self.read.sources[place]
        own = next((own for own, shared in joined.ids[place].items() if shared == person), "")
        self.accept()
        self.opened.emit(source if isinstance(source, Path) else None, own)

    def _connect(self) -> None:
        self.stop.clicked.connect(self._on_stopped)
        self.courses.added.connect(self.add)
        self.courses.removed.connect(self._on_removed)
        self.courses.open_asked.connect(self._on_open_asked)
        self.together.choose.clicked.connect(self.courses.choose_files)
        self.together.person_chosen.connect(self._on_person_chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(12)
        head.addWidget(self.state, 2)
        head.addWidget(self.progress, 1)
        head.addWidget(self.stop)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setText(_("Close"))
        # Enter belongs to the table and the choices; Escape closes.
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        box.setContentsMargins(24, 8, 24, 16)
        titles = (_("Together"), _("Courses"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(
            SideBySide(self.together, self.courses, titles, inspector_width=_COURSES_WIDTH), 1
        )
        layout.addWidget(box)
        self._show_reading(_purpose())


def _ticketed(
    ticket: int, sources: tuple[CourseSource, ...], progress: Progress
) -> tuple[int, ReadCatalogue]:
    return ticket, read_catalogue(sources, progress.report)


def _purpose() -> str:
    return _("Balance is practised across courses: what one leaves out, another may show.")


def _paths(dropped: QMimeData) -> list[Path]:
    """Return the persona maps and folders among what is dropped."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == _SUFFIX or path.is_dir()]
