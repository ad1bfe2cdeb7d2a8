"""Opens the example for the tour, and knows where in the window each step points."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from personamap.gui.project_session import ProjectSession
from personamap.gui.tour.tour import Stop, Tour
from personamap.gui.window.project_flows import ProjectFlows
from personamap.gui.window.rail import Rail
from personamap.gui.window.workspace_stack import WorkspaceStack
from personamap.gui.window.workspaces import CAST, COVERAGE
from personamap.services.templates import example_path

_MAP = "map"


class TourFlow(QObject):
    """Starts the tour when it is asked for, and ends it when its example is left.

    The example belongs to the program: what is tried on it can be undone,
    and is saved, if at all, as a file of one's own.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: ProjectSession,
        flows: ProjectFlows,
        stack: WorkspaceStack,
        rail: Rail,
    ) -> None:
        super().__init__(window)
        self._session, self._flows = session, flows
        self._stack, self._rail = stack, rail
        self._waiting = False
        self.tour = Tour(window, self._stops())
        session.replaced.connect(self.tour.leave)
        session.opened_file.connect(self._on_opened)
        for nothing_opened in (session.open_failed, session.open_cancelled, session.held):
            nothing_opened.connect(self._on_not_opened)

    def ask(self) -> None:
        """Begin with the example, once the present project may go."""
        if self._session.document is not None and self._session.path == example_path():
            self.tour.begin()
        else:
            self._flows.leave(self._open)

    def _open(self) -> None:
        self._waiting = True
        self._session.open(example_path())

    def _on_opened(self, path: Path) -> None:
        if self._waiting and path == example_path():
            self.tour.begin()
        self._waiting = False

    def _on_not_opened(self) -> None:
        self._waiting = False

    def _stops(self) -> dict[str, Stop]:
        return {
            "cast": Stop(lambda: self._show(CAST.id), lambda: self._part(CAST.id, "wall")),
            "map": Stop(lambda: self._show(_MAP), lambda: self._part(_MAP, "view")),
            "coverage": Stop(self._show_findings, self._findings),
            "fix": Stop(self._show_fix, self._fix_button),
            "export": Stop(lambda: None, lambda: self._rail.foot[0]),
        }

    def _show(self, workspace_id: str) -> QWidget:
        return self._stack.show_workspace(workspace_id)

    def _show_findings(self) -> None:
        from personamap.gui.coverage.workspace import CoverageWorkspace

        coverage = self._show(COVERAGE.id)
        assert isinstance(coverage, CoverageWorkspace)
        coverage.inspector_wanted.emit()

    def _show_fix(self) -> None:
        from personamap.gui.coverage.findings_panel import FindingsPanel

        self._show_findings()
        panel, button = self._findings(), self._fix_button()
        if isinstance(panel, FindingsPanel) and button is not None:
            panel.area.ensureWidgetVisible(button)

    def _part(self, workspace_id: str, name: str) -> QWidget | None:
        workspace = self._stack.built_workspace(workspace_id)
        found = getattr(workspace, name, None)
        return found if isinstance(found, QWidget) else None

    def _findings(self) -> QWidget | None:
        return self._part(COVERAGE.id, "inspector")

    def _fix_button(self) -> QWidget | None:
        from personamap.gui.coverage.findings_panel import FindingsPanel

        panel = self._findings()
        assert panel is None or isinstance(panel, FindingsPanel)
        cards = panel.cards if panel is not None else ()
        return next((card.fix for card in cards if card.fix.isVisible()), panel)
