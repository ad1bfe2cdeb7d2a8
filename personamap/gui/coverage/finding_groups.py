"""Findings beside a workspace, in groups one under the other, and what is said without any."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.check import Finding
from personamap.gui.coverage.finding_card import FindingCard
from personamap.gui.coverage.finding_column import FindingColumn, Listing
from personamap.gui.coverage.shown import Shown
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import plural

_Listed = tuple[Sequence[Sequence[Finding]], Shown]
_MOST = 20
"""How many findings are listed in a group; the others are under Coverage."""


class FindingGroups(QWidget):
    """Lists groups of findings, of which one card at a time is open.

    Counts them at once, and makes the cards when they are looked at.
    """

    counted = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = hint("", "secondary")
        self.nothing.setContentsMargins(24, 8, 24, 8)
        self.groups = tuple(map(FindingGroup, titles))
        content = QWidget()
        content.setProperty("role", "content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.nothing)
        for group in self.groups:
            column.addWidget(group)
            group.column.came_forward.connect(self._on_came_forward)
        column.addStretch(1)
        self._listed: _Listed | None = None
        self._stale = False
        self.page = page_of(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    @property
    def busy(self) -> bool:
        """Tell whether some cards do not show yet what they should."""
        return any(group.column.busy for group in self.groups)

    @property
    def cards(self) -> list[FindingCard]:
        """The cards that are shown, from top to bottom."""
        return [card for group in self.groups for card in group.column.cards if not card.isHidden()]

    def show_groups(self, found: Sequence[Sequence[Finding]], shown: Shown, nothing: str) -> None:
        """Show the findings of each group, or why there are none; the first that has any leads."""
        count = sum(map(len, found))
        self.nothing.setVisible(not count)
        self.nothing.setText(nothing)
        self._listed, self._stale = (found, shown), True
        if self.isVisible():
            self._list()
        self.counted.emit(count)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list()

    def _list(self) -> None:
        if self._listed is None or not self._stale:
            return
        self._stale = False
        found, shown = self._listed
        leads = True
        for group, findings in zip(self.groups, found, strict=True):
            group.show_findings(findings, shown, leads=leads)
            leads = leads and not findings

    def _on_came_forward(self, card: FindingCard) -> None:
        for group in self.groups:
            if card not in group.column.cards:
                group.column.bring("")
        self.page.ensureWidgetVisible(card, 0, 8)


class FindingGroup(QWidget):
    """A few findings under one title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = plain_label(title)
        heading.setProperty("role", "label")
        heading.setContentsMargins(24, 8, 24, 4)
        self.more = hint("")
        self.more.setContentsMargins(8, 0, 8, 0)
        self.column = FindingColumn((self.more,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self.column)

    def show_findings(self, findings: Sequence[Finding], shown: Shown, *, leads: bool) -> None:
        """Show these, as far as a list can be read, and how many more there are.

        The current one is among them if this is the group that `leads`.
        """
        rest = len(findings) - _MOST
        self.more.setVisible(rest > 0)
        self.more.setText(
            plural("and {count} more, under Coverage", "and {count} more, under Coverage", rest)
        )
        returned = shown.report.returned
        self.column.show_listing(Listing(shown, findings[:_MOST], (), returned, leads=leads))
        self.setVisible(bool(findings))
