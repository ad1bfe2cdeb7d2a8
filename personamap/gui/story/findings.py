"""The findings beside the story: on this scene, on people who are in it, and on the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.analysis.check import Finding
from personamap.analysis.coverage import CoverageReport, all_checks
from personamap.analysis.told_in import Told, story_checks, told_in
from personamap.domain.scene import Scene
from personamap.gui.coverage.finding_card import FindingCard
from personamap.gui.coverage.finding_column import FindingColumn, Listing
from personamap.gui.coverage.shown import Shown
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import N_, _, plural

_MOST = 20
"""How many findings are listed in a group; the others are under Coverage."""

_TITLES = (N_("About this scene"), N_("About people in it"), N_("About the story"))


class StoryFindings(QWidget):
    """Lists what the checks that look at scenes found, in three groups."""

    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: CoverageReport | None = None
        self._shown: Shown | None = None
        self._scene: Scene | None = None
        self._checks = story_checks(all_checks())
        self.nothing = hint("", "secondary")
        self.nothing.setContentsMargins(24, 8, 24, 8)
        self.groups = tuple(FindingGroup(_(title)) for title in _TITLES)
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

    def show_report(self, shown: Shown) -> None:
        """Show the findings of another report."""
        self._shown, self._report = shown, shown.report
        self._arrange()

    def show_scene(self, scene: Scene | None) -> None:
        """Put forward what is about another scene."""
        if scene is not self._scene:
            self._scene = scene
            self._arrange()

    def _arrange(self) -> None:
        if self._report is None or self._shown is None:
            return
        told = told_in(self._report.findings, self._checks, self._scene)
        leads = True
        for group, findings in zip(self.groups, _groups(told), strict=True):
            group.show_findings(findings, self._shown, leads=leads)
            leads = leads and not findings
        count = sum(len(findings) for findings in _groups(told))
        self.nothing.setVisible(not count)
        self.nothing.setText(_why_nothing(self._report))
        self.counted.emit(count)

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


def _groups(told: Told) -> tuple[tuple[Finding, ...], ...]:
    return (told.scene, told.people, told.others)


def _why_nothing(report: CoverageReport) -> str:
    if not report.project.scenes:
        return _("Findings about the story come with its first scenes.")
    return _("Nothing is open about the story. It is so on purpose or by luck.")
