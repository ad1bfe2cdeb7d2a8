"""Opens the help beside the window, at the page about where somebody is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from personamap.gui.help.library import Library, page_of_workspace
from personamap.gui.window.workspace_stack import WorkspaceStack
from personamap.gui.window.workspaces import WORKSPACES


class HelpFlow(QObject):
    """Keeps one help window, which is made when it is first asked for."""

    def __init__(self, window: QWidget, stack: WorkspaceStack) -> None:
        super().__init__(window)
        self._window = window
        self._in_front = ""
        self._library: Library | None = None
        stack.shown.connect(self._on_shown)

    @property
    def library(self) -> Library:
        """All pages, read once."""
        if self._library is None:
            self._library = Library(entry.id for entry in WORKSPACES)
        return self._library

    def ask(self) -> None:
        """Open the page about the workspace in front, or where to begin."""
        self.show_page(page_of_workspace(self._in_front))

    def show_page(self, page_id: str) -> None:
        """Open a page."""
        from personamap.gui.help.help_window import HelpWindow

        guide = self._window.findChild(HelpWindow) or HelpWindow(self.library, self._window)
        guide.show_page(page_id)
        guide.show()
        guide.raise_()
        guide.activateWindow()
        guide.page.setFocus()

    def _on_shown(self, workspace_id: str) -> None:
        self._in_front = workspace_id
