"""What all courses show and lack together, in the words every finding has."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from personamap.analysis.catalogue.catalogue import Catalogue
from personamap.analysis.catalogue.wording import where_words
from personamap.analysis.check import Finding
from personamap.gui.catalogue.card_list import CardList
from personamap.gui.coverage.evidence import EvidenceLine
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.small_button import small_button
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.icon_mark import IconMark
from personamap.i18n import _, plural


class AcrossCard(QFrame):
    """One finding across courses; what to do about it is decided in a course."""

    why_asked = Signal(str)  # check id

    def __init__(self, finding: Finding, where: str, shown: Shown) -> None:
        super().__init__()
        self.setProperty("role", "finding")
        self.setAccessibleName(finding.text)
        self._check = finding.check
        self.evidence = EvidenceLine()
        self.evidence.show_finding(finding, shown)
        self.why = small_button(_("Why this matters"), "text-link")
        self.why.setAccessibleDescription(finding.title)
        self.why.clicked.connect(self._on_why)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(hint(finding.title, "strong"))
        column.addWidget(hint(finding.sentence, "secondary"))
        if where:
            column.addWidget(hint(where))
        foot = QHBoxLayout()
        foot.addWidget(self.evidence, 1)
        foot.addWidget(self.why)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(IconMark("flag", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _on_why(self) -> None:
        self.why_asked.emit(self._check)


class AcrossPage(CardList):
    """Lists the findings across courses, worst first, and those every course accepted."""

    why_asked = Signal(str)

    def __init__(self, before: QWidget) -> None:
        super().__init__(before, above=8)
        self.cards: list[AcrossCard] = []

    def show_catalogue(self, catalogue: Catalogue, shown: Shown) -> None:
        """List what a catalogue shows and lacks."""
        self.cards.clear()
        self.fill(self._all(catalogue, shown))

    def _all(self, catalogue: Catalogue, shown: Shown) -> Iterator[QWidget]:
        across = catalogue.across
        if not across.findings:
            words = _("Nothing is open across these courses, on purpose or by luck.")
            yield hint(words, "secondary")
        for finding in across.findings:
            card = AcrossCard(finding, where_words(catalogue, finding), shown)
            card.why_asked.connect(self.why_asked)
            self.cards.append(card)
            yield card
        more = across.open_count - len(across.findings)
        if more > 0:
            yield hint(
                plural("{count} more of the same kinds", "{count} more of the same kinds", more)
            )
        for accepted in across.accepted:
            words = _("Accepted in every course that has it: {title}")
            yield hint(words.format(title=accepted.finding.title))
