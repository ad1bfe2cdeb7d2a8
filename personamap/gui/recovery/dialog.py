"""The dialog that shows unsaved work of earlier runs, and what differs from the files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.review.said_view import SaidView
from personamap.gui.widgets.dialog_parts import busy_line, hint, say, size_for, two_panes
from personamap.gui.widgets.plain_words import tell_in
from personamap.i18n import _
from personamap.services.looking_back import Preview
from personamap.services.recovery_words import name_of, preview_unsaved, when_words
from personamap.services.review_words import Saying
from personamap.services.unsaved_work import Found, Leftover, Unreadable

_SIZE = QSize(920, 620)
_LIST, _DETAILS = 340, 540
_Button = QMessageBox.StandardButton


class RecoveryDialog(QDialog):
    """Lists unsaved work with a preview: bring one back, put one away, or leave all for later.

    Closing the dialog leaves everything as it is, however it is closed.
    """

    brought_back = Signal(object)  # UnsavedWork
    put_away = Signal(object)  # Leftover

    def __init__(
        self, found: Found, first: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._every: list[Leftover] = list(found.every)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Unsaved work"))
        self.resize(size_for(self, _SIZE))
        self._reading = LatestJob(0, self)
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._make_parts()
        self._lay_out()
        for leftover in self._every:
            self.works.addItem(f"{name_of(leftover)}\n{when_words(leftover)}")
        places = [place for place, one in enumerate(found.work) if first and one.path == first]
        self.works.setCurrentRow(places[0] if places else 0)
        self.works.setFocus()

    @override
    def done(self, result: int) -> None:
        self._reading.stop()
        super().done(result)

    def _make_parts(self) -> None:
        self.title = hint(_("Work of an earlier run is not saved yet"), "person")
        self.notes = hint(
            _(
                "The program ended before this was saved. What you bring back is on screen as "
                "you left it, with its undo history; the file changes when you save."
            ),
            "secondary",
        )
        self.problem = hint("", "warn")
        self.progress = busy_line(_("Comparing"))
        self.works = QListWidget()
        self.works.setAccessibleName(_("Unsaved work, the latest first"))
        self.works.setWordWrap(True)
        self.works.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.works.currentRowChanged.connect(self._on_chosen)
        self.details = SaidView()
        self.details.setAccessibleName(_("What it holds and what differs"))
        self.away = QPushButton(_("Put &away…"))
        self.later = QPushButton(_("&Leave for later"))
        self.back = QPushButton(_("&Bring back"))
        self.back.setProperty("role", "primary")
        self.back.setDefault(True)
        self.away.clicked.connect(self._ask_away)
        self.later.clicked.connect(self.reject)
        self.back.clicked.connect(self._bring_back)
        say(self.problem, "")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.away)
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.back)
        self.halves = two_panes(self.works, self.details, (_LIST, _DETAILS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for part in (self.title, self.notes, self.problem, self.progress):
            layout.addWidget(part)
        layout.addWidget(self.halves, 1)
        layout.addLayout(foot)

    @property
    def _chosen(self) -> Leftover | None:
        row = self.works.currentRow()
        return self._every[row] if 0 <= row < len(self._every) else None

    def _on_chosen(self, _row: int) -> None:
        chosen = self._chosen
        say(self.problem, "")
        self.details.clear()
        self._reading.stop()
        self.back.setEnabled(chosen is not None and not isinstance(chosen, Unreadable))
        self.progress.setVisible(self.back.isEnabled())
        if isinstance(chosen, Unreadable):
            self.details.show_sayings((Saying(name_of(chosen), "", chosen.why),))
        elif chosen is not None:
            self._reading.request(partial(preview_unsaved, chosen))

    def _on_read(self, preview: Preview) -> None:
        self.progress.hide()
        self.details.show_sayings((preview.head, *preview.details))

    def _on_failed(self, error: Exception) -> None:
        self.progress.hide()
        say(self.problem, words_for(error))

    def _bring_back(self) -> None:
        chosen = self._chosen
        if chosen is not None and not isinstance(chosen, Unreadable):
            self.accept()
            self.brought_back.emit(chosen)

    def _ask_away(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(_("Put away?"))
        tell_in(
            box,
            _("Put “{name}” away?").format(name=name_of(chosen)),
            _(
                "This unsaved work is not offered again. For ten starts of the program "
                "“personamap recover” still finds it; then it is gone."
            ),
        )
        box.setStandardButtons(_Button.Yes | _Button.Cancel)
        box.button(_Button.Yes).setText(_("Put &away"))
        box.button(_Button.Cancel).setText(_("Cancel"))
        box.setDefaultButton(_Button.Cancel)
        box.setEscapeButton(_Button.Cancel)
        box.button(_Button.Yes).clicked.connect(partial(self._put_away, chosen))
        box.open()

    def _put_away(self, leftover: Leftover, _checked: bool = False) -> None:
        row = self._every.index(leftover)
        del self._every[row]
        self.works.takeItem(row)
        self.put_away.emit(leftover)
        if not self._every:
            self.reject()
