"""Ways to close a finding, each with what it would close and open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.check import Finding, Fix
from personamap.analysis.fixes import fixes_for
from personamap.gui.coverage.page import page_of
from personamap.gui.document import Document
from personamap.gui.jobs import LatestJob
from personamap.gui.widgets.dialog_parts import buttons, hint
from personamap.i18n import _, plural

_WIDTH, _HEIGHT = 560, 480
_MOST_TOLD = 4


class FixDialog(QDialog):
    """Offers the fixes of one finding; they are worked out while it is open.

    Applying one is one undoable step on whatever the project is by then.
    """

    ready = Signal()

    def __init__(self, document: Document, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.fixes: tuple[Fix, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Fix"))
        self.resize(_WIDTH, _HEIGHT)
        self.choices = QButtonGroup(self)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.state = hint(_("Working out what each way would change…"), "secondary")
        self.box = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Apply"))
        self.apply_button = self.box.button(QDialogButtonBox.StandardButton.Ok)
        self.apply_button.setEnabled(False)
        self._lay_out(finding)
        self.accepted.connect(self._on_accepted)
        self._job = LatestJob(0, self)
        self._job.finished.connect(self._on_worked_out)
        self._job.request(partial(fixes_for, document.project, finding))

    @classmethod
    def ask(cls, document: Document, finding: Finding, parent: QWidget) -> FixDialog:
        """Open the offers over the window; Apply makes the edit."""
        dialog = cls(document, finding, parent)
        dialog.open()
        return dialog

    def _lay_out(self, finding: Finding) -> None:
        title = hint(finding.title, "person")
        self._offers = QVBoxLayout()
        self._offers.setContentsMargins(0, 0, 8, 0)
        self._offers.setSpacing(8)
        content = QWidget()
        content.setProperty("role", "content")
        content.setLayout(self._offers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for widget in (title, hint(finding.sentence, "secondary"), self.state, self.busy):
            layout.addWidget(widget)
        layout.addWidget(page_of(content), 1)
        layout.addWidget(self.box)

    def _on_worked_out(self, fixes: tuple[Fix, ...]) -> None:
        self.fixes = fixes
        self.busy.hide()
        self.state.setText(
            _("Smallest change first. Nothing changes before you apply one.")
            if fixes
            else _(
                "No change closes this by itself: what to do is for you to know. "
                "You can accept the finding and say why."
            )
        )
        for number, fix in enumerate(fixes):
            offer = _Offer(fix)
            self.choices.addButton(offer.choice, number)
            self._offers.addWidget(offer)
        self._offers.addStretch(1)
        self.apply_button.setEnabled(bool(fixes))
        if fixes:
            self.choices.button(0).setChecked(True)
            self.choices.button(0).setFocus(Qt.FocusReason.OtherFocusReason)
        self.ready.emit()

    def _on_accepted(self) -> None:
        chosen = self.choices.checkedId()
        if 0 <= chosen < len(self.fixes):
            fix = self.fixes[chosen]
            self._document.apply(fix.text, fix.edit)


class _Offer(QFrame):
    """One fix to choose: what it would do, in full, and what that closes and opens."""

    def __init__(self, fix: Fix) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.choice = QRadioButton()
        self.choice.setAccessibleName(fix.text)
        self.choice.setAccessibleDescription(f"{_closes(fix)} {_opens(fix)}")
        column = QVBoxLayout()
        column.setSpacing(4)
        for words, role in ((fix.text, ""), (_closes(fix), "good"), (_opens(fix), "hint")):
            column.addWidget(hint(words, role))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choice.setChecked(True)
        self.choice.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


def _closes(fix: Fix) -> str:
    words = plural("Closes {count}: ", "Closes {count}: ", len(fix.closed))
    return words + _titles(fix.closed)


def _opens(fix: Fix) -> str:
    if not fix.opened:
        return _("Opens nothing new")
    return plural("Opens {count}: ", "Opens {count}: ", len(fix.opened)) + _titles(fix.opened)


def _titles(findings: Sequence[Finding]) -> str:
    told = "; ".join(finding.title for finding in findings[:_MOST_TOLD])
    rest = len(findings) - _MOST_TOLD
    return told + plural("; and {count} more", "; and {count} more", rest) if rest > 0 else told
