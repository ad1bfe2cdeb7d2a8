"""The dialog that shows what a file could go back to, and what would differ then."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.domain.project import Project
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.review.said_view import SaidView
from personamap.gui.widgets.dialog_parts import busy_line, hint, say, size_for, two_panes
from personamap.i18n import _
from personamap.services.looking_back import (
    Past,
    Preview,
    copy_words,
    look_back,
    preview_copy,
    preview_salvage,
)
from personamap.services.times import time_words
from personamap.storage.backups import folder_of

_SIZE = QSize(920, 620)
_LIST, _DETAILS = 340, 540


class OlderCopiesDialog(QDialog):
    """Lists older copies of one file with a preview; a choice goes out as the project in it.

    While the file does not open, what is whole in it stands in the list as well, and what is
    chosen becomes a new, unsaved project. Reading happens off the GUI thread.
    """

    restored = Signal(object)  # Project
    opened_as_new = Signal(object)  # Project

    def __init__(self, of: Path, present: Project | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of, self._present = of, present
        self._past: Past | None = None
        self._preview: Preview | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Older copies"))
        self.resize(size_for(self, _SIZE))
        self._looking, self._reading = LatestJob(0, self), LatestJob(0, self)
        self._looking.finished.connect(self._on_looked)
        self._looking.failed.connect(self._on_failed)
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._make_parts()
        self._lay_out()
        self._offer()
        self._looking.request(partial(look_back, of, present))

    @override
    def done(self, result: int) -> None:
        self._looking.stop()
        self._reading.stop()
        super().done(result)

    def _make_parts(self) -> None:
        self.title = hint(self._title(), "person")
        self.notes = hint(self._notes(), "secondary")
        self.problem = hint("", "warn")
        self.progress = busy_line(_("Reading"))
        self.versions = QListWidget()
        self.versions.setAccessibleName(_("Older copies, the newest first"))
        self.versions.setWordWrap(True)
        self.versions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.versions.currentRowChanged.connect(self._on_chosen)
        self.details = SaidView()
        self.details.setAccessibleName(_("What it holds and what would differ"))
        self.folder = QPushButton(_("Open the &folder"))
        self.as_new = QPushButton(_("Open as a &copy…"))
        self.cancel = QPushButton(_("Cancel"))
        self.restore = QPushButton(_("&Restore") if self._present else _("&Bring back"))
        self.restore.setProperty("role", "primary")
        self.restore.setDefault(True)
        self.folder.clicked.connect(self._on_folder)
        self.as_new.clicked.connect(partial(self._choose, self.opened_as_new))
        self.cancel.clicked.connect(self.reject)
        self.restore.clicked.connect(partial(self._choose, self.restored))
        say(self.problem, "")
        self.as_new.setVisible(self._present is not None)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.folder)
        foot.addStretch(1)
        for button in (self.cancel, self.as_new, self.restore):
            foot.addWidget(button)
        self.halves = two_panes(self.versions, self.details, (_LIST, _DETAILS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for part in (self.title, self.notes, self.problem, self.progress):
            layout.addWidget(part)
        layout.addWidget(self.halves, 1)
        layout.addStretch(0)
        layout.addLayout(foot)

    def _title(self) -> str:
        if self._present is None:
            return _("“{name}” does not open").format(name=self._of.stem)
        return _("Older copies of “{name}”").format(name=self._of.stem)

    def _notes(self) -> str:
        if self._present is None:
            return _(
                "The file stays as it is. What you bring back opens as a new project that is "
                "not saved yet."
            )
        return _(
            "A copy is kept before the first save of a session, before an import and before "
            "people are deleted. Restoring one is a step you can undo; the file changes when "
            "you save."
        )

    def _on_looked(self, past: Any) -> None:
        self._past = past
        self.progress.hide()
        if past.salvaged is not None:
            self.versions.addItem(_("What is whole in the damaged file"))
        for copy in past.copies:
            self.versions.addItem(f"{time_words(copy.made)}\n{copy_words(copy)}")
        if self.versions.count():
            # What lost nothing comes before any copy; what did comes after a whole one.
            has_lost = past.salvaged is not None and past.salvaged.lost
            self.versions.setCurrentRow(1 if has_lost and past.copies else 0)
            self.versions.setFocus()
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self.halves.hide()
        self.cancel.setText(_("&Close"))
        self.cancel.setFocus()
        if self._present is None:
            say(self.notes, _("No older copy of it was kept here, and nothing in it can be read."))
        else:
            say(self.notes, _("There is none yet. {when}").format(when=self._notes()))

    def _on_chosen(self, row: int) -> None:
        past, self._preview = self._past, None
        self._offer()
        if past is None or row < 0:
            return
        say(self.problem, "")
        self.progress.show()
        if past.salvaged is not None and row == 0:
            self._reading.request(partial(preview_salvage, past, past.salvaged))
        else:
            copy = past.copies[row - (past.salvaged is not None)]
            self._reading.request(partial(preview_copy, past, copy))

    def _on_read(self, preview: Any) -> None:
        self._preview = preview
        self.progress.hide()
        self.details.show_sayings((preview.head, *preview.details))
        self._offer()

    def _on_failed(self, error: Exception) -> None:
        self.progress.hide()
        self.details.clear()
        say(self.problem, words_for(error))

    def _offer(self) -> None:
        found = self._preview
        self.as_new.setEnabled(found is not None)
        same = found is not None and found.is_the_same and self._present is not None
        self.restore.setEnabled(found is not None and not same)
        self.restore.setToolTip(_("Nothing would change.") if same else "")
        self.folder.setVisible(bool(self._past and self._past.copies))

    def _choose(self, choice: Any, _checked: bool = False) -> None:
        if self._preview is not None:
            project = self._preview.project
            self.accept()
            choice.emit(project)

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder_of(self._of))))
