"""What Coverage says when there is nobody to count, or nothing to count them by."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.analysis.coverage import CoverageReport
from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _


class EmptyCoverage(EmptyState):
    """Says what belongs here and offers the next step, where it can be taken from here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("armchair", parent)
        self.add_person = self.add_button(_("Add the first person"), "user-plus")

    def explain(self, report: CoverageReport) -> None:
        """Explain what is missing before anything can be counted."""
        self.add_person.setVisible(bool(report.facets))
        self.setFocusProxy(self.add_person if report.facets else self.more)
        if not report.facets:
            self.tell(
                _("There is nothing to count by yet"),
                _(
                    "Facets are what people differ in: age, caregiving, job level. Add some to "
                    "the project, and every value shows here, with people or without."
                ),
            )
            return
        self.tell(
            _("All seats are still empty"),
            _(
                "Coverage shows who in your cast has which value, who does what, and what is "
                "missing. One person is enough to begin with."
            ),
        )
