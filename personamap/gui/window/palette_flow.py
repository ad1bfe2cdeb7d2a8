"""Opens the command palette over the window, and goes where somebody picks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenuBar, QWidget

from personamap.gui.look.icons import icon
from personamap.gui.palette.entry import Entry
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.project_session import ProjectSession
from personamap.gui.settings import Preferences
from personamap.gui.window.places import Places

PALETTE = "palette"
_FACE, _BELOW = 24, 8


class PaletteFlow(QObject):
    """Fills the palette anew each time it opens, and carries out what is taken from it."""

    def __init__(
        self,
        window: QWidget,
        bar: QMenuBar,
        session: ProjectSession,
        preferences: Preferences,
        places: Places,
    ) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        self._session, self._preferences, self._places = session, preferences, places
        self._actions: dict[str, QAction] = {}

    def ask(self) -> None:
        """Open the palette."""
        from personamap.gui.palette.palette import Palette

        recent = self._preferences.settings.used_lately
        entries = tuple(self._entries())
        palette = Palette(entries, recent, self._picture(), self._window)
        palette.picked.connect(self._on_picked)
        # Another project has other actions, people and findings.
        self._session.replaced.connect(palette.close)
        palette.open_over(self._window, self._bar.height() + _BELOW)

    def _entries(self) -> Iterator[Entry]:
        from personamap.gui.help.help_entries import help_entries
        from personamap.gui.palette.commands import command_entries
        from personamap.gui.palette.project_entries import finding_entries, project_entries

        self._actions = {}
        for each, action in command_entries(self._bar, PALETTE):
            self._actions[each.id] = action
            yield each
        document, report = self._session.document, self._places.report
        if document is not None:
            yield from project_entries(document.project, scenes=self._places.has_story)
        if report is not None:
            yield from finding_entries(report)
        yield from help_entries(self._places.guide.library)

    def _picture(self) -> Callable[[Entry], QIcon]:
        document = self._session.document
        actions, ratio = self._actions, self._window.devicePixelRatioF()

        def picture(each: Entry) -> QIcon:
            if each.kind == "command":
                action = actions[each.id]
                return icon("check") if action.isChecked() else action.icon()
            persona = document.project.find_persona(each.item) if document else None
            if document is not None and persona is not None:
                return QIcon(Portraits.of(document).circle(persona, 2 * _FACE, ratio))
            return icon(each.mark)

        return picture

    def _on_picked(self, entry_id: str) -> None:
        action = self._actions.get(entry_id)
        if action is None:
            kind, _colon, item = entry_id.partition(":")
            self._places.go_to(kind, item)
            return
        self._preferences.use(entry_id)
        action.trigger()
