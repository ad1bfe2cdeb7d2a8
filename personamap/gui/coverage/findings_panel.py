"""The findings beside the counts: as many as wanted, in the order wanted, accepted ones below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from personamap.analysis.check import Area, Finding
from personamap.analysis.coverage import CoverageReport, weigh
from personamap.gui.coverage.finding_card import FindingCard
from personamap.gui.coverage.finding_column import FindingColumn, Listing
from personamap.gui.coverage.finding_order import Freshness, arranged
from personamap.gui.coverage.findings_head import FindingsHead
from personamap.gui.coverage.known_checks import can_be_fixed
from personamap.gui.coverage.more_findings import MoreFindings
from personamap.gui.coverage.shown import Shown
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _, plural

PAGE = 20


class FindingsPanel(QFrame):
    """Lists findings a page at a time, so that hundreds of them stay readable.

    A report lists only so many of one check; all of them are shown when
    somebody asks for that check alone.
    """

    fix_asked = Signal(object)
    several_asked = Signal(object)  # the findings that are listed and have changes to offer
    accept_asked = Signal(object)
    why_asked = Signal(object)
    withdraw_asked = Signal(str)
    switch_off_asked = Signal(str)  # check id
    checks_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self._shown: Shown | None = None
        self._room = PAGE
        self._next: int | None = None
        self._sought = ""
        self._freshness = Freshness()
        self._fixable: list[Finding] = []
        self.head = FindingsHead()
        self.nothing, self.more, self.hidden = plain_label(), QPushButton(), MoreFindings()
        self.column = FindingColumn((self.nothing, self.more, self.hidden))
        self.cards, self.accepted_cards = self.column.cards, self.column.accepted_cards
        self._lay_out()
        self._connect()

    @property
    def filled(self) -> bool:
        """Tell whether every card shows what it should by now."""
        return not self.column.busy

    def show_report(self, shown: Shown) -> None:
        """Show the findings of a report."""
        self._shown = shown
        self._freshness.note(shown.report.findings)
        self._arrange()

    def bring(self, key: str) -> None:
        """Make a finding the current one."""
        self.column.bring(key)

    def show_finding(self, finding: Finding) -> None:
        """Put the focus on a finding; where many are listed, its check is shown alone."""
        self._sought = finding.key
        self.column.bring(finding.key)
        if self._shown is None or self.column.lists(finding.key):
            self._arrange()
        else:
            self.show_check(finding.check)

    def show_check(self, check_id: str) -> None:
        """Show the findings of one check alone, and all of them."""
        self.head.narrow(check=check_id)

    def show_area(self, area: Area) -> None:
        """Show the findings of one area alone."""
        self.head.narrow(area=area)

    def _lay_out(self) -> None:
        self.nothing.setProperty("role", "secondary")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(8, 4, 8, 4)
        self.area = page_of(self.column)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.more.clicked.connect(self._on_more)
        self.hidden.check_asked.connect(self.show_check)
        self.head.wish_changed.connect(self._on_wish_changed)
        self.head.checks_asked.connect(self.checks_asked)
        self.head.several_asked.connect(self._on_several_asked)
        cards = self.column
        cards.fix_asked.connect(self.fix_asked)
        cards.accept_asked.connect(self.accept_asked)
        cards.why_asked.connect(self.why_asked)
        cards.withdraw_asked.connect(self.withdraw_asked)
        cards.switch_off_asked.connect(self.switch_off_asked)
        cards.area_asked.connect(self.show_area)
        cards.check_asked.connect(self.show_check)
        cards.came_forward.connect(self._on_came_forward)
        cards.filled.connect(self._on_filled)

    def _arrange(self) -> None:
        if self._shown is None:
            return
        report, wish = self._shown.report, self.head.wish
        every = weigh(report.checked) if wish.check else None
        found = every.open if every else report.findings
        wanted = arranged(found, wish, self._freshness)
        accepted = [a for a in report.accepted if wish.includes(a.finding.check)]
        self._make_room_for_sought(wanted)
        self._fixable = [finding for finding in wanted if can_be_fixed(finding.check)]
        self.head.several.setVisible(len(self._fixable) > 1)
        self.head.show_report(report, len(wanted))
        self._fill_notes(report, len(wanted))
        listing = Listing(
            self._shown,
            wanted[: self._room],
            accepted[: self._room],
            every.returned if every else report.returned,
            by_area=wish.order == "area",
        )
        self.column.show_listing(listing)

    def _make_room_for_sought(self, wanted: list[Finding]) -> None:
        keys = [finding.key for finding in wanted]
        if self._sought in keys:
            self._next, self._sought = keys.index(self._sought), ""
            self._room = max(self._room, self._next + 1)

    def _fill_notes(self, report: CoverageReport, wanted: int) -> None:
        wish = self.head.wish
        self.nothing.setVisible(not wanted)
        self.nothing.setText(_why_nothing(report, wish.narrows))
        rest = wanted - self._room
        self.more.setVisible(rest > 0)
        self.more.setText(plural("Show {count} more", "Show {count} more", min(rest, PAGE)))
        told = {c: n for c, n in report.hidden.items() if wish.includes(c)}
        self.hidden.tell({} if rest > 0 or wish.check else told)

    def _on_wish_changed(self) -> None:
        self._room = PAGE
        self._arrange()
        self.area.verticalScrollBar().setValue(0)

    def _on_several_asked(self) -> None:
        self.several_asked.emit(self._fixable)

    def _on_more(self) -> None:
        self._next = self._room
        self._room += PAGE
        self._arrange()

    def _on_filled(self) -> None:
        place, self._next = self._next, None
        if place is not None:
            self.column.focus_on(place)

    def _on_came_forward(self, card: FindingCard) -> None:
        self.area.ensureWidgetVisible(card, 0, 8)


def _why_nothing(report: CoverageReport, narrowed: bool) -> str:
    if not report.project.cast:
        return _("Findings come with the first person. Each says what it rests on.")
    if narrowed:
        return _("Nothing is open here. Show all findings again to see the others.")
    return _("Nothing is open. This is what the cast shows, on purpose or by luck.")
