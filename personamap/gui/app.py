"""The application: one window on one project, or on the start page.

The window is painted with its menus and its rail as soon as Qt is there.
What works on a project takes longer to load than all of that, so it comes
in the next turn of the event loop; what is clicked or typed meanwhile
waits for it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from personamap import __version__
from personamap.gui.collector import Collector
from personamap.gui.crash.box import ended_words, tell_without_window
from personamap.gui.crash.reporter import Reporter
from personamap.gui.crash.reports import reports_of_ended
from personamap.gui.later import OncePainted
from personamap.gui.look.icons import icon
from personamap.gui.look.look_chooser import LookChooser
from personamap.gui.settings import Preferences
from personamap.gui.window.main_window import MainWindow
from personamap.i18n import is_right_to_left, language, use_languages
from personamap.storage.folders import APP, state_folder

FILL_AT_LATEST_MS = 250
"""When a window is filled that is not painted, because it comes up hidden or minimized."""

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
    reporter = Reporter(state_folder() / "reports", tell_without_window)
    ended = reports_of_ended(reporter.folder)
    reporter.install()
    preferences = Preferences(parent=app)
    speak(app, preferences.settings.language)
    window = make_window(app, preferences)
    window.fit_into(window.screen().availableSize())
    window.expect(path)
    trouble = (preferences.trouble, ended_words(str(ended[-1])) if ended else "")
    filling = OncePainted(window, _fill(window, path, reporter, trouble), window)
    QTimer.singleShot(FILL_AT_LATEST_MS, filling, filling.start)
    window.show()
    return app.exec()


def make_window(app: QApplication, preferences: Preferences) -> MainWindow:
    """Dress the application and return its window, in which there is nothing yet."""
    LookChooser(app, preferences)
    app.setWindowIcon(icon("users", "accent"))
    return MainWindow(preferences)


def _fill(
    window: MainWindow, path: Path | None, reporter: Reporter, trouble: tuple[str, str]
) -> Iterator[None]:
    # Who closes a window as soon as it comes has seen enough.
    if window.isVisible():
        try:
            from personamap.gui.beginning import fill

            fill(window, path, reporter, trouble)
        except Exception as error:
            # Nobody could do anything in a window that stays empty.
            reporter.take(type(error), error, error.__traceback__)
            QApplication.exit(1)
    yield


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
