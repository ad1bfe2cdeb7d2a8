"""The window before anything is in it: soon there, and in nobody's way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from personamap.gui.window.desk import Desk
from personamap.gui.window.main_window import MainWindow
from personamap.storage.folders import state_folder

ROOT = Path(__file__).parents[3]
BROKEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from personamap.gui import app as program, beginning

def fail(_window):
    raise RuntimeError("a part is missing")

def close_the_box():
    box = QApplication.activeModalWidget()
    if box:
        print(box.text() or box.informativeText(), flush=True)
        box.reject()

beginning.Desk = fail
app = QApplication(["personamap"])
timer = QTimer(app)
timer.timeout.connect(close_the_box)
timer.start(20)
sys.exit(program.main())
"""


@pytest.fixture
def empty(dressed, qtbot, preferences, tmp_path):
    """A window that has been painted and not been filled."""
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "geometry")
    )
    window = MainWindow(preferences)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_the_window_is_painted_before_what_works_on_a_project_is_loaded(file):
    started = subprocess.run(
        [sys.executable, "-m", "tests.gui.window.first_paint_by_window", str(file)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert started.stdout.splitlines() == ["painted True None []", "opened First week"]


def test_a_window_that_cannot_be_filled_says_so_and_does_not_stay_empty():
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "personamap cannot go on" in ended.stderr
    (report,) = (state_folder() / "reports").glob("report-*")
    assert "RuntimeError" in report.read_text()


def test_an_empty_window_has_its_menus_and_its_rail_and_offers_nothing_yet(empty):
    assert empty.rail.isVisible()
    assert empty.menus.scene.menuAction().isVisible() is False
    assert not empty.offers["save"].isEnabled()
    assert empty.windowTitle() == "personamap"


def test_a_window_that_expects_the_start_page_has_no_rail_that_would_go_away(empty):
    empty.expect(None)
    assert not empty.rail.isVisible()
    assert empty.statusBar().property("blank")


def test_an_empty_window_closes_at_once_and_keeps_its_size(empty):
    empty.resize(900, 700)
    assert empty.close()
    assert QSettings("personamap", "personamap").value("geometry") is not None


def test_an_empty_window_takes_nothing_that_is_dragged_over_it(empty, file):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    actions, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(5, 5), actions, mime, Qt.MouseButton.LeftButton, keys)
    empty.dragEnterEvent(over)
    assert not over.isAccepted()


def test_nothing_moves_when_the_window_is_filled(empty):
    before = [button.mapTo(empty, QPoint()) for button in empty.rail.foot]
    Desk(empty)
    QApplication.processEvents()
    assert [button.mapTo(empty, QPoint()) for button in empty.rail.foot] == before
