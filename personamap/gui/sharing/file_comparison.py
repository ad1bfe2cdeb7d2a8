"""How another file differs from what is on screen, read in the background."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.domain.project import Project
from personamap.gui.jobs import LatestJob
from personamap.gui.project_session import words_for
from personamap.gui.review.said_view import SaidView
from personamap.gui.widgets.dialog_parts import busy_line, hint, say
from personamap.i18n import _


class FileComparison(QWidget):
    """Lists the differences in words; says why when the file cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = LatestJob(0, self)
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self.differences = SaidView()
        self.differences.setAccessibleName(_("What differs"))
        self.problem = hint("", "warn")
        self.progress = busy_line(_("Reading"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.progress, self.problem, self.differences):
            layout.addWidget(part)
        say(self.problem, "")

    def compare(self, present: Project, path: Path) -> None:
        """Begin to read `path`; the differences are shown when that is done."""
        say(self.problem, "")
        self.progress.show()
        self._reading.request(partial(_compared, present, path))

    def stop(self) -> None:
        """Wait no longer."""
        self._reading.stop()

    def _on_read(self, found: Any) -> None:
        self.progress.hide()
        self.differences.show()
        self.differences.show_sayings(found.sayings)

    def _on_failed(self, error: Exception) -> None:
        self.progress.hide()
        self.differences.clear()
        self.differences.hide()
        say(self.problem, words_for(error))


def _compared(present: Project, path: Path) -> object:
    # Loaded when something is compared, not with every start.
    from personamap.services.comparing import compare_with_file

    return compare_with_file(present, path)
