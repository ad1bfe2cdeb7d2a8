"""The Coverage workspace: who has which value, who does what, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.check import Finding
from personamap.analysis.coverage import CoverageReport
from personamap.domain.changes import Changes
from personamap.edits.facets import set_facet_field, set_value_starred
from personamap.edits.reviews import withdraw_decision
from personamap.gui.coverage.accept_dialog import AcceptDialog
from personamap.gui.coverage.checks_dialog import ChecksDialog
from personamap.gui.coverage.empty import EmptyCoverage
from personamap.gui.coverage.facets_card import FacetsCard
from personamap.gui.coverage.findings_panel import FindingsPanel
from personamap.gui.coverage.fix_dialog import FixDialog
from personamap.gui.coverage.head import CoverageHead
from personamap.gui.coverage.known_checks import check_of
from personamap.gui.coverage.matrix_card import MatrixCard
from personamap.gui.coverage.mirror_card import MirrorCard
from personamap.gui.coverage.page import page_of
from personamap.gui.coverage.pairs_line import PairsLine
from personamap.gui.coverage.people_popup import PeoplePopup, Question
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.switch_off import SwitchOffQuestion
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.look.theme import current_look
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _


class CoverageWorkspace(DocumentView):
    """Shows the latest report. Counting happens elsewhere and never holds it up.

    `inspector` holds the findings, for the window to place beside it;
    `person_opened` carries the id of somebody who was asked for.
    """

    person_opened = Signal(str)

    def __init__(
        self, document: Document, watcher: CoverageWatcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "workspace")
        self._watcher = watcher
        self._portraits = Portraits.of(document)
        self._report: CoverageReport | None = None
        self._shown: Shown | None = None
        self.head = CoverageHead()
        self.pairs = PairsLine()
        self.facets = FacetsCard()
        self.matrix = MatrixCard()
        self.mirror = MirrorCard()
        self.empty = EmptyCoverage()
        self.inspector = FindingsPanel()
        self._lay_out()
        self._connect()

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes is None or changes.reaches("facets"):
            self.facets.show_stars(self.document.project)
        self._show_report()

    def _show_report(self) -> None:
        report = self._watcher.report
        if report is None or report is self._report:
            return
        self._report = report
        self._shown = Shown(report, self._portraits)
        countable = bool(report.project.cast and report.facets)
        self._page.setVisible(countable)
        self.empty.setVisible(not countable)
        self.inspector.show_report(self._shown)
        if not countable:
            self.empty.explain(report)
            return
        self.pairs.show_pairs(report.pairs, len(report.project.cast))
        self.facets.show_report(self._shown)
        self.matrix.show_report(self._shown)
        self.mirror.show_report(self._shown)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("role", "content")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(12)
        for widget in (self.pairs, self.facets, self.matrix, self.mirror):
            column.addWidget(widget)
        column.addStretch(1)
        self._page = page_of(content)
        self._page.hide()
        self.empty.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._page, 1)
        layout.addWidget(self.empty, 1)
        layout.addStretch(0)

    def _connect(self) -> None:
        self._watcher.reported.connect(self._on_reported)
        self.facets.starring.connect(self._on_starring)
        self.facets.looked_into.connect(self._on_value_looked_into)
        self.matrix.looked_into.connect(self._on_cell_looked_into)
        self.inspector.fix_asked.connect(self._on_fix_asked)
        self.inspector.accept_asked.connect(self._on_accept_asked)
        self.inspector.why_asked.connect(self._on_why_asked)
        self.inspector.withdraw_asked.connect(self._on_withdraw_asked)
        self.inspector.switch_off_asked.connect(self._on_switch_off_asked)
        self.inspector.checks_asked.connect(self._on_checks_asked)
        look = current_look()
        if look is not None:
            look.changed.connect(self._on_look_changed)

    def _on_reported(self, _report: CoverageReport) -> None:
        if self.isVisible():
            self._show_report()
        else:
            self._stale = True

    def _on_starring(self, facet_id: str, starred: bool) -> None:
        text = _("Star a facet") if starred else _("Take a star off")
        self.document.apply(text, set_facet_field, facet_id, "starred", starred)

    def _on_value_looked_into(self, facet_id: str, value_id: str) -> None:
        row = self.facets.row_of(facet_id)
        cell = row.grid.cell(value_id) if row else None
        facet = self.document.project.find_facet(facet_id)
        value = facet.find_value(value_id) if facet else None
        if row is None or cell is None or facet is None or value is None:
            return
        title = _("{facet}: {value}").format(facet=facet.label, value=value.label)
        question = Question(title, "", cell.people, value.starred)
        popup = self._pop_up(question, row.grid.below(value_id))

        def star(starred: bool) -> None:
            text = _("Star a value") if starred else _("Take a star off")
            self.document.apply(text, set_value_starred, facet_id, value_id, starred=starred)

        popup.starring.connect(star)

    def _on_cell_looked_into(self, question: Question, at: QPoint) -> None:
        self._pop_up(question, at)

    def _pop_up(self, question: Question, at: QPoint) -> PeoplePopup:
        assert self._shown is not None
        popup = PeoplePopup(question, self._shown, self)
        popup.person_chosen.connect(self.person_opened)
        popup.open_at(at)
        return popup

    def _on_fix_asked(self, finding: Finding) -> None:
        FixDialog.ask(self.document, finding, self)

    def _on_accept_asked(self, finding: Finding) -> None:
        AcceptDialog.ask(self.document, finding, self)

    def _on_why_asked(self, finding: Finding) -> None:
        check = check_of(finding.check)
        if check is not None:
            WhyDialog(check, self).open()

    def _on_switch_off_asked(self, check_id: str) -> None:
        assert self._report is not None
        listed = sum(finding.check == check_id for finding in self._report.findings)
        findings = listed + self._report.hidden.get(check_id, 0)
        SwitchOffQuestion.ask(self.document, check_id, findings, self)

    def _on_checks_asked(self) -> None:
        ChecksDialog.ask(self.document, self)

    def _on_withdraw_asked(self, decision_id: str) -> None:
        self.document.apply(_("Withdraw a decision"), withdraw_decision, decision_id)

    def _on_look_changed(self) -> None:
        self._report = None
        self._show_report()
        self.update()
