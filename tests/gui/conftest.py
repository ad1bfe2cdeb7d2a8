"""A whole window, dressed once, as a person meets it."""

import gc

import pytest
from PySide6.QtCore import QSettings, QThreadPool
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from typing_extensions import override

from personamap.gui.beginning import begin
from personamap.gui.collector import collect_if_due
from personamap.gui.look.look_chooser import LookChooser
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.settings import Preferences
from personamap.gui.window.desk import Desk
from personamap.gui.window.main_window import MainWindow
from personamap.services.projects import save_project

PATIENCE_MS = 120_000


class PatientBot(QtBot):
    """Waits as long as a slow and busy computer may need; where all is well, no longer at all."""

    @override
    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **wanted):
        return super().waitSignal(signal, timeout=timeout, **wanted)

    @override
    def waitSignals(self, signals, *, timeout=PATIENCE_MS, **wanted):
        return super().waitSignals(signals, timeout=timeout, **wanted)

    @override
    def waitExposed(self, widget, *, timeout=PATIENCE_MS):
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    """Stand in for the bot of pytest-qt, which gives up after five seconds."""
    return PatientBot(request)


@pytest.fixture(autouse=True, scope="session")
def collected_on_this_thread():
    """As in the program itself, no background job collects widgets."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collected(collected_on_this_thread):
    yield
    collect_if_due()


@pytest.fixture(scope="session")
def dressed(qapp):
    apply_theme(qapp, Theme.load("light"))
    return qapp


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "config" / "settings.json")


@pytest.fixture
def unshown_window(dressed, qtbot, preferences, tmp_path):
    """A window nobody has seen yet, whose file dialogs begin in an empty folder."""
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "geometry")
    )
    preferences.choose(folder=str(tmp_path))
    unshown = MainWindow(preferences)
    Desk(unshown)
    qtbot.addWidget(unshown, before_close_func=_let_it_go)
    return unshown


@pytest.fixture
def window(unshown_window, qtbot):
    """A window on the start page."""
    begin(unshown_window.desk, None)
    unshown_window.show()
    qtbot.waitExposed(unshown_window)
    # Keys that belong to the window are heard once it is the active one.
    unshown_window.activateWindow()
    qtbot.waitUntil(unshown_window.isActiveWindow)
    return unshown_window


@pytest.fixture
def dressed_window(dressed, window, preferences):
    """A window whose preferences dress the application, undressed again afterwards."""
    chooser = LookChooser(dressed, preferences)
    yield window
    preferences.choose(theme="light", text_scale=1.0, reading_font=False, reduce_motion=False)
    delete(chooser)


@pytest.fixture
def open_window(window, qtbot, file):
    """A window with the small project open."""
    window.desk.flows.open(file)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    return window


@pytest.fixture
def file(project, tmp_path):
    """The small project, on disk."""
    path = tmp_path / "harbour.personamap"
    save_project(project, path)
    return path


def _let_it_go(window):
    window.desk._leaving = True
    QThreadPool.globalInstance().waitForDone()
