"""The findings beside the story: on this scene, on people who are in it, and on the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.analysis.coverage import CoverageReport, all_checks
from personamap.analysis.told_in import story_checks, told_in
from personamap.domain.scene import Scene
from personamap.gui.coverage.finding_groups import FindingGroups
from personamap.gui.coverage.shown import Shown
from personamap.i18n import N_, _

_TITLES = (N_("About this scene"), N_("About people in it"), N_("About the story"))


class StoryFindings(FindingGroups):
    """Lists what the checks that look at scenes found, in three groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([_(title) for title in _TITLES], parent)
        self._shown: Shown | None = None
        self._scene: Scene | None = None
        self._checks = story_checks(all_checks())

    def show_report(self, shown: Shown) -> None:
        """Show the findings of another report."""
        self._shown = shown
        self._arrange()

    def show_scene(self, scene: Scene | None) -> None:
        """Put forward what is about another scene."""
        if scene is not self._scene:
            self._scene = scene
            self._arrange()

    def _arrange(self) -> None:
        if self._shown is None:
            return
        report = self._shown.report
        told = told_in(report.findings, self._checks, self._scene)
        self.show_groups((told.scene, told.people, told.others), self._shown, _why_nothing(report))


def _why_nothing(report: CoverageReport) -> str:
    if not report.project.scenes:
        return _("Findings about the story come with its first scenes.")
    return _("Nothing is open about the story. It is so on purpose or by luck.")
