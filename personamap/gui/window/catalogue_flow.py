"""What the catalogue needs of the window: which course is on screen, and the way to another.

Which courses are read with a file is remembered in the settings of this
computer, and in no project file: whose courses belong together is known to
those who keep them. Of a project that is in no file yet it is known until
it is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from personamap.gui.jobs import BackgroundWork
from personamap.gui.project_session import ProjectSession
from personamap.gui.settings import Preferences
from personamap.gui.window.actions import WindowActions
from personamap.gui.window.workspace_stack import WorkspaceStack
from personamap.gui.window.workspaces import CATALOGUE


class CatalogueFlow(QObject):
    """Furnishes the workspace, takes actions to it, and opens what is chosen in it."""

    course_asked = Signal(object)  # Path
    person_asked = Signal(str)

    def __init__(
        self,
        stack: WorkspaceStack,
        session: ProjectSession,
        preferences: Preferences,
        work: BackgroundWork,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stack, self._session = stack, session
        self._preferences, self._work = preferences, work
        # It is not imported before somebody looks at it, not even for its name.
        self._workspace: Any = None
        self._awaited: tuple[Path, str] | None = None
        stack.built.connect(self._on_built)
        session.replaced.connect(self._on_replaced)
        session.opened_file.connect(self._on_opened)
        session.saved.connect(self._on_saved)

    def carry_out(self, actions: WindowActions) -> None:
        """Say what the actions about other courses do."""
        actions.carry_out(
            {
                "add-courses": self._add_files,
                "add-course-folder": self._add_folder,
                "courses-again": self._read_again,
            }
        )

    def _add_files(self) -> None:
        self._show().courses.choose_files()

    def _add_folder(self) -> None:
        self._show().courses.choose_folder()

    def _show(self) -> Any:
        self._stack.show_workspace(CATALOGUE.id)
        return self._workspace

    def _read_again(self) -> None:
        workspace = self._show()
        if workspace.reading.job is None:
            workspace.read_all()

    def _on_built(self, workspace: QWidget) -> None:
        begin: Callable[..., None] | None = getattr(workspace, "begin_reading", None)
        if begin is None:
            return
        self._workspace = workspace
        begin(self._session, self._remembered(self._session.path), self._work)
        self._workspace.chosen_changed.connect(self._on_chosen_changed)
        self._workspace.opened.connect(self._on_asked)

    def _remembered(self, path: Path | None) -> tuple[Path, ...]:
        kept = self._preferences.settings.read_with.get(str(path), ()) if path else ()
        return tuple(Path(file) for file in kept)

    def _on_replaced(self) -> None:
        if self._workspace is not None:
            self._workspace.stop()
            self._workspace = None

    def _on_chosen_changed(self, chosen: tuple[Path, ...]) -> None:
        if self._session.path is not None:
            self._preferences.read_with(self._session.path, chosen)

    def _on_saved(self) -> None:
        if self._workspace is not None and self._workspace.chosen:
            self._on_chosen_changed(self._workspace.chosen)

    def _on_asked(self, path: Path | None, person: str) -> None:
        if path is None:
            self.person_asked.emit(person)
            return
        self._go_together(path)
        self._awaited = (path, person) if person else None
        self.course_asked.emit(path)

    def _go_together(self, path: Path) -> None:
        """Read the course that is opened next with the present one and those beside it.

        What it was read with before stays with it.
        """
        here, workspace = self._session.path, self._workspace
        if here is None or workspace is None:
            return
        beside = [file for file in workspace.chosen if file != path]
        known = self._remembered(path)
        covered = {file for file in (*known, *beside) if file.is_dir()}
        if here.parent not in covered:
            beside.insert(0, here)
        self._preferences.read_with(path, tuple(dict.fromkeys((*known, *beside))))

    def _on_opened(self, path: Path) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is not None and awaited[0] == path:
            self.person_asked.emit(awaited[1])
