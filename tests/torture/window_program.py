"""The program with its real window, on no screen, for parts that drive it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog

from personamap.gui.app import make_window
from personamap.gui.beginning import begin
from personamap.gui.crash.box import CrashHandler, tell_without_window
from personamap.gui.crash.log import keep_log
from personamap.gui.crash.reporter import Reporter
from personamap.gui.settings import Preferences
from personamap.gui.window.desk import Desk
from personamap.storage.folders import APP, state_folder

PATIENCE_SECONDS = 300
D = TypeVar("D", bound=QDialog)


class WindowProgram:
    """Everything that `personamap FILE` puts together, with a loop that waits for something.

    `looked` hears how much unsaved work of earlier runs there is, once that is known.
    """

    def __init__(self, path: Path, looked: Callable[[int], object] | None = None) -> None:
        self.app = QApplication([APP])
        self.app.setApplicationName(APP)
        keep_log(state_folder())
        reporter = Reporter(state_folder() / "reports", tell_without_window)
        reporter.install()
        self.window = make_window(self.app, Preferences())
        self.desk = Desk(self.window)
        CrashHandler(reporter, self.desk.flows.save_as, self.window)
        if looked is not None:
            self.desk.flows.recovery.found.connect(looked)
        begin(self.desk, path)
        self.window.show()
        self.wait_for(lambda: self.desk.session.document is not None)

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        """Let the program go on until something is so."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError("what was waited for never came")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def dialog(self, kind: type[D]) -> D:
        """Wait for a dialog of that kind and return it."""

        def shown() -> list[D]:
            every = QApplication.topLevelWidgets()
            return [one for one in every if isinstance(one, kind) and one.isVisible()]

        self.wait_for(lambda: bool(shown()))
        return shown()[0]

    def save(self) -> None:
        """Save as Ctrl+S does, and wait until it is on the disk."""
        self.desk.flows.save()
        self.wait_for(lambda: not self.desk.session.busy_or_dirty)

    def close(self) -> None:
        """Close the window and let the program end."""
        self.window.close()
        self.wait_for(lambda: not self.window.isVisible())
        self.app.processEvents()
