"""Saying "done": who, in which role, about what, with a note."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from personamap.domain.base import new_id
from personamap.domain.review import SignOff
from personamap.edits.reviews import sign_off
from personamap.exporters.states import states_of
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField, LineField
from personamap.gui.review.subjects import Subjects
from personamap.i18n import _


class SignOffForm(QWidget):
    """Signs the whole or one person as they are now, with the day of today."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.about = ChoiceField({"": _("The whole")})
        self.name, self.role, self.note = LineField(), LineField(), LineField()
        self.done = QPushButton(_("&Sign off"))
        self.done.clicked.connect(self._on_done)
        self.name.textChanged.connect(self._on_named)
        self.name.returnPressed.connect(self.done.click)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        grid.addWidget(labelled(_("About"), self.about), 0, 0)
        grid.addWidget(labelled(_("Name"), self.name), 0, 1)
        grid.addWidget(labelled(_("Role"), self.role), 1, 0)
        grid.addWidget(labelled(_("Note"), self.note), 1, 1)
        grid.addWidget(self.done, 2, 0, Qt.AlignmentFlag.AlignLeft)
        self.about.show_choice("")
        self._on_named("")

    def show_subjects(self, subjects: Subjects) -> None:
        """Offer who is in the cast now; what is chosen stays chosen while it is there."""
        chosen, offered = self.about.currentData() or "", dict(subjects.signable())
        self.about.offer(offered)
        self.about.show_choice(chosen if chosen in offered else "")

    def _on_named(self, name: str) -> None:
        self.done.setEnabled(bool(name.strip()))
        self.done.setToolTip("" if name.strip() else _("Write who signs first."))

    def _on_done(self) -> None:
        subject = self.about.currentData() or ""
        done = SignOff(
            id=new_id("sgn"),
            name=self.name.text().strip(),
            role=self.role.text().strip(),
            date=date.today().isoformat(),
            subject=subject,
            note=self.note.text().strip(),
            state=states_of(self._document.project, (subject,))[0],
        )
        self.note.show_text("")
        self._document.apply(_("Sign off"), sign_off, done)
