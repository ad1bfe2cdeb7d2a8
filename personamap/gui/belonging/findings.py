"""The findings beside the square: on the chosen person, and on everybody else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.domain.project import Project
from personamap.gui.coverage.finding_groups import FindingGroups
from personamap.gui.coverage.known_checks import area_of
from personamap.gui.coverage.shown import Shown
from personamap.i18n import _


class BelongingFindings(FindingGroups):
    """Lists what the checks about belonging found, with what can be done about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((_("About this person"), _("About the cast")), parent)
        self._shown: Shown | None = None
        self._persona_id = ""

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
        report = self._shown.report
        found = [f for f in report.findings if area_of(f.check) == "belonging"]
        own = [finding for finding in found if self._persona_id in finding.subjects]
        others = [finding for finding in found if self._persona_id not in finding.subjects]
        self.show_groups((own, others), self._shown, _why_nothing(report.project))


def _why_nothing(project: Project) -> str:
    if not project.cast:
        return _("Findings about belonging come with the first person.")
    return _("Nothing is open about belonging. It is so on purpose or by luck.")
