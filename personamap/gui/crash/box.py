"""The box that says something went wrong, and offers to save under a new name."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from personamap.gui.crash.reporter import Reporter
from personamap.gui.widgets.plain_words import tell_in
from personamap.i18n import _


class CrashHandler(QObject):
    """Says over the window that there is a report, once at a time and from any thread."""

    _happened = Signal(str)

    def __init__(self, reporter: Reporter, save_as: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save_as = save_as
        self._box: QMessageBox | None = None
        self._happened.connect(self._on_happened)
        reporter.tell = self._tell

    def _tell(self, report: str) -> None:
        # At the end of the program the window has gone before its last threads.
        with contextlib.suppress(RuntimeError):
            self._happened.emit(report)

    @Slot(str)
    def _on_happened(self, report: str) -> None:
        if self._box is not None:
            return
        # A start has no use for it, and most never have.
        from personamap.gui.widgets.dialog_parts import lead_with

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
        go_on = box.addButton(_("&Go on"), QMessageBox.ButtonRole.RejectRole)
        lead_with(box, keep)
        box.setEscapeButton(go_on)
        box.finished.connect(self._on_closed)
        self._box = box
        box.open()

    def _on_closed(self) -> None:
        self._box = None


def tell_without_window(report: str) -> None:
    """Say on the terminal, and in a box of its own where there can be one, that it is the end."""
    words = _(
        "personamap cannot go on, because something went wrong that was not foreseen. What was "
        "not saved is offered at the next start."
    )
    if report:
        words = f"{words} {_whom_to_send(report)}"
    sys.stderr.write(f"{words}\n")
    is_main = threading.current_thread() is threading.main_thread()
    if is_main and isinstance(QApplication.instance(), QApplication):
        box = QMessageBox(QMessageBox.Icon.Critical, _("Something went wrong"), "")
        tell_in(box, words, "")
        box.exec()


def ended_words(report: str) -> str:
    """Return what to say at the start after the system has ended the program."""
    words = _("personamap was ended by the system the last time.")
    return f"{words} {_whom_to_send(report)}"


def _advice(report: str) -> str:
    words = _(
        "To be safe, save it under a new name, then start the program again. What is not saved "
        "is kept and offered then, even if the program should stop."
    )
    return f"{words} {_whom_to_send(report)}" if report else words


def _whom_to_send(report: str) -> str:
    return _(
        "A report without anything from your project is in “{file}”; please send it to whoever "
        "looks after this program."
    ).format(file=report)
