"""Has one fault of our own happen in the program, and says whether the work on screen is kept."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, qFatal
from PySide6.QtWidgets import QApplication, QMessageBox

from personamap.edits.course import set_course
from personamap.gui import app as program
from personamap.gui import project_session
from personamap.gui.window.main_window import MainWindow
from personamap.services.projects import open_project, save_project

SECRET = "Zyx-planted-Qvw"
LOOK_EVERY_MS = 20


def main(kind: str, path: Path) -> int:
    """Start the program as `personamap FILE` does, with a fault ahead."""
    app = QApplication(["personamap"])
    if kind == "start":
        program.make_window = _fail
        _when(_box, lambda: _box().reject())
    else:
        _when(_document, _tell_and_end if kind == "nothing" else lambda: _edit_and_fail(kind, path))
    return program.main(path) if app else 2


def _edit_and_fail(kind: str, path: Path) -> None:
    _document().apply("Rename", set_course, title=f"{SECRET} edited")
    logging.getLogger("somebody.else").error("They read %s", SECRET)
    _FAULTS[kind]()
    if kind in ("slot", "thread", "job"):
        _when(_box, lambda: _look_and_save(path))


def _look_and_save(path: Path) -> None:
    box, window = _box(), _window()
    assert "report-" in box.informativeText()
    assert SECRET not in box.text() + box.informativeText()
    box.reject()
    project_session.save_project = save_project
    assert _document().project.course.title == f"{SECRET} edited"
    window.desk.flows.save()
    _when(lambda: not window.desk.session.busy_or_dirty, lambda: _end(path))


def _end(path: Path) -> None:
    assert open_project(path).project.course.title == f"{SECRET} edited"
    os.write(1, b"KEPT\n")
    _window().close()


def _tell_and_end() -> None:
    os.write(1, _window().desk.messages.text.text().encode() + b"\n")
    QApplication.quit()


def _fail(*_arguments: object) -> None:
    secret = SECRET
    raise ValueError(f"what stood in the project: {secret}")


def _fail_in_job() -> None:
    project_session.save_project = _fail
    _window().desk.flows.save()


_FAULTS: dict[str, Callable[[], object]] = {
    "slot": lambda: QTimer.singleShot(0, _fail),
    "thread": lambda: threading.Thread(target=_fail).start(),
    "job": _fail_in_job,
    "Qt": lambda: qFatal(SECRET),
    "abort": os.abort,
}


def _when(is_so: Callable[[], object], then: Callable[[], object]) -> None:
    timer = QTimer(QApplication.instance())

    def look() -> None:
        if is_so():
            timer.stop()
            then()

    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)


def _window() -> MainWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


def _document():
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    return shown[0].desk.session.document if shown and shown[0].desk else None


def _box() -> QMessageBox | None:
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
    return next((one for one in boxes if one.isVisible()), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
