"""What somebody is choosing: a project of its own, until they are done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from personamap.domain.project import Project

P = ParamSpec("P")


class AimDraft(QObject):
    """Takes the edits of a dialog and tells its sections; the document knows nothing of them."""

    changed = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project

    def apply(
        self, edit: Callable[Concatenate[Project, P], Project], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Make an edit, and tell if anything is different after it."""
        after = edit(self.project, *args, **kwargs)
        if after is not self.project:
            self.project = after
            self.changed.emit()
