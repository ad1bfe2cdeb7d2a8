"""From Coverage to several courses read together, and from there to one of them.

Which courses were read is remembered while the program runs, and in no
file: whose courses belong together is known to those who keep them.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from personamap.gui.coverage.catalogue.dialog import CatalogueDialog
from personamap.gui.jobs import BackgroundWork
from personamap.gui.project_session import ProjectSession
from personamap.services.catalogue import OpenCourse


class CatalogueFlow(QObject):
    """Opens the dialog, and what is chosen in it."""

    course_asked = Signal(object)  # Path
    person_asked = Signal(str)

    def __init__(self, window: QWidget, session: ProjectSession, work: BackgroundWork) -> None:
        super().__init__(window)
        self._window, self._session, self._work = window, session, work
        self.files: tuple[Path, ...] = ()
        self._dialog: CatalogueDialog | None = None
        self._awaited: tuple[Path, str] | None = None
        session.opened_file.connect(self._on_opened)

    def ask(self) -> None:
        """Open the courses read together, with those of the last time."""
        document, session = self._session.document, self._session
        if document is None:
            return
        here = OpenCourse(session.name, document.project, session.path)
        dialog = self._dialog = CatalogueDialog(here, self.files, self._work, self._window)
        dialog.finished.connect(self._on_finished)
        dialog.opened.connect(self._on_chosen)
        dialog.open()
        dialog.read_all()

    def _on_finished(self, _result: int) -> None:
        if self._dialog is not None:
            self.files, self._dialog = self._dialog.files, None

    def _on_chosen(self, path: Path | None, person: str) -> None:
        if path is None:
            self.person_asked.emit(person)
            return
        here = self._session.path
        if here is not None and here not in self.files:
            self.files = (here, *self.files)
        self._awaited = (path, person) if person else None
        self.course_asked.emit(path)

    def _on_opened(self, path: Path) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is not None and awaited[0] == path:
            self.person_asked.emit(awaited[1])
