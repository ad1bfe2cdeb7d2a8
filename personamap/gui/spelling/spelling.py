"""Marks what may be misspelled in every text field somebody writes in."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from personamap.gui.fields.fields import MultiLineField
from personamap.gui.project_session import ProjectSession
from personamap.gui.settings import Preferences
from personamap.gui.spelling.speller import Speller


class Spelling(QObject):
    """A field is looked through from the first time it has the focus: nobody waits for the rest."""

    def __init__(self, session: ProjectSession, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._preferences = session, preferences
        self._speller: Speller | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        session.replaced.connect(self._refresh)
        preferences.changed.connect(self._refresh)

    def _refresh(self) -> None:
        if self._speller is not None:
            wanted = self._preferences.settings.check_spelling
            self._speller.read(self._session.document if wanted else None)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isinstance(now, MultiLineField):
            return
        from personamap.gui.spelling.marked_field import MarkedField

        if self._speller is None:
            self._speller = Speller(self)
            self._refresh()
        if now.document().findChild(MarkedField) is None:
            MarkedField(now, self._speller)
