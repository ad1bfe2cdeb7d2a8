"""The File menu and the comments: what their actions do, and the files used lately."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from personamap.gui.settings import Preferences
from personamap.gui.widgets.plain_words import plain_tip
from personamap.gui.window.actions import WindowActions
from personamap.gui.window.project_flows import ProjectFlows
from personamap.i18n import _


class FileActions(QObject):
    """Connects the menus to the flows of a project and keeps its recent files up to date."""

    def __init__(
        self,
        window: QWidget,
        actions: WindowActions,
        flows: ProjectFlows,
        preferences: Preferences,
        recent: QMenu,
    ) -> None:
        super().__init__(window)
        self._flows, self._preferences, self._recent = flows, preferences, recent
        actions.carry_out(
            {
                "new": flows.new,
                "open": flows.ask_what_to_open,
                "open-example": flows.open_example,
                "save": flows.save,
                "save-as": flows.save_as,
                "older-copies": flows.show_older_copies,
                "recover": flows.recovery.ask,
                "import-cast": flows.import_cast,
                "merge-review": flows.merge_review,
                "close": flows.close,
                "quit": window.close,
            }
        )
        self._listed: tuple[str, ...] | None = None
        preferences.changed.connect(self._list_recent)
        self._list_recent()

    def _list_recent(self) -> None:
        names = self._preferences.settings.recent
        # Whoever holds one of the actions (the palette does) keeps it while the files are the same.
        if names == self._listed:
            return
        self._listed = names
        self._recent.clear()
        for name in names:
            path = Path(name)
            action = self._recent.addAction(path.stem.replace("&", "&&"))
            action.setObjectName(f"recent-{name}")
            action.setToolTip(plain_tip(name))
            action.triggered.connect(partial(self._on_chosen, path))
        if self._recent.isEmpty():
            self._recent.addAction(_("Files you open or save appear here.")).setEnabled(False)

    def _on_chosen(self, path: Path, _checked: bool = False) -> None:
        self._flows.open(path)
