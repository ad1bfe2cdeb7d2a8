"""The application: one window on one project, or on the start page."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from personamap import __version__
from personamap.gui.collector import Collector
from personamap.gui.crash.box import CrashHandler, ended_words, tell_without_window
from personamap.gui.crash.log import keep_log
from personamap.gui.crash.reporter import Reporter
from personamap.gui.crash.reports import reports_of_ended
from personamap.gui.endings import Endings
from personamap.gui.jobs import LatestJob
from personamap.gui.look.icons import icon
from personamap.gui.look.look_chooser import LookChooser
from personamap.gui.settings import Preferences
from personamap.gui.window.main_window import MainWindow
from personamap.gui.window.workspaces import load_all
from personamap.i18n import is_right_to_left, language, use_languages
from personamap.storage.folders import APP, state_folder

WAIT_FOR_FILE_MS = 150
"""How long a window stays away for a file, so that most appear once, with the cast in them."""

LOOK_AFTER_MS = 500
"""How long the window is there before it asks about unsaved work of earlier runs."""

PREPARE_AFTER_MS = 2_000
"""By then the window has been painted and the first checks have run."""

GIL_SHARE_SECONDS = 0.002
"""How long a background check may keep the window waiting before Python hands over."""


def main(path: Path | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(APP)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP)
    sys.setswitchinterval(GIL_SHARE_SECONDS)
    Collector(app)
    keep_log(state_folder())
    reporter = Reporter(state_folder() / "reports", tell_without_window)
    ended = reports_of_ended(reporter.folder)
    reporter.install()
    preferences = Preferences(parent=app)
    speak(app, preferences.settings.language)
    window = make_window(app, preferences)
    CrashHandler(reporter, window.flows.save_as, window)
    window.fit_into(window.screen().availableSize())
    begin(window, path)
    Endings(app, window.session)
    tell_first(window, preferences.trouble, ended_words(str(ended[-1])) if ended else "")
    LatestJob(PREPARE_AFTER_MS, window).request(_prepare)
    return app.exec()


def make_window(app: QApplication, preferences: Preferences) -> MainWindow:
    """Dress the application and return its window."""
    LookChooser(app, preferences)
    app.setWindowIcon(icon("users", "accent"))
    return MainWindow(preferences)


def begin(window: MainWindow, path: Path | None, wait_ms: int = WAIT_FOR_FILE_MS) -> None:
    """Show the window with a file, or with the start page, and what was not saved before."""
    QTimer.singleShot(LOOK_AFTER_MS, window, partial(window.flows.recovery.look, path))
    if path is None:
        window.show_start()
        window.show()
        return
    once = Qt.ConnectionType.SingleShotConnection
    window.session.replaced.connect(window.show, once)
    window.session.open_failed.connect(window.show, once)
    QTimer.singleShot(wait_ms, window, window.show)
    window.flows.open(path)


def tell_first(window: MainWindow, *said: str) -> None:
    """Say it now, and once more when the file is there: that clears what was said before."""
    words = "\n".join(filter(None, said))
    if not words:
        return
    window.messages.tell(words)
    once = Qt.ConnectionType.SingleShotConnection
    window.session.replaced.connect(lambda: window.messages.tell(words), once)


def _prepare() -> None:
    """Load what the next clicks rest on before they come, in a thread and not at the start."""
    from personamap.services.previews import prepare_previews

    load_all()
    prepare_previews()


def speak(app: QApplication, chosen: str) -> None:
    """Take the language a person chose, or else that of the system, for all that is shown."""
    use_languages([chosen] if chosen else QLocale().uiLanguages())
    locale = QLocale(language()) if chosen else QLocale()
    QLocale.setDefault(locale)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language()), "qtbase", "_", folder):
        app.installTranslator(translator)
    if is_right_to_left():
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
