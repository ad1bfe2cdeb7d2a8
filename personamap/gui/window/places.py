"""Where things of a project are in the window, and how to get there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt

from personamap.analysis.coverage import CoverageReport
from personamap.gui.window.help_flow import HelpFlow
from personamap.gui.window.workspace_stack import WorkspaceStack
from personamap.gui.window.workspaces import CAST, COVERAGE, REVIEW, WORKSPACES

_STORY = "story"


class Places(QObject):
    """Brings a person, an experience, a value, a scene, a finding or a help page to the front."""

    def __init__(
        self,
        stack: WorkspaceStack,
        ways: Mapping[str, Callable[[str], None]],
        guide: HelpFlow,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stack, self.guide = stack, guide
        self._ways: Mapping[str, Callable[[str], None]] = {
            **ways,
            "value": self._show_value,
            "finding": self._show_finding,
            "scene": self._show_scene,
            "coverage": self._show_coverage,
            "comments": self._show_comments,
            "help": guide.show_page,
        }

    @property
    def report(self) -> CoverageReport | None:
        """The latest findings of the open project."""
        return self._stack.report

    @property
    def has_story(self) -> bool:
        """Tell whether scenes have a workspace."""
        return any(entry.id == _STORY for entry in WORKSPACES)

    def go_to(self, kind: str, item: str) -> None:
        """Go to a thing of a kind; what nobody knows is left alone."""
        way = self._ways.get(kind)
        if way is not None:
            way(item)

    def _show_value(self, node: str) -> None:
        from personamap.gui.cast.workspace import CastWorkspace

        cast = self._stack.show_workspace(CAST.id)
        assert isinstance(cast, CastWorkspace)
        facet_id, _dot, value_id = node.partition(".")
        cast.show_value(facet_id, value_id)

    def _show_finding(self, key: str) -> None:
        from personamap.gui.coverage.workspace import CoverageWorkspace

        finding = (
            next((f for f in self.report.findings if f.key == key), None) if self.report else None
        )
        coverage = self._stack.show_workspace(COVERAGE.id)
        assert isinstance(coverage, CoverageWorkspace)
        if finding is not None:
            coverage.show_finding(finding)

    def _show_coverage(self, _all: str) -> None:
        self._stack.show_workspace(COVERAGE.id)

    def _show_scene(self, scene_id: str) -> None:
        from personamap.gui.story.workspace import StoryWorkspace

        story = self._stack.show_workspace(_STORY)
        assert isinstance(story, StoryWorkspace)
        story.open_scene(scene_id)

    def _show_comments(self, _all: str) -> None:
        from personamap.gui.review.head import COMMENTS
        from personamap.gui.review.workspace import ReviewWorkspace

        review = self._stack.show_workspace(REVIEW.id)
        assert isinstance(review, ReviewWorkspace)
        review.show_page(COMMENTS)
        review.setFocus(Qt.FocusReason.OtherFocusReason)
