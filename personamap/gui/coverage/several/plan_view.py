"""A plan to read: its steps, and what they close, open and leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from personamap.analysis.check import Finding
from personamap.analysis.plans import Plan
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _, plural


class PlanView(QWidget):
    """Shows one plan at a time, as one card of numbered steps and three lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "content")
        self.steps: list[QLabel] = []
        self.closes, self.opens, self.left = _Titles("good"), _Titles("hint"), _Titles("hint")
        self._card = QFrame()
        self._card.setProperty("role", "panel")
        self._steps = QVBoxLayout(self._card)
        self._steps.setContentsMargins(12, 10, 12, 10)
        self._steps.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self._card, self.closes, self.opens, self.left):
            column.addWidget(part)
        column.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Show no plan."""
        for step in self.steps:
            self._steps.removeWidget(step)
            step.deleteLater()
        self.steps = []
        for part in (self._card, self.closes, self.opens, self.left):
            part.hide()

    def show_plan(self, plan: Plan) -> None:
        """Show a plan."""
        self.clear()
        for number, step in enumerate(plan.steps, 1):
            self.steps.append(hint(_("{number}. {step}").format(number=number, step=step.text), ""))
            self._steps.addWidget(self.steps[-1])
        self._card.setVisible(bool(plan.steps))
        closed, opened, left = len(plan.closed), len(plan.opened), len(plan.left)
        self.closes.tell(plural("Closes {count}", "Closes {count}", closed), plan.closed)
        self.opens.tell(plural("Opens {count}", "Opens {count}", opened), plan.opened)
        self.left.tell(plural("Leaves {count} open", "Leaves {count} open", left), plan.left)


class _Titles(QWidget):
    """A heading and the findings below it; nothing where there are none."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.heading, self.words = hint("", "label"), hint("", role)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.words)

    def tell(self, heading: str, findings: Sequence[Finding]) -> None:
        """Name the findings, one in each line."""
        self.heading.setText(heading)
        self.words.setText("\n".join(finding.title for finding in findings))
        self.setVisible(bool(findings))
