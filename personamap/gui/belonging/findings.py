"""The findings beside the square: on the chosen person, and on everybody else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.gui.coverage.finding_card import FindingCard
from personamap.gui.coverage.known_checks import area_of
from personamap.gui.coverage.shown import Shown
from personamap.gui.story.findings import FindingGroup
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.page import page_of
from personamap.i18n import _


class BelongingFindings(QWidget):
    """Lists what the checks about belonging found, with what can be done about it."""

    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._persona_id = ""
        self.nothing = hint("", "secondary")
        self.nothing.setContentsMargins(24, 8, 24, 8)
        self.groups = (FindingGroup(_("About this person")), FindingGroup(_("About the cast")))
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
        self._shown = shown
        self._arrange()

    def show_person(self, persona_id: str) -> None:
        """Put forward what is about somebody else."""
        if persona_id != self._persona_id:
            self._persona_id = persona_id
            self._arrange()

    def _arrange(self) -> None:
        if self._shown is None:
            return
        found = [f for f in self._shown.report.findings if area_of(f.check) == "belonging"]
        own = [finding for finding in found if self._persona_id in finding.subjects]
        others = [finding for finding in found if self._persona_id not in finding.subjects]
        self.groups[0].show_findings(own, self._shown, leads=True)
        self.groups[1].show_findings(others, self._shown, leads=not own)
        self.nothing.setVisible(not found)
        self.nothing.setText(
            _("Nothing is open about belonging. It is so on purpose or by luck.")
            if self._shown.report.project.cast
            else _("Findings about belonging come with the first person.")
        )
        self.counted.emit(len(found))

    def _on_came_forward(self, card: FindingCard) -> None:
        for group in self.groups:
            if card not in group.column.cards:
                group.column.bring("")
        self.page.ensureWidgetVisible(card, 0, 8)
