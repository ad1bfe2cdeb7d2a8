"""A new comment: about what, by whom, and its words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from personamap.domain.base import new_id
from personamap.domain.review import Comment
from personamap.edits.reviews import add_comment
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField, LineField, MultiLineField
from personamap.gui.review.subjects import Subjects
from personamap.i18n import _


class CommentForm(QWidget):
    """Adds one comment to the project; what was chosen and the name stay for the next."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.about = ChoiceField({"": _("The whole")})
        self.author = LineField()
        self.author.setPlaceholderText(_("Your name"))
        self.words = MultiLineField(2)
        self.words.setPlaceholderText(_("What you noticed, what you ask, what you would change"))
        self.add = QPushButton(_("Add c&omment"))
        self.add.clicked.connect(self._on_add)
        self.words.edited.connect(self._on_written)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        grid.addWidget(labelled(_("About"), self.about), 0, 0)
        grid.addWidget(labelled(_("Who says so"), self.author), 0, 1)
        grid.addWidget(labelled(_("New comment"), self.words), 1, 0, 1, 2)
        grid.addWidget(self.add, 2, 0, Qt.AlignmentFlag.AlignLeft)
        self.about.show_choice("")
        self._on_written("")

    def show_subjects(self, subjects: Subjects) -> None:
        """Offer what is in the project now; what is chosen stays chosen while it is there."""
        chosen, offered = self.about.currentData() or "", dict(subjects.offered())
        if chosen not in offered:
            chosen = ""
        self.about.offer(offered)
        self.about.show_choice(chosen)

    def answer(self, subject: str, name: str) -> None:
        """Begin a comment about the same as another one."""
        if self.about.findData(subject) < 0:
            self.about.addItem(name, subject)
        self.about.show_choice(subject)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self, _text: str) -> None:
        has_words = bool(self.words.text().strip())
        self.add.setEnabled(has_words)
        self.add.setToolTip("" if has_words else _("Write something first."))

    def _on_add(self) -> None:
        comment = Comment(
            id=new_id("cmt"),
            subject=self.about.currentData() or "",
            text=self.words.text().strip(),
            author=self.author.text().strip(),
            date=date.today().isoformat(),
        )
        self.words.show_text("")
        self._on_written("")
        self._document.apply(_("Add comment"), add_comment, comment)
