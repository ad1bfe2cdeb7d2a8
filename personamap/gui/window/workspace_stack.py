"""The middle of the window: the start page, or the workspaces of the open project."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from personamap.analysis.coverage import CoverageReport
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.widgets.side_by_side import SideBySide
from personamap.gui.window.workspace_builds import BUILDS
from personamap.gui.window.workspaces import CAST, WORKSPACES, WorkspaceEntry
from personamap.i18n import _


class WorkspaceStack(QStackedWidget):
    """Builds each workspace of the open project when it is first shown.

    Another project gets workspaces of its own; nothing of the last one
    stays behind.
    """

    shown = Signal(str)  # id of the workspace now in front, "" for the start page
    built = Signal(object)  # the workspace

    def __init__(self, make_start: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_start = make_start
        self._start: QWidget | None = None
        self._document: Document | None = None
        self._watcher: CoverageWatcher | None = None
        self._workspaces: dict[str, QWidget] = {}
        self._places: dict[str, QWidget] = {}

    @property
    def report(self) -> CoverageReport | None:
        """The latest answer about the open project."""
        return self._watcher.report if self._watcher is not None else None

    def furnish(self, document: Document | None, watcher: CoverageWatcher | None) -> None:
        """Show another project in its cast, or the start page when there is none."""
        gone, self._places, self._workspaces = self._places, {}, {}
        self._document, self._watcher = document, watcher
        if document is None:
            self._show_start()
        else:
            self.show_workspace(CAST.id)
        for place in gone.values():
            self.removeWidget(place)
            place.deleteLater()

    def built_workspace(self, workspace_id: str) -> QWidget | None:
        """Return a workspace if it has been shown by now."""
        return self._workspaces.get(workspace_id)

    def show_workspace(self, workspace_id: str) -> QWidget:
        """Bring a workspace to the front and return it."""
        before = self.currentWidget()
        if workspace_id not in self._workspaces:
            self._build(next(entry for entry in WORKSPACES if entry.id == workspace_id))
        workspace, place = self._workspaces[workspace_id], self._places[workspace_id]
        self.setCurrentWidget(place)
        if place is not before:
            # The keys work on what is looked at from the first moment.
            workspace.setFocus()
        self.shown.emit(workspace_id)
        return workspace

    def _show_start(self) -> None:
        if self._start is None:
            self._start = self._make_start()
            self.addWidget(self._start)
        self.setCurrentWidget(self._start)
        self._start.setFocus()
        self.shown.emit("")

    def _build(self, entry: WorkspaceEntry) -> None:
        assert self._document is not None
        assert self._watcher is not None
        workspace = BUILDS[entry.id](self._document, self._watcher, self)
        self._workspaces[entry.id] = workspace
        place = self._places[entry.id] = _place(workspace, entry)
        self.addWidget(place)
        self.built.emit(workspace)


def _place(workspace: QWidget, entry: WorkspaceEntry) -> QWidget:
    inspector = getattr(workspace, "inspector", None)
    if not isinstance(inspector, QWidget):
        return workspace
    place = SideBySide(workspace, inspector, (_(entry.title), _(entry.inspector)))
    wanted = getattr(workspace, "inspector_wanted", None)
    if wanted is not None:
        wanted.connect(place.show_inspector)
    return place
