"""The Coverage workspace: who has which value, who does what, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from personamap.analysis.check import Finding, Need, Proposal
from personamap.analysis.coverage import CoverageReport
from personamap.domain.changes import Changes
from personamap.domain.facet import ValueRef
from personamap.edits.audiences import remove_audience
from personamap.edits.facets import set_facet_field, set_value_starred
from personamap.edits.personas import add_persona, new_persona
from personamap.gui.coverage.dialogs import CoverageDialogs
from personamap.gui.coverage.empty import EmptyCoverage
from personamap.gui.coverage.facets_card import FacetsCard
from personamap.gui.coverage.findings_panel import FindingsPanel
from personamap.gui.coverage.head import CoverageHead
from personamap.gui.coverage.matrix_card import MatrixCard
from personamap.gui.coverage.mirror_card import MirrorCard
from personamap.gui.coverage.pairs_line import PairsLine
from personamap.gui.coverage.people_popup import PeoplePopup, Question
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.look.theme import current_look
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.slices import Slices
from personamap.i18n import _


class CoverageWorkspace(DocumentView):
    """Shows the latest report. Counting happens elsewhere and never holds it up.

    `inspector` holds the findings, for the window to place beside it;
    `person_opened` carries the id of somebody who was asked for, and
    `facets_asked` which facet is to be changed. `inspector_wanted` asks for
    the findings where they share a place with the counts.
    """

    person_opened = Signal(str)
    inspector_wanted = Signal()
    facets_asked = Signal(str)

    def __init__(
        self, document: Document, watcher: CoverageWatcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "workspace")
        self.setProperty("ownFocusRing", True)
        self.watcher = watcher
        self._portraits = Portraits.of(document)
        self._report: CoverageReport | None = None
        self._shown: Shown | None = None
        self._slices = Slices(self)
        self.head = CoverageHead()
        self.pairs = PairsLine()
        self.facets = FacetsCard()
        self.matrix = MatrixCard()
        self.mirror = MirrorCard()
        self.empty = EmptyCoverage()
        self.inspector = FindingsPanel(self)
        self.inspector.hide()
        self.dialogs = CoverageDialogs(document, watcher, self.inspector, self)
        self._lay_out()
        self._connect()

    @property
    def filled(self) -> bool:
        """Tell whether everything here shows the latest report by now."""
        shown = self._report is not None and self._report is self.watcher.report
        return shown and not self._slices.busy

    def show_finding(self, finding: Finding) -> None:
        """Put the focus on a finding, once it is there."""
        self.inspector_wanted.emit()
        self.inspector.show_finding(finding)

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes is None or changes.reaches("facets"):
            self.facets.show_stars(self.document.project)
        self._show_report()

    def _show_report(self) -> None:
        report = self.watcher.report
        if report is None or report is self._report:
            return
        self._report = report
        self._shown = Shown(report, self._portraits)
        countable = bool(report.project.cast and report.facets)
        self._page.setVisible(countable)
        self.empty.setVisible(not countable)
        self.setFocusProxy(self._page if countable else self.empty)
        if not countable:
            self.empty.explain(report)
        self._slices.run(self._fill(self._shown, countable))

    def _fill(self, shown: Shown, countable: bool) -> Iterator[object]:
        """Fill one part after another, from top to bottom, with the window free in between."""
        if countable:
            self._put_in_place()
            self.pairs.show_pairs(shown.report.pairs, len(shown.report.project.cast))
            yield None
            yield from self._fill_unseen(shown)
        self.inspector.show_report(shown)
        if countable:
            yield None
            self.mirror.show_report(shown)

    def _fill_unseen(self, shown: Shown) -> Iterator[object]:
        """Fill the large parts before either is painted.

        Each row that joins a page in view has all of it painted again.
        """
        parts = (self.facets, self.matrix)
        for part in parts:
            part.setUpdatesEnabled(False)
        try:
            yield from self.facets.show_report(shown)
            yield from self.matrix.show_report(shown)
            yield None
            for part in parts:
                part.setUpdatesEnabled(True)
                yield None
        finally:
            # Another report may have come in between, or the window be gone.
            for part in (part for part in parts if isValid(part)):
                part.setUpdatesEnabled(True)

    def _put_in_place(self) -> None:
        """Put the parts on the page when there is something to show on them.

        Dressing a widget takes longer than making it, and none of it is
        needed for the first click to answer.
        """
        if not self._column.count():
            for widget in (self.pairs, self.facets, self.matrix, self.mirror):
                self._column.addWidget(widget)
            self._column.addStretch(1)
            # The findings stand beside the counts, and come after them.
            self.setTabOrder(self.mirror.alike, self.inspector.head.order)
            self.setTabOrder(self.inspector.head.order, self.inspector.head.several)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("role", "content")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(24, 0, 24, 24)
        self._column.setSpacing(12)
        self._page = page_of(content)
        self._page.setProperty("ownFocusRing", True)
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
        self.head.add(_("What matters…"), "star", self.dialogs.choose_what_matters)
        self.head.add(_("Audience…"), "users", self.dialogs.show_audience)
        complete = self.dialogs.complete_cast
        self.head.add(_("Complete my cast…"), "wand-sparkles", complete, primary=True)
        self.watcher.reported.connect(self._on_reported)
        self.empty.add_person.clicked.connect(self._on_add_person)
        self.mirror.audience_asked.connect(self.dialogs.show_audience)
        self.mirror.person_asked.connect(self._on_person_asked)
        self.mirror.removal_asked.connect(self._on_removal_asked)
        self.facets.starring.connect(self._on_starring)
        self.facets.looked_into.connect(self._on_value_looked_into)
        self.facets.edit_asked.connect(self.facets_asked)
        self.matrix.looked_into.connect(self._on_cell_looked_into)
        look = current_look()
        if look is not None:
            look.changed.connect(self._on_look_changed)

    def _on_reported(self, _report: CoverageReport) -> None:
        if self.isVisible():
            self._show_report()
        else:
            self._stale = True

    def _on_removal_asked(self) -> None:
        self.document.apply(_("Remove the audience"), remove_audience)

    def _on_person_asked(self, proposal: Proposal) -> None:
        self.document.apply(proposal.text, proposal.edit)

    def _on_add_person(self) -> None:
        persona = new_persona()
        self.document.apply(_("Add person"), add_persona, persona)
        self.person_opened.emit(persona.id)

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
        need = Need(values=(ValueRef(facet=facet_id, value=value_id),))
        question = Question(title, "", cell.people, value.starred, need)
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
        popup.ways_asked.connect(self.dialogs.fill)
        popup.open_at(at)
        return popup

    def _on_look_changed(self) -> None:
        self._report = None
        self.head.fit_icons()
        self.facets.begin_anew()
        self.matrix.fit_boxes()
        self._show_report()
        self.update()
