"""Whether the cast stands as cards or as a sheet, chosen in the menu or above the cast."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from personamap.gui.settings import Preferences
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
        preferences.changed.connect(self._show)
        self._show()

    def _on_asked(self, action: QAction) -> None:
        from personamap.gui.cast.workspace import CastWorkspace

        cast = self._stack.show_workspace(CAST.id)
        assert isinstance(cast, CastWorkspace)
        choice = action.objectName().removeprefix(_PREFIX)
        cast.show_layout(choice)
        cast.setFocus()
        self._preferences.choose(cast_layout=choice)

    def _on_built(self, workspace: QWidget) -> None:
        from personamap.gui.cast.workspace import CastWorkspace

        if isinstance(workspace, CastWorkspace):
            workspace.show_layout(self._preferences.settings.cast_layout)
            workspace.head.layout_changed.connect(self._on_chosen)

    def _on_chosen(self, choice: str) -> None:
        self._preferences.choose(cast_layout=choice)

    def _show(self) -> None:
        self._actions[f"{_PREFIX}{self._preferences.settings.cast_layout}"].setChecked(True)
