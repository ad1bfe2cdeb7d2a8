"""Dresses the application as the preferences say, now and whenever they change."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.look.waiting import waiting
from personamap.gui.settings import Preferences


class LookChooser(QObject):
    """Keeps the look in step with the preferences and with the desktop's own choice."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app, self._preferences = app, preferences
        self._worn: Theme | None = None
        preferences.changed.connect(self._dress)
        app.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)
        self._dress()

    def _on_desktop_changed(self, _scheme: object) -> None:
        self._dress()

    def _dress(self) -> None:
        chosen = self._preferences.settings
        theme = Theme.load(
            chosen.theme, chosen.text_scale, chosen.reading_font, chosen.reduce_motion
        )
        if theme != self._worn:
            self._worn = theme
            # Dressing every widget of all workspaces takes a second or two.
            with waiting():
                apply_theme(self._app, theme)
