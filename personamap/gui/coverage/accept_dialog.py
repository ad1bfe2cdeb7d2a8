"""Accepting a finding on purpose: why, and who says so."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.check import Finding
from personamap.domain.base import new_id
from personamap.domain.review import Decision
from personamap.edits.reviews import accept_finding
from personamap.gui.document import Document
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import buttons, grow_to_fit, hint, size_for
from personamap.i18n import _

_WIDTH, _REASON_HEIGHT = 480, 96


class AcceptDialog(QDialog):
    """Makes a decision: it stays in the report, and ends when the evidence changes."""

    def __init__(self, document: Document, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._finding = document, finding
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Accept"))
        self.setMinimumWidth(size_for(self, QSize(_WIDTH, 0)).width())
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setMinimumHeight(current_theme().px(_REASON_HEIGHT))
        self.reason.setPlaceholderText(_("For example: Samira leads module 2, same learners."))
        self.author = QLineEdit(_last_author(document))
        self.box = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Accept"))
        self._lay_out()
        self.reason.textChanged.connect(self._on_reason_changed)
        self.accepted.connect(self._on_accepted)
        self._on_reason_changed()

    @classmethod
    def ask(cls, document: Document, finding: Finding, parent: QWidget) -> AcceptDialog:
        """Open the question over the window; Accept makes the decision."""
        dialog = cls(document, finding, parent)
        dialog.open()
        return dialog

    @override
    def showEvent(self, event: QShowEvent) -> None:
        grow_to_fit(self)
        super().showEvent(event)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(_("&Reason"), self.reason)
        form.addRow(_("&Who says so"), self.author)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(hint(self._finding.title, "person"))
        layout.addWidget(hint(self._finding.sentence, "secondary"))
        layout.addLayout(form, 1)
        layout.addWidget(
            hint(_("It stays in the report as accepted, and comes back if the cast changes here."))
        )
        layout.addWidget(self.box)

    def _on_reason_changed(self) -> None:
        has_reason = bool(self.reason.toPlainText().strip())
        accept = self.box.button(QDialogButtonBox.StandardButton.Ok)
        accept.setEnabled(has_reason)
        accept.setToolTip("" if has_reason else _("Say why first: others will read it."))

    def _on_accepted(self) -> None:
        decision = Decision(
            id=new_id("dec"),
            finding=self._finding.key,
            reason=self.reason.toPlainText().strip(),
            author=self.author.text().strip(),
            date=date.today().isoformat(),
            evidence=self._finding.digest,
        )
        self._document.apply(_("Accept a finding"), accept_finding, decision)


def _last_author(document: Document) -> str:
    decisions = document.project.decisions
    return decisions[-1].author if decisions else ""
