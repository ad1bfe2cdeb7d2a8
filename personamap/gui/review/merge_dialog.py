"""The dialog that shows what a reviewer sent back, and then merges it as one undoable edit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Self

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.domain.project import Project
from personamap.domain.review_file import REVIEW_SUFFIX
from personamap.edits.reviews import merge_comments
from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.review.said_view import SaidView
from personamap.gui.widgets.dialog_parts import busy_line, file_picker, hint, say, size_for
from personamap.i18n import _
from personamap.importers.review import read_review
from personamap.services.review_words import from_whom, news_words, sayings_in
from personamap.services.reviews import ReviewMerge, propose_merge

_SIZE = QSize(640, 560)


class MergeReviewDialog(QDialog):
    """Shows every comment of a review with what it is about, then brings them in.

    Reading happens off the GUI thread: a comment on a finding needs the checks.
    """

    merged = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._merge: ReviewMerge | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Merge a review"))
        self.resize(size_for(self, _SIZE))
        self._reading = LatestJob(0, self)
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_unreadable)
        self._make_parts()
        self._lay_out()
        self._show_nothing()

    @classmethod
    def ask(cls, document: Document, path: Path | None, parent: QWidget) -> Self:
        """Open over the window and return the dialog; without a path, ask for the file first."""
        dialog = cls(document, parent)
        dialog.open()
        if path is None:
            dialog.choose_file()
        else:
            dialog.read(path)
        return dialog

    def choose_file(self) -> None:
        """Let the person choose what a reviewer sent back."""
        question = _("Choose what a reviewer sent back")
        reviews = _("Comments from a review pack (*{suffix})").format(suffix=REVIEW_SUFFIX)
        picker = file_picker(self, question, reviews, _("All files (*)"))
        picker.fileSelected.connect(self._on_file_selected)
        picker.open()

    def read(self, path: Path) -> None:
        """Read a review in the background, and then show what it would bring."""
        self._show_nothing()
        self.title.setText(_("Reading “{name}”").format(name=path.name))
        self.progress.show()
        self._reading.request(partial(_read, self._document.project, path))

    @override
    def done(self, result: int) -> None:
        self._reading.stop()
        super().done(result)

    def _make_parts(self) -> None:
        self.title = hint("", "person")
        self.notes = hint("", "secondary")
        self.problem = hint("", "warn")
        self.progress = busy_line(_("Reading"))
        self.said = SaidView()
        self.choose = QPushButton(_("Choose a &file…"))
        self.cancel = QPushButton(_("Cancel"))
        self.accept_button = QPushButton()
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setDefault(True)
        self.choose.clicked.connect(self.choose_file)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._on_accepted)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.choose)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for part in (self.title, self.notes, self.problem, self.progress):
            layout.addWidget(part)
        layout.addWidget(self.said, 1)
        layout.addLayout(foot)

    def _show_nothing(self) -> None:
        self._merge = None
        self.title.setText(_("Merge a review"))
        say(self.notes, _("Choose the file that a reviewer saved in a review pack."))
        say(self.problem, "")
        self.progress.hide()
        self.said.show_sayings(())
        self._name_button()

    def _on_file_selected(self, chosen: str) -> None:
        self.read(Path(chosen))

    def _on_read(self, merge: Any) -> None:
        self._merge = merge
        self.progress.hide()
        self.title.setText(from_whom(merge.review))
        notes = merge.notes
        if not merge.is_news:
            notes = (_("All of this is in the project already."), *notes)
        say(self.notes, "\n".join(notes))
        self.said.show_sayings(sayings_in(merge))
        self._name_button()
        (self.accept_button if merge.is_news else self.cancel).setFocus()

    def _on_unreadable(self, error: Exception) -> None:
        self._show_nothing()
        say(self.notes, "")
        say(self.problem, words_for(error))
        self.choose.setFocus()

    def _on_accepted(self) -> None:
        if self._merge is not None:
            self.accept_button.setEnabled(False)
            self._document.after_copy("import", self._merge_in)

    def _merge_in(self) -> None:
        merge = self._merge
        if merge is None or self.isHidden():
            return
        edit = (merge.new_comments, merge.new_sign_offs)
        self._document.apply(_("Merge a review"), merge_comments, *edit)
        self.accept()
        self.merged.emit(_("{news} came in.").format(news=news_words(merge)))

    def _name_button(self) -> None:
        news = news_words(self._merge) if self._merge else ""
        self.accept_button.setText(_("&Merge {news}").format(news=news) if news else _("&Merge"))
        self.accept_button.setEnabled(bool(news))


def _read(project: Project, path: Path) -> ReviewMerge:
    return propose_merge(project, read_review(path))
