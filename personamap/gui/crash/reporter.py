"""Takes the faults nobody caught, wherever they happen, and writes a report about each."""

from __future__ import annotations

import atexit
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from personamap.gui.crash.places import where
from personamap.gui.crash.reports import LastWords, write_report

logger = logging.getLogger(__name__)


class Reporter:
    """Writes reports into a folder and hands the path of each to `tell`; an empty one if none."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self.folder, self.tell = folder, tell
        self._known: dict[str, str] = {}
        self._last_words = LastWords(folder)

    def install(self) -> None:
        """Become the one who is told, by Python, by its threads, by Qt, and by the system."""
        sys.excepthook = self.take
        threading.excepthook = self._take_of_thread
        sys.unraisablehook = self._take_unraisable
        qInstallMessageHandler(_take_of_qt)
        self._last_words.listen()
        atexit.register(self._last_words.forget)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and report an error, from any thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.exit(130)
            return
        logger.error("An error nobody caught", exc_info=(kind, error, trace))
        self.tell(self._report(where(kind, trace)))

    def _report(self, place: str) -> str:
        """Return the report about a place; what goes on happening there is written once."""
        if place not in self._known:
            try:
                self._known[place] = str(write_report(self.folder, place))
            except OSError:
                return ""
        return self._known[place]

    def _take_of_thread(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and failed.exc_type is not SystemExit:
            self.take(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def _take_unraisable(self, failed: sys.UnraisableHookArgs) -> None:
        # Something that was going away failed: nothing on screen rests on it.
        logger.error(
            "An error while something was let go of",
            exc_info=(failed.exc_type, failed.exc_value or failed.exc_type(), failed.exc_traceback),
        )


def _take_of_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Show on the terminal what Qt says, as it does itself, and log only that it said something.

    After a fatal message Qt ends the process, and Python writes its last words.
    """
    sys.stderr.write(f"{message}\n")
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        logger.critical("Qt reports a fault of the kind %s", context.category)
