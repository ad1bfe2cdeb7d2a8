"""The Catalogue workspace: the course on screen and others of the same client, read together.

Reading runs as a job: the files are read one after another, and what
cannot be read is listed with its reason while the others are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.gui.catalogue.courses_panel import CoursesPanel
from personamap.gui.catalogue.head import CatalogueHead
from personamap.gui.catalogue.reading import CoursesReading
from personamap.gui.catalogue.together import Together
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.jobs import BackgroundWork
from personamap.gui.project_session import ProjectSession
from personamap.i18n import _, plural
from personamap.services.catalogue import OpenCourse, ReadCatalogue, left_out

_SUFFIX = ".personamap"


class CatalogueWorkspace(DocumentView):
    """Reads what was chosen whenever it is shown and something has changed.

    `inspector` holds the courses, for the window to place beside it.
    `chosen_changed` carries the files and folders to begin with the next
    time, `opened` a course (nothing for the one on screen) and somebody in it.
    """

    chosen_changed = Signal(object)  # tuple[Path, ...]
    opened = Signal(object, str)  # Path or nothing, persona id

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "workspace")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._session: ProjectSession | None = None
        self.chosen: tuple[Path, ...] = ()
        self._before: tuple[Path, ...] = ()
        self.read: ReadCatalogue | None = None
        self.reading = CoursesReading(self)
        self.head = CatalogueHead()
        self.together = Together()
        self.courses = CoursesPanel()
        self.inspector: QWidget = self.courses
        self.inspector.hide()
        self.setFocusProxy(self.together)
        self._lay_out()
        self._connect()
        self.head.show_state(_purpose())

    @property
    def settled(self) -> bool:
        """Tell whether everything chosen is read and shown."""
        shown = self.together.filled and self.courses.filled
        return self.reading.job is None and self.read is not None and shown

    def begin_reading(
        self, session: ProjectSession, chosen: Sequence[Path], work: BackgroundWork
    ) -> None:
        """Take what is needed to read: the course on screen, and what goes with it."""
        self._session = session
        self.chosen = self._before = tuple(chosen)
        self.courses.begin_in(session.path)
        self.reading.work_with(work)

    def read_all(self) -> None:
        """Read everything that was chosen, and the course on screen as it is."""
        session = self._session
        if session is None:
            return
        here = OpenCourse(session.name, self.document.project, session.path)
        self.reading.read((here, *self.chosen))
        self._show_reading(_("Reading the courses…"))

    def add(self, paths: Sequence[Path]) -> None:
        """Read these files and folders with the others."""
        self._choose((*self.chosen, *(path for path in paths if path not in self.chosen)))

    def stop(self) -> None:
        """Stop reading without a word: nobody looks at this any more."""
        self.reading.stop()

    @override
    def refresh(self, changes: Changes | None) -> None:
        self.read_all()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(_paths(event.mimeData()))

    def _choose(self, chosen: tuple[Path, ...]) -> None:
        self.chosen = chosen
        self.read_all()

    def _show_reading(self, words: str) -> None:
        reading = self.reading.job is not None
        self.head.show_state(words, reading=reading)
        self.courses.setEnabled(not reading)

    def _on_read(self, read: ReadCatalogue) -> None:
        self.read = read
        self._keep()
        self.courses.show_read(read)
        self.together.show_catalogue(read.catalogue)
        self._show_reading(_unread_words(len(read.unread)) or _purpose())

    def _keep(self) -> None:
        """Hold on to what was chosen; only what has been read whole is worth remembering."""
        if self.chosen != self._before:
            self._before = self.chosen
            self.chosen_changed.emit(self.chosen)

    def _on_stopped(self) -> None:
        """Stay with what was read before; nothing that was chosen since is kept."""
        if not self.reading.stop():
            return
        self.chosen = self._before
        words = _("Reading was stopped. What was read before is still here.")
        if self.read is None:
            words = _("Reading was stopped. Press Read again when you are ready.")
            self.together.show_nothing()
        self._show_reading(words)

    def _on_removed(self, path: Path) -> None:
        assert self.read is not None
        files = [source for source in self.read.sources if isinstance(source, Path)]
        files += [unread.path for unread in self.read.unread]
        self._choose(left_out(self.chosen, path, files))

    def _on_open_asked(self, path: Path) -> None:
        self.opened.emit(path, "")

    def _on_person_chosen(self, person: str, column: int) -> None:
        if self.read is None:
            return
        joined = self.read.catalogue.joined
        places = joined.plays[person]
        place = column if column in places else places[0]
        source = self.read.sources[place]
        own = next((own for own, shared in joined.ids[place].items() if shared == person), "")
        self.opened.emit(source if isinstance(source, Path) else None, own)

    def _connect(self) -> None:
        self.reading.progressed.connect(self.head.show_progress)
        self.reading.finished.connect(self._on_read)
        self.reading.failed.connect(self._show_reading)
        self.head.stop.clicked.connect(self._on_stopped)
        self.head.again_asked.connect(self.read_all)
        self.courses.added.connect(self.add)
        self.courses.removed.connect(self._on_removed)
        self.courses.open_asked.connect(self._on_open_asked)
        self.together.choose.clicked.connect(self.courses.choose_files)
        self.together.person_chosen.connect(self._on_person_chosen)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.together, 1)


def _purpose() -> str:
    return _("Balance is practised across courses: what one leaves out, another may show.")


def _unread_words(count: int) -> str:
    return (
        plural(
            "{count} file could not be read; why is under Courses. The others are here.",
            "{count} files could not be read; why is under Courses. The others are here.",
            count,
        )
        if count
        else ""
    )


def _paths(dropped: QMimeData) -> list[Path]:
    """Return the persona maps and folders among what is dropped."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == _SUFFIX or path.is_dir()]
