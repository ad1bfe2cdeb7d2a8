"""Whether the cast stands as cards, as a sheet or as what it has lived.

It is chosen in the menu or above the cast. How people are listed is kept for
the next start, which shows people first.
"""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from personamap.gui.settings import Layout, Preferences
from personamap.gui.window.actions import WindowActions
from personamap.gui.window.workspace_stack import WorkspaceStack
from personamap.gui.window.workspaces import CAST

_PREFIX = "cast-"


class CastLayout(QObject):
    """Keeps the menu, the cast and the preferences saying the same."""

    def __init__(
        self,
        stack: WorkspaceStack,
        actions: WindowActions,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stack, self._actions, self._preferences = stack, actions, preferences
        actions.cast_layouts.triggered.connect(self._on_asked)
        stack.built.connect(self._on_built)
        self._actions[f"{_PREFIX}{preferences.settings.cast_layout}"].setChecked(True)

    def _on_asked(self, action: QAction) -> None:
        from personamap.gui.cast.workspace import CastWorkspace

        cast = self._stack.show_workspace(CAST.id)
        assert isinstance(cast, CastWorkspace)
        choice = action.objectName().removeprefix(_PREFIX)
        cast.show_layout(choice)
        cast.setFocus()

    def _on_built(self, workspace: QWidget) -> None:
        from personamap.gui.cast.workspace import CastWorkspace

        if isinstance(workspace, CastWorkspace):
            workspace.show_layout(self._preferences.settings.cast_layout)
            workspace.layout_shown.connect(self._on_shown)

    def _on_shown(self, choice: str) -> None:
        self._actions[f"{_PREFIX}{choice}"].setChecked(True)
        if choice in get_args(Layout):
            self._preferences.choose(cast_layout=choice)
