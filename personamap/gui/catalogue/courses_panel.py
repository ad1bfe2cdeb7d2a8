"""The courses that are read together: add some, take one out, open one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from personamap.analysis.coverage_wording import findings_in, people_in
from personamap.gui.catalogue.card_list import CardList
from personamap.gui.catalogue.course_row import CourseRow
from personamap.gui.coverage.small_button import small_button
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _
from personamap.services.catalogue import OpenCourse, ReadCatalogue

_NARROWEST = 300


class CoursesPanel(QFrame):
    """Lists what was read, and below it what could not be, each with its reason."""

    added = Signal(object)  # list[Path], files or folders
    removed = Signal(object)  # Path
    open_asked = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self.setMinimumWidth(_NARROWEST)
        self._folder = Path.home()
        self.rows: list[CourseRow] = []
        self.files = small_button(_("&Add courses…"))
        self.folder = small_button(_("Add a &folder…"))
        self.files.clicked.connect(self.choose_files)
        self.folder.clicked.connect(self.choose_folder)
        self._list = CardList(self.folder, left=16)
        self._lay_out()

    def begin_in(self, file: Path | None) -> None:
        """Look for courses first where the one on screen is kept."""
        if file is not None:
            self._folder = file.parent

    def show_read(self, read: ReadCatalogue) -> None:
        """List the courses of a catalogue and the files it lacks."""
        self.rows.clear()
        self._list.fill(self._all(read))

    @property
    def filled(self) -> bool:
        """Tell whether every course is listed by now."""
        return self._list.filled

    def choose_files(self) -> None:
        """Let people choose the files of other courses, several at once."""
        dialog = self._chooser(_("Choose the files of other courses"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Persona maps (*.personamap)"), _("All files (*)")])
        dialog.open()

    def choose_folder(self) -> None:
        """Let people choose a folder, for all the courses in it."""
        dialog = self._chooser(_("Choose the folder of the courses"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _chooser(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_chosen)
        return dialog

    def _on_chosen(self, chosen: list[str]) -> None:
        paths = [Path(path) for path in chosen]
        self._folder = paths[0].parent
        self.added.emit(paths)

    def _all(self, read: ReadCatalogue) -> Iterator[QWidget]:
        together = zip(read.sources, read.catalogue.courses, read.catalogue.reports, strict=True)
        for source, course, report in together:
            words = {"people": people_in(report), "findings": findings_in(report)}
            if isinstance(source, OpenCourse):
                told = _("On screen, as it is now · {people}, {findings}").format(**words)
                yield self._listed(CourseRow(None, course.title, told))
            else:
                told = _("{file} · {people}, {findings}").format(file=source.name, **words)
                yield self._listed(CourseRow(source, course.title, told))
        for unread in read.unread:
            row = CourseRow(unread.path, unread.path.name, str(unread.error), unread=True)
            yield self._listed(row)

    def _listed(self, row: CourseRow) -> CourseRow:
        row.open_asked.connect(self.open_asked)
        row.removed.connect(self.removed)
        self.rows.append(row)
        return row

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 0, 16, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.files)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        title = hint(_("Courses"), "section")
        title.setContentsMargins(16, 16, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addLayout(buttons)
        column.addWidget(self._list, 1)
