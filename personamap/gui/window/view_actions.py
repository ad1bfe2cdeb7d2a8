"""The View menu's choices, kept in step with the preferences both ways."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from personamap.gui.settings import TEXT_SCALES, Preferences
from personamap.gui.window.actions import WindowActions, offer
from personamap.i18n import _

_THEMES = ("system", "light", "dark")


class ViewActions(QObject):
    """Lets the actions change the preferences and shows what holds."""

    def __init__(self, window: QWidget, actions: WindowActions, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._actions, self._preferences = window, actions, preferences
        for theme in _THEMES:
            actions[f"theme-{theme}"].triggered.connect(partial(self._choose, theme=theme))
        for scale in TEXT_SCALES:
            actions[f"text-{scale}"].triggered.connect(partial(self._choose, text_scale=scale))
        actions["larger-text"].triggered.connect(partial(self._step, 1))
        actions["smaller-text"].triggered.connect(partial(self._step, -1))
        for field in ("reading_font", "reduce_motion"):
            action = actions[field.replace("_", "-")]
            action.toggled.connect(partial(self._on_toggled, field))
        actions["full-screen"].toggled.connect(self._on_full_screen)
        preferences.changed.connect(self._show)
        self._show()

    def _choose(self, _checked: bool = False, **changes: object) -> None:
        self._preferences.choose(**changes)

    def _on_toggled(self, field: str, checked: bool) -> None:
        self._preferences.choose(**{field: checked})

    def _step(self, by: int, _checked: bool = False) -> None:
        at = _nearest(self._preferences.settings.text_scale) + by
        if 0 <= at < len(TEXT_SCALES):
            self._preferences.choose(text_scale=TEXT_SCALES[at])

    def _on_full_screen(self, checked: bool) -> None:
        full = Qt.WindowState.WindowFullScreen
        state = self._window.windowState()
        self._window.setWindowState(state | full if checked else state & ~full)

    def _show(self) -> None:
        chosen = self._preferences.settings
        self._actions[f"theme-{chosen.theme}"].setChecked(True)
        at = _nearest(chosen.text_scale)
        self._actions[f"text-{TEXT_SCALES[at]}"].setChecked(True)
        self._actions["reading-font"].setChecked(chosen.reading_font)
        self._actions["reduce-motion"].setChecked(chosen.reduce_motion)
        largest = at == len(TEXT_SCALES) - 1
        offer(self._actions["larger-text"], _("This is the largest size.") if largest else "")
        offer(self._actions["smaller-text"], _("This is the usual size.") if at == 0 else "")


def _nearest(scale: float) -> int:
    return min(range(len(TEXT_SCALES)), key=lambda at: abs(TEXT_SCALES[at] - scale))
