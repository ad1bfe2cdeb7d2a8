"""Fix several: the fewest changes that close many findings, previewed before they are made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.check import Finding
from personamap.analysis.plan_wording import certainty
from personamap.analysis.plans import Plan, fewest_changes
from personamap.analysis.solving.effort import Effort, Stop
from personamap.domain.project import Project
from personamap.gui.coverage.searching import Searching
from personamap.gui.coverage.several.choices import Choices
from personamap.gui.coverage.several.plan_view import PlanView
from personamap.gui.coverage.working_line import WorkingLine
from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.widgets.dialog_parts import buttons, hint, size_for
from personamap.gui.widgets.page import page_of
from personamap.i18n import _, plural

_SIZE = QSize(920, 640)


class FixSeveralDialog(QDialog):
    """Works a plan out for the findings that are ticked; Apply makes it one undo step."""

    def __init__(
        self, document: Document, findings: Sequence[Finding], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.plan: Plan | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Fix several findings"))
        self.resize(size_for(self, _SIZE))
        self.choices = Choices(findings)
        self.said = hint("", "secondary")
        self.view = PlanView()
        self.box = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Apply"))
        self.apply_button = self.box.button(QDialogButtonBox.StandardButton.Ok)
        self._searching = Searching(self)
        self.working = WorkingLine(self._searching, _("Looking for the fewest changes"))
        self._lay_out()
        self._connect()
        self._begin()

    @classmethod
    def ask(
        cls, document: Document, findings: Sequence[Finding], parent: QWidget
    ) -> FixSeveralDialog:
        """Open the plan over the window; Apply makes the edit."""
        dialog = cls(document, findings, parent)
        dialog.open()
        return dialog

    @override
    def done(self, result: int) -> None:
        self._searching.drop()
        super().done(result)

    def _lay_out(self) -> None:
        plan = QVBoxLayout()
        plan.setSpacing(12)
        plan.addWidget(self.said)
        plan.addWidget(self.working)
        plan.addWidget(page_of(self.view, steady=False), 1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.choices, 4)
        middle.addLayout(plan, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(hint(_told(), "secondary"))
        layout.addLayout(middle, 1)
        layout.addWidget(self.box)

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_changed)
        self.choices.settled.connect(self._begin)
        self._searching.found.connect(self._on_found)
        self._searching.failed.connect(self._on_failed)
        self._searching.stopped.connect(self._on_stopped)
        self.accepted.connect(self._on_accepted)

    def _on_changed(self) -> None:
        self._searching.drop()
        self._show(None, _("Looking for the fewest changes…"))

    def _begin(self) -> None:
        chosen = self.choices.findings.chosen
        if not chosen:
            self._show(None, _("Tick the findings you want to close."))
            return
        work = partial(_plan, self._document.project, chosen, self.choices.most.value())
        self._searching.begin(_("Looking for the fewest changes"), work)
        self._show(None, _("Looking for the fewest changes…"))

    def _on_found(self, plan: Plan) -> None:
        self._show(plan, _said(plan))

    def _on_failed(self, error: Exception) -> None:
        self._show(None, words_for(error))

    def _on_stopped(self) -> None:
        self._show(None, _("Stopped. Tick fewer findings to look again."))

    def _show(self, plan: Plan | None, words: str) -> None:
        self.plan = plan
        self.said.setText(words)
        if plan is None:
            self.view.clear()
        else:
            self.view.show_plan(plan)
        self.working.follow()
        self.apply_button.setEnabled(plan is not None and bool(plan.steps))

    def _on_accepted(self) -> None:
        if self.plan is not None:
            closed = len(self.plan.closed)
            words = plural("Close a finding", "Close {count} findings", closed)
            self._document.apply(words, self.plan.edit)


def _plan(project: Project, findings: Sequence[Finding], most: int, stop: Stop) -> Plan:
    return fewest_changes(project, findings, Effort(max_new=most), stop)


def _said(plan: Plan) -> str:
    if not plan.steps:
        return _(
            "No change closes any of these by itself: what to do is for you to know. "
            "You can accept a finding and say why."
        )
    sure = certainty(proven=plan.proven, found=plan.found, at_least=plan.at_least)
    steps = plural("{count} step.", "{count} steps.", len(plan.steps))
    return _("{steps} {certainty}").format(steps=steps, certainty=sure)


def _told() -> str:
    return _(
        "One change can close several findings. Blanks nobody has decided on are filled before a "
        "part is changed, and that before somebody is added; nothing changes before you apply it."
    )
