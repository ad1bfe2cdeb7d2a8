"""What happens when something went wrong that nobody foresaw.

The work on screen is kept. A report names the place in the program and
nothing else: neither the message of an error nor a local value is written
down, since either may hold a piece of somebody's project.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox
from typing_extensions import override

from personamap import __version__
from personamap.gui.widgets.plain_words import tell_in
from personamap.i18n import _

logger = logging.getLogger(__name__)
LOG_BYTES = 512 * 1024


class PlaceFormatter(logging.Formatter):
    """Writes where an error came from, never what it says."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}:{lineno} {message}", style="{")

    @override
    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return where(ei[0], ei[2]) if ei[0] is not None else ""


def where(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the kind of an error and the places it came through."""
    return "".join(traceback.format_tb(trace)) + kind.__name__


def keep_log(folder: Path) -> None:
    """Write warnings to a file of limited size in `folder`; without one, to nowhere."""
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "personamap.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return
    handler.setLevel(logging.WARNING)
    handler.setFormatter(PlaceFormatter())
    logging.getLogger().addHandler(handler)


def write_report(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Write a report without project content and return its path."""
    import platform

    now = datetime.now().astimezone()
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
    lines = (
        f"personamap {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"{now.isoformat(timespec='seconds')}",
        "",
        where(kind, trace),
        "",
    )
    report.write_text("\n".join(lines), encoding="utf-8")
    return report


class CrashHandler(QObject):
    """Takes errors nobody caught, writes a report and says so once at a time."""

    _happened = Signal(str)

    def __init__(self, folder: Path, save_as: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._save_as = folder, save_as
        self._box: QMessageBox | None = None
        self._happened.connect(self._on_happened)

    def install(self) -> None:
        """Become the one who is told of errors nobody caught."""
        sys.excepthook = self.take

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and report an error, from any thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.exit(130)
            return
        logger.error("An error nobody caught", exc_info=(kind, error, trace))
        try:
            place = str(write_report(self._folder, kind, trace))
        except OSError:
            place = ""
        self._happened.emit(place)

    @Slot(str)
    def _on_happened(self, report: str) -> None:
        if self._box is not None:
            return
        box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(_("Something went wrong"))
        tell_in(
            box,
            _("Something went wrong that was not foreseen. Your work is still here."),
            _advice(report),
        )
        keep = box.addButton(_("Save &as…"), QMessageBox.ButtonRole.AcceptRole)
        keep.clicked.connect(self._save_as)
        box.addButton(_("Go on"), QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(self._on_closed)
        self._box = box
        box.open()

    def _on_closed(self) -> None:
        self._box = None


def _advice(report: str) -> str:
    if not report:
        return _("To be safe, save it under a new name, then start the program again.")
    return _(
        "To be safe, save it under a new name, then start the program again. A report without "
        "anything from your project is in “{file}”; please send it to whoever looks after "
        "this program."
    ).format(file=report)
