"""The findings beside the counts: worst first, accepted ones below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import CoverageReport
from personamap.gui.coverage.finding_card import AcceptedCard, FindingCard
from personamap.gui.coverage.page import page_of
from personamap.gui.coverage.shown import Shown
from personamap.i18n import _, plural

PAGE = 20
_AT_ONCE = 2


class FindingsPanel(QFrame):
    """Lists findings a page at a time and makes its cards a few at a time.

    So a cast with hundreds of findings never holds up the window, and
    cards that are there are filled anew instead of being made again.
    """

    fix_asked = Signal(object)
    accept_asked = Signal(object)
    why_asked = Signal(object)
    withdraw_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self.cards: list[FindingCard] = []
        self.accepted_cards: list[AcceptedCard] = []
        self._shown: Shown | None = None
        self._room = PAGE
        self._current = ""
        self.title, self.numbers = QLabel(_("Findings")), QLabel()
        self.title.setProperty("role", "section")
        self.numbers.setProperty("role", "secondary")
        self.nothing, self.hidden = QLabel(), QLabel()
        self.more = QPushButton()
        self.more.clicked.connect(self._on_more)
        self._making = QTimer(self)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_some)
        self._lay_out()

    def show_report(self, shown: Shown) -> None:
        """Show the findings of a report."""
        self._shown = shown
        report = shown.report
        self.numbers.setText(_numbers(report))
        self._fill()
        self._making.start()

    def bring(self, key: str) -> None:
        """Make a finding the current one."""
        self._current = key
        for card in self.cards:
            card.show_current(card.finding is not None and card.finding.key == key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 20, 24, 20)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.numbers)
        head.addStretch(1)
        content = QWidget()
        content.setProperty("role", "content")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 4, 16, 24)
        self._column.setSpacing(8)
        self.nothing.setProperty("role", "secondary")
        self.hidden.setProperty("role", "hint")
        for label in (self.nothing, self.hidden):
            label.setWordWrap(True)
            label.setContentsMargins(8, 4, 8, 4)
        for widget in (self.nothing, self.more, self.hidden):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.area = page_of(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)

    def _fill(self) -> None:
        if self._shown is None:
            return
        report = self._shown.report
        listed = report.findings[: self._room]
        for card, finding in zip(self.cards, listed, strict=False):
            card.show_finding(finding, self._shown, report.returned.get(finding.key))
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(listed))
        for quiet, accepted in zip(self.accepted_cards, report.accepted, strict=False):
            quiet.show_accepted(accepted)
        for place, quiet in enumerate(self.accepted_cards):
            quiet.setVisible(place < min(len(report.accepted), self._room))
        self._fill_notes(report, len(listed))
        keys = [finding.key for finding in listed]
        self.bring(self._current if self._current in keys else (keys or [""])[0])

    def _fill_notes(self, report: CoverageReport, listed: int) -> None:
        self.nothing.setVisible(not report.findings)
        self.nothing.setText(
            _("Nothing is open. This is what the cast shows, on purpose or by luck.")
            if report.project.cast
            else _("Findings come with the first person. Each says what it rests on.")
        )
        rest = len(report.findings) - listed
        self.more.setVisible(rest > 0)
        self.more.setText(plural("Show {count} more", "Show {count} more", min(rest, PAGE)))
        self.hidden.setVisible(bool(report.hidden) and not rest)
        self.hidden.setText(_hidden(report))

    def _make_some(self) -> None:
        report = self._shown.report if self._shown else None
        wanted = min(self._room, len(report.findings)) if report else 0
        decided = min(self._room, len(report.accepted)) if report else 0
        made = 0
        while made < _AT_ONCE and len(self.cards) < wanted:
            self._make_card()
            made += 1
        while made < _AT_ONCE and len(self.accepted_cards) < decided:
            self._make_accepted()
            made += 1
        if made:
            self._fill()
        else:
            self._making.stop()

    def _make_card(self) -> None:
        card = FindingCard()
        card.fix_asked.connect(self.fix_asked)
        card.accept_asked.connect(self.accept_asked)
        card.why_asked.connect(self.why_asked)
        card.came_forward.connect(self._on_came_forward)
        card.walked.connect(self._on_walked)
        self._column.insertWidget(1 + len(self.cards), card)
        self.cards.append(card)

    def _make_accepted(self) -> None:
        quiet = AcceptedCard()
        quiet.withdraw_asked.connect(self.withdraw_asked)
        self._column.insertWidget(self._column.count() - 1, quiet)
        self.accepted_cards.append(quiet)

    def _on_more(self) -> None:
        self._room += PAGE
        self._fill()
        self._making.start()

    def _on_walked(self, step: int) -> None:
        shown = [card for card in self.cards if not card.isHidden()]
        keys = [card.finding.key if card.finding else "" for card in shown]
        place = keys.index(self._current) if self._current in keys else 0
        shown[min(max(0, place + step), len(shown) - 1)].take_focus()

    def _on_came_forward(self, card: FindingCard) -> None:
        if card.finding is not None:
            self.bring(card.finding.key)
            self.area.ensureWidgetVisible(card, 0, 8)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()


def _numbers(report: CoverageReport) -> str:
    still_open = plural("{count} open", "{count} open", report.open_count)
    if not report.accepted:
        return still_open
    accepted = plural("{count} accepted", "{count} accepted", len(report.accepted))
    return _("{open}, {accepted}").format(open=still_open, accepted=accepted)


def _hidden(report: CoverageReport) -> str:
    titles = {check.id: _(check.title) for check in CHECKS}
    return "\n".join(
        plural("and {count} more", "and {count} more", number) + f": {titles.get(check, check)}"
        for check, number in report.hidden.items()
    )
