"""The actions that open a dialog or a folder.

Each dialog is imported when it is asked for, so that none of them holds
up the window.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenuBar, QWidget

from personamap.gui.project_session import ProjectSession
from personamap.gui.settings import Preferences
from personamap.gui.window.actions import WindowActions
from personamap.storage.folders import state_folder


class DialogActions(QObject):
    """Opens each dialog over the window."""

    def __init__(
        self,
        window: QWidget,
        actions: WindowActions,
        session: ProjectSession,
        preferences: Preferences,
        bar: QMenuBar,
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._preferences, self._bar = preferences, bar
        actions.carry_out(
            {
                "compare": self._on_compare,
                "course": self.show_course,
                "facets": self.show_facets,
                "matters": self._on_matters,
                "complete": self._on_complete,
                "audience": self._on_audience,
                "import-audience": self._on_import_audience,
                "import-script": self._on_import_script,
                "checks": self._on_checks,
                "preferences": self._on_preferences,
                "shortcuts": self._on_shortcuts,
                "about": self._on_about,
                "report-folder": open_report_folder,
            }
        )

    def _on_compare(self) -> None:
        from personamap.gui.comparing.flow import compare_with

        compare_with(self._window, self._session)

    def show_course(self, _course: object = None) -> None:
        """Show what the course is, and what it is for."""
        from personamap.gui.dialogs.course import CourseDialog

        if self._session.document is not None:
            CourseDialog.ask(self._session.document, self._window)

    def show_facets(self, facet_id: str = "") -> None:
        """Open the facets, with one of them in front."""
        from personamap.gui.facets.dialog import FacetsDialog

        if self._session.document is not None:
            FacetsDialog.ask(self._session.document, self._window, facet_id)

    def _on_matters(self) -> None:
        from personamap.gui.coverage.matters.dialog import WhatMattersDialog

        if self._session.document is not None:
            WhatMattersDialog.ask(self._session.document, self._window)

    def _on_complete(self) -> None:
        from personamap.gui.coverage.completing.dialog import CompleteDialog

        if self._session.document is not None:
            CompleteDialog.ask(self._session.document, self._window)

    def _on_audience(self) -> None:
        from personamap.gui.importing.audience.overview import AudienceDialog

        if self._session.document is not None:
            AudienceDialog.ask(self._session.document, self._window)

    def _on_import_audience(self) -> None:
        from personamap.gui.importing.audience.dialog import ImportAudienceDialog

        if self._session.document is not None:
            ImportAudienceDialog.ask(self._session.document, None, self._window)

    def _on_import_script(self) -> None:
        from personamap.gui.importing.script.dialog import ImportScriptDialog

        if self._session.document is not None:
            ImportScriptDialog.ask(self._session.document, None, self._window)

    def _on_checks(self) -> None:
        from personamap.gui.coverage.checks_dialog import ChecksDialog

        if self._session.document is not None:
            ChecksDialog.ask(self._session.document, self._window)

    def _on_preferences(self) -> None:
        from personamap.gui.dialogs.preferences import PreferencesDialog

        PreferencesDialog.ask(self._preferences, self._session.document, self._window)

    def _on_shortcuts(self) -> None:
        from personamap.gui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog.ask(self._bar, self._window)

    def _on_about(self) -> None:
        from personamap.gui.dialogs.about import AboutDialog

        AboutDialog.ask(self._window)


def open_report_folder() -> None:
    """Show the folder of the log and the reports in the desktop's file browser."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
