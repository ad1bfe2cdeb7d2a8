"""The dialogs that open over the Coverage workspace.

Each is imported when it is asked for, so that none of them holds up the
first look at the counts.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from personamap.analysis.check import Finding
from personamap.edits.reviews import withdraw_decision
from personamap.gui.coverage.finding_column import FindingColumn
from personamap.gui.coverage.findings_panel import FindingsPanel
from personamap.gui.coverage.known_checks import check_of
from personamap.gui.coverage.people_popup import Question
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.i18n import _


class CoverageDialogs(QObject):
    """Answers what the findings and the counts ask for, over `host`."""

    def __init__(
        self,
        document: Document,
        watcher: CoverageWatcher,
        findings: FindingsPanel | None,
        host: QWidget,
    ) -> None:
        super().__init__(host)
        self._document, self._watcher, self._host = document, watcher, host
        if findings is not None:
            self.answer(findings)
            findings.several_asked.connect(self._on_several_asked)
            findings.checks_asked.connect(self._on_checks_asked)

    def answer(self, findings: FindingsPanel | FindingColumn) -> None:
        """Open what the cards of findings ask for, wherever they stand."""
        findings.fix_asked.connect(self._on_fix_asked)
        findings.accept_asked.connect(self._on_accept_asked)
        findings.why_asked.connect(self._on_why_asked)
        findings.withdraw_asked.connect(self._on_withdraw_asked)
        findings.switch_off_asked.connect(self._on_switch_off_asked)

    def fill(self, question: Question) -> None:
        """Offer ways to put somebody into an empty place."""
        from personamap.gui.coverage.fix_dialog import FixDialog

        if question.need is not None:
            FixDialog.ask_for_place(self._document, question.title, question.need, self._host)

    def choose_what_matters(self) -> None:
        """Let people say what this cast should cover."""
        from personamap.gui.coverage.matters.dialog import WhatMattersDialog

        WhatMattersDialog.ask(self._document, self._host)

    def complete_cast(self) -> None:
        """Propose people who would show most of what the course aims for."""
        from personamap.gui.coverage.completing.dialog import CompleteDialog

        CompleteDialog.ask(self._document, self._host)

    def show_audience(self) -> None:
        """Show who will take the course, and the ways to bring that in."""
        from personamap.gui.importing.audience.overview import AudienceDialog

        AudienceDialog.ask(self._document, self._host)

    def _on_fix_asked(self, finding: Finding) -> None:
        from personamap.gui.coverage.fix_dialog import FixDialog

        FixDialog.ask(self._document, finding, self._host)

    def _on_several_asked(self, findings: list[Finding]) -> None:
        from personamap.gui.coverage.several.dialog import FixSeveralDialog

        FixSeveralDialog.ask(self._document, findings, self._host)

    def _on_accept_asked(self, finding: Finding) -> None:
        from personamap.gui.coverage.accept_dialog import AcceptDialog

        AcceptDialog.ask(self._document, finding, self._host)

    def _on_why_asked(self, finding: Finding) -> None:
        from personamap.gui.coverage.why_dialog import WhyDialog

        check = check_of(finding.check)
        if check is not None:
            WhyDialog(check, self._host).open()

    def _on_withdraw_asked(self, decision_id: str) -> None:
        self._document.apply(_("Withdraw a decision"), withdraw_decision, decision_id)

    def _on_switch_off_asked(self, check_id: str) -> None:
        from personamap.gui.coverage.switch_off import SwitchOffQuestion

        report = self._watcher.report
        listed = sum(f.check == check_id for f in report.findings) if report else 0
        more = report.hidden.get(check_id, 0) if report else 0
        SwitchOffQuestion.ask(self._document, check_id, listed + more, self._host)

    def _on_checks_asked(self) -> None:
        from personamap.gui.coverage.checks_dialog import ChecksDialog

        ChecksDialog.ask(self._document, self._host)
