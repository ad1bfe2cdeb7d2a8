"""Starts the program with a file, changes a word in it, says so, and waits for its end."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from personamap.edits.course import set_course
from personamap.gui import app as program
from personamap.gui.window.main_window import MainWindow

LOOK_EVERY_MS = 20


def main(path: Path) -> int:
    """Do what `personamap FILE` does in the foreground of a shell, with one change ahead."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Whoever runs the tests with `nohup` has them ignore it, and what they start as well.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    app = QApplication(["personamap"])
    timer = QTimer(app)

    def look() -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if windows and windows[0].desk and windows[0].desk.session.document is not None:
            timer.stop()
            windows[0].desk.session.document.apply("Edit", set_course, title="Edited")
            os.write(1, b"EDITED\n")

    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)
    return program.main(path)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
