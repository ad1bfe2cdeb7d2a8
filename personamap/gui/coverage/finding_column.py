"""The cards of the findings, one below the other, filled a few at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from personamap.analysis.check import Finding
from personamap.analysis.coverage import Accepted
from personamap.domain.review import Decision
from personamap.gui.coverage.accepted_card import AcceptedCard
from personamap.gui.coverage.finding_card import FindingCard
from personamap.gui.coverage.known_checks import area_of, area_title
from personamap.gui.coverage.shown import Shown
from personamap.gui.widgets.plain_words import plain_label
from personamap.gui.widgets.slices import Slices


class Listing(Struct, frozen=True):
    """The findings to show, in their order, with the decisions that no longer fit.

    Where several lists stand together, the current finding is in the one that `leads`.
    """

    shown: Shown
    findings: Sequence[Finding]
    accepted: Sequence[Accepted]
    returned: Mapping[str, Decision]
    by_area: bool = False
    leads: bool = True

    @property
    def keys(self) -> list[str]:
        """The keys of the findings, in their order."""
        return [finding.key for finding in self.findings]


class FindingColumn(QWidget):
    """Keeps its cards and fills them anew, so that showing another report is cheap."""

    fix_asked = Signal(object)
    accept_asked = Signal(object)
    why_asked = Signal(object)
    withdraw_asked = Signal(str)
    switch_off_asked = Signal(str)  # check id
    area_asked = Signal(str)
    check_asked = Signal(str)
    came_forward = Signal(object)  # the card
    filled = Signal()

    def __init__(self, notes: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "content")
        self.cards: list[FindingCard] = []
        self.accepted_cards: list[AcceptedCard] = []
        self.headings: list[QLabel] = []
        self._listing: Listing | None = None
        self._current = ""
        self._slices = Slices(self)
        self._slices.done.connect(self.filled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 4, 16, 24)
        self._column.setSpacing(8)
        for note in notes:
            self._column.addWidget(note)
        self._column.addStretch(1)

    @property
    def busy(self) -> bool:
        """Tell whether some cards do not show yet what they should."""
        return self._slices.busy

    def show_listing(self, listing: Listing) -> None:
        """Show these findings; the current one stays current while it is among them."""
        self._listing = listing
        if self._current not in listing.keys:
            self._current = listing.keys[0] if listing.keys and listing.leads else ""
        self._slices.run(self._fill(listing))

    def bring(self, key: str) -> None:
        """Make a finding the current one."""
        self._current = key
        for card in self.cards:
            card.show_current(card.finding is not None and card.finding.key == key)

    def lists(self, key: str) -> bool:
        """Tell whether a finding is among those that are listed."""
        return self._listing is not None and key in self._listing.keys

    def focus_on(self, place: int) -> None:
        """Put the focus on what can be done about one of the findings."""
        if 0 <= place < len(self.cards) and not self.cards[place].isHidden():
            self.cards[place].take_focus()

    def _fill(self, listing: Listing) -> Iterator[None]:
        for place in range(len(listing.findings), len(self.cards)):
            self.cards[place].setVisible(False)
            self.headings[place].setVisible(False)
        for quiet in self.accepted_cards[len(listing.accepted) :]:
            quiet.setVisible(False)
        for place in range(len(listing.findings)):
            self._fill_card(listing, place)
            yield
        for place, accepted in enumerate(listing.accepted):
            self._fill_accepted(place, accepted)
            yield

    def _fill_card(self, listing: Listing, place: int) -> None:
        if place == len(self.cards):
            self._make_card()
        finding = listing.findings[place]
        card, heading = self.cards[place], self.headings[place]
        card.show_finding(finding, listing.shown, listing.returned.get(finding.key))
        card.show_current(finding.key == self._current)
        area = area_of(finding.check)
        begins = not place or area_of(listing.findings[place - 1].check) != area
        heading.setText(area_title(area))
        heading.setVisible(listing.by_area and begins)
        card.setVisible(True)

    def _fill_accepted(self, place: int, accepted: Accepted) -> None:
        if place == len(self.accepted_cards):
            quiet = AcceptedCard()
            quiet.withdraw_asked.connect(self.withdraw_asked)
            self._column.insertWidget(self._column.count() - 1, quiet)
            self.accepted_cards.append(quiet)
        self.accepted_cards[place].show_accepted(accepted)
        self.accepted_cards[place].setVisible(True)

    def _make_card(self) -> None:
        card, heading = FindingCard(), plain_label()
        heading.setProperty("role", "label")
        heading.setContentsMargins(8, 8, 8, 0)
        card.fix_asked.connect(self.fix_asked)
        card.accept_asked.connect(self.accept_asked)
        card.why_asked.connect(self.why_asked)
        card.switch_off_asked.connect(self.switch_off_asked)
        card.area_asked.connect(self.area_asked)
        card.check_asked.connect(self.check_asked)
        card.came_forward.connect(self._on_came_forward)
        card.walked.connect(self._on_walked)
        place = 1 + 2 * len(self.cards)
        self._column.insertWidget(place, heading)
        self._column.insertWidget(place + 1, card)
        self.cards.append(card)
        self.headings.append(heading)

    def _on_walked(self, step: int) -> None:
        keys = self._listing.keys if self._listing else []
        place = keys.index(self._current) if self._current in keys else 0
        self.focus_on(min(max(0, place + step), len(keys) - 1))

    def _on_came_forward(self, card: FindingCard) -> None:
        if card.finding is not None:
            self.bring(card.finding.key)
            self.came_forward.emit(card)
