"""Who is in the files used lately: read in the background, for the start page alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.gui.jobs import LatestJob
from personamap.services.projects import open_project

LARGEST_TO_LOOK_INTO = 8 * 1024 * 1024


class Glance(Struct, frozen=True):
    """What a look into a file showed; no project when there was nothing to read."""

    path: Path
    exists: bool
    project: Project | None = None
    opens: bool = True


class Glances(QObject):
    """Looks into files without being in anybody's way."""

    seen = Signal(object)  # tuple[Glance, ...]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = LatestJob(0, self)
        self._job.finished.connect(self.seen)

    def look(self, paths: Sequence[Path]) -> None:
        """Ask for a look into `paths`."""
        self._job.request(partial(_look_into, tuple(paths)))


def _look_into(paths: tuple[Path, ...]) -> tuple[Glance, ...]:
    return tuple(_glance(path) for path in paths)


def _glance(path: Path) -> Glance:
    try:
        size = path.stat().st_size
        if size > LARGEST_TO_LOOK_INTO:
            return Glance(path, exists=True)
        return Glance(path, exists=True, project=open_project(path).project)
    except (OSError, ValueError, PersonamapError):
        return Glance(path, exists=path.exists(), opens=False)
