"""Keeping older copies off the GUI thread; what a copy is kept for always goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from personamap.domain.project import Project
from personamap.gui.jobs import BackgroundWork, Job, Progress
from personamap.i18n import _
from personamap.storage.older_copy import Reason

PATIENCE_MS = 5_000
"""How long something may wait for a copy; after that it goes on, and that is said."""


class CopyKeeper(QObject):
    """Keeps older copies of the files of one window, and says once when that does not work.

    All copies together take `room` bytes; without a number, what is usual.
    """

    troubled = Signal(str)
    _failed_quietly = Signal(str)

    def __init__(self, work: BackgroundWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._kept: set[Path] = set()
        self.room: int | None = None
        self._has_told = False
        self._failed_quietly.connect(self._tell)

    def keep_before_save(self, of: Path) -> None:
        """Keep what stands in a file that this window has not written yet; for any thread."""
        if of in self._kept:
            return
        from personamap.services.backups import keep_file

        trouble = keep_file(of, "first-save", self.room)
        if trouble:
            self._failed_quietly.emit(trouble)
        else:
            self._kept.add(of)

    def keep_first(
        self, project: Project, of: Path | None, reason: Reason, then: Callable[[], object]
    ) -> None:
        """Keep a project as it is, then go on; a project that was never saved has no copies.

        When `then` belongs to an object that is gone by that time, nothing follows.
        """
        if of is None:
            then()
            return
        gate = _Gate(self)
        gate.opened.connect(then)
        keep = partial(_keep, project, of, reason, self.room)
        job = Job(_("Keeping an older copy"), keep, can_stop=False)
        job.finished.connect(self._tell)
        job.failed.connect(_on_unforeseen)
        job.ended.connect(gate.open)
        gate.timed_out.connect(partial(self._on_late, of))
        self._work.run(job)

    def _on_late(self, of: Path) -> None:
        self._tell(
            _("Keeping an older copy of “{name}” takes long, so it went on without.").format(
                name=of.name
            )
        )

    def _tell(self, trouble: str) -> None:
        if trouble and not self._has_told:
            self._has_told = True
            self.troubled.emit(trouble)


class _Gate(QObject):
    """Opens once: when it is told to, or when there was no more patience."""

    opened = Signal()
    timed_out = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(PATIENCE_MS)
        self._is_open = False

    def open(self, _job: object = None) -> None:
        """Let through what waits."""
        if self._is_open:
            return
        self._is_open = True
        self._timer.stop()
        self.opened.emit()
        self.deleteLater()

    def _on_timeout(self) -> None:
        self.timed_out.emit()
        self.open()


def _keep(project: Project, of: Path, reason: Reason, room: int | None, _progress: Progress) -> str:
    # Loaded with the first copy, not with every start.
    from personamap.services.backups import keep_project

    return keep_project(project, of, reason, room)


def _on_unforeseen(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
