"""Who said "done" about what, when, and whether it has changed since."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.domain.project import Project, find
from personamap.domain.review import SignOff
from personamap.edits.reviews import withdraw_sign_off
from personamap.exporters.states import states_of
from personamap.exporters.wording import dated
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.jobs import LatestJob
from personamap.gui.review.rows import Row, RowTable
from personamap.gui.review.sign_off_form import SignOffForm
from personamap.gui.review.subjects import Subjects
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.page import page_of
from personamap.i18n import _


class SignOffsPage(DocumentView):
    """Whether what was signed is still the same is found out away from the GUI thread."""

    removed = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._current: dict[str, bool] = {}
        titles = (_("About"), _("Note"), _("Who"), _("When"), _("Since then"))
        self.table = RowTable(titles, _("Sign-offs"), 1)
        self.none = hint(_nothing(), "secondary")
        self.withdraw = QPushButton(_("Wi&thdraw"))
        self.form = SignOffForm(document)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        column.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page_of(sheet, steady=False))
        self.setFocusProxy(self.form.name)
        self.table.reached.connect(self._on_reached)
        self.withdraw.clicked.connect(self._on_withdraw)
        self._looking = LatestJob(0, self)
        self._looking.finished.connect(self._on_looked)

    @override
    def refresh(self, changes: Changes | None) -> None:
        project = self.document.project
        self.form.show_subjects(Subjects(project, None))
        self._show_rows()
        if project.sign_offs:
            self._looking.request(partial(_still_current, project))

    def _show_rows(self) -> None:
        subjects = Subjects(self.document.project, None)
        signed = self.document.project.sign_offs
        self.table.show_rows(tuple(self._row(done, subjects) for done in reversed(signed)))
        self.none.setVisible(not signed)
        for widget in (self.table, self.withdraw):
            widget.setVisible(bool(signed))
        self._on_reached(self.table.current_id)

    def _row(self, done: SignOff, subjects: Subjects) -> Row:
        named = _("{name} ({role})") if done.role else "{name}"
        who = named.format(name=done.name, role=done.role)
        about = subjects.name(done.subject)
        return Row(done.id, (about, done.note, who, dated(done.date), self._since(done)))

    def _since(self, done: SignOff) -> str:
        if done.id not in self._current:
            return _("Being looked at")
        return _("As it was signed") if self._current[done.id] else _("Changed since signed")

    def _on_looked(self, current: Any) -> None:
        self._current = current
        self._show_rows()

    def _on_reached(self, sign_off_id: str) -> None:
        self.withdraw.setEnabled(bool(sign_off_id))

    def _on_withdraw(self, _checked: bool = False) -> None:
        done = find(self.document.project.sign_offs, self.table.current_id)
        if done is not None:
            self.document.apply(_("Withdraw a sign-off"), withdraw_sign_off, done.id)
            self.removed.emit(_("The sign-off of {name} was withdrawn.").format(name=done.name))


def _still_current(project: Project) -> dict[str, bool]:
    signed = project.sign_offs
    states = states_of(project, [done.subject for done in signed])
    return {done.id: done.state == state for done, state in zip(signed, states, strict=True)}


def _nothing() -> str:
    return _(
        "Nobody has said “done” yet. A sign-off has a name and a day, and says which state of the "
        "cast it is about: when something changes later, it shows here."
    )
