"""What comes as soon as the window has been painted: its desk, its file, and what must be told."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from personamap.gui.crash.box import CrashHandler
from personamap.gui.crash.log import keep_log
from personamap.gui.crash.reporter import Reporter
from personamap.gui.endings import Endings
from personamap.gui.jobs import LatestJob
from personamap.gui.window.desk import Desk
from personamap.gui.window.main_window import MainWindow
from personamap.gui.window.workspace_builds import load_all
from personamap.storage.folders import state_folder

LOOK_AFTER_MS = 500
"""How long the window is there before it asks about unsaved work of earlier runs."""

PREPARE_AFTER_MS = 2_000
"""By then the cast has been painted and the first checks have run."""


def fill(
    window: MainWindow, path: Path | None, reporter: Reporter, trouble: tuple[str, ...]
) -> None:
    """Put a desk into the window with a file, or the start page, and say what went wrong."""
    keep_log(state_folder())
    desk = Desk(window)
    CrashHandler(reporter, desk.flows.save_as, window)
    begin(desk, path)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Endings(app, desk.session)
    tell_first(desk, *trouble)
    LatestJob(PREPARE_AFTER_MS, window).request(_prepare)


def begin(desk: Desk, path: Path | None) -> None:
    """Show a file, or the start page, and what was not saved before."""
    QTimer.singleShot(LOOK_AFTER_MS, desk, partial(desk.flows.recovery.look, path))
    if path is None:
        desk.show_start()
    else:
        desk.flows.open(path)


def tell_first(desk: Desk, *said: str) -> None:
    """Say it now, and once more when the file is there: that clears what was said before."""
    words = "\n".join(filter(None, said))
    if not words:
        return
    desk.messages.tell(words)
    once = Qt.ConnectionType.SingleShotConnection
    desk.session.replaced.connect(lambda: desk.messages.tell(words), once)


def _prepare() -> None:
    """Load what the next clicks rest on before they come, in a thread and not at the start."""
    from personamap.services.previews import prepare_previews

    load_all()
    prepare_previews()
