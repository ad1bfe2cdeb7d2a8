"""A finding that was accepted on purpose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from personamap.analysis.coverage import Accepted
from personamap.gui.coverage.small_button import small_button
from personamap.gui.widgets.icon_mark import IconMark
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _


class AcceptedCard(QFrame):
    """Says that a finding was accepted, why and by whom; it can be withdrawn."""

    withdraw_asked = Signal(str)  # decision id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quote")
        self._decision = ""
        self.title, self.reason = plain_label(), plain_label()
        self.title.setProperty("role", "label")
        self.reason.setProperty("role", "secondary")
        self.withdraw = small_button(_("Withdraw"), "link")
        self.withdraw.clicked.connect(self._on_withdraw)
        column = QVBoxLayout()
        column.setSpacing(4)
        for label in (self.title, self.reason):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 8)
        row.setSpacing(8)
        row.addWidget(IconMark("check", "good"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_accepted(self, accepted: Accepted) -> None:
        """Show another decision on this card."""
        decision = accepted.decision
        self._decision = decision.id
        self.title.setText(_("Accepted: {title}").format(title=accepted.finding.title))
        said = [f"“{decision.reason}”"] if decision.reason else []
        said += [part for part in (decision.author, decision.date) if part]
        self.reason.setText(
            _("{decision}\nComes back if the cast changes.").format(decision=" · ".join(said))
        )
        self.setAccessibleName(f"{self.title.text()}. {self.reason.text()}")
        self.withdraw.setAccessibleDescription(self.title.text())

    def _on_withdraw(self) -> None:
        self.withdraw_asked.emit(self._decision)
