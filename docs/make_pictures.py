"""Takes the pictures of the README: `make pictures`.

Opens the example in the real window, offscreen and at one size, so that
the same code gives the same pictures. What depends on the day (how long
ago something was saved) is not in them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from personamap.gui.app import make_window
from personamap.gui.settings import APP, Preferences
from personamap.gui.window.main_window import MainWindow
from personamap.resources import example

PICTURES = Path(__file__).resolve().parent / "pictures"
SIZE = (1440, 900)
WORKSPACES = ("cast", "map", "coverage")
PATIENCE_MS = 20_000
SETTLING_MS = 700


def main() -> None:
    """Write one picture of every workspace in both themes, and of the start page."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP)
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        preferences = Preferences(Path(home) / "settings.json", app)
        preferences.choose(theme="light", reduce_motion=True)
        window = make_window(app, preferences)
        window.show_start()
        window.resize(*SIZE)
        window.show()
        _take(window, "start-light")
        window.flows.open(example("onboarding.personamap"))
        _wait(lambda: window.session.document is not None)
        for theme in ("light", "dark"):
            preferences.choose(theme=theme)
            for workspace in WORKSPACES:
                window.stack.show_workspace(workspace)
                _take(window, f"{workspace}-{theme}")
    sys.stdout.write(f"The pictures are in {PICTURES}.\n")


def _take(window: MainWindow, name: str) -> None:
    _settle()
    window.grab().save(str(PICTURES / f"{name}.png"))


@contextmanager
def _loop(limit_ms: int) -> Iterator[QEventLoop]:
    loop = QEventLoop()
    QTimer.singleShot(limit_ms, loop.quit)
    yield loop
    loop.exec()


def _settle() -> None:
    with _loop(SETTLING_MS):
        pass


def _wait(until: Callable[[], bool]) -> None:
    with _loop(PATIENCE_MS) as loop:
        watch = QTimer(loop)
        watch.timeout.connect(lambda: loop.quit() if until() else None)
        watch.start(20)


if __name__ == "__main__":
    main()
