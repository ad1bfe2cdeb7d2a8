import gc

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QWidget,
)

from personamap.gui.look.focus_ring import REACH, FocusRing, FocusRings
from personamap.gui.look.theme import Theme, apply_theme


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp, Theme.load("light"))
    window = QWidget()
    layout = QHBoxLayout(window)
    layout.setContentsMargins(20, 20, 20, 20)
    window.first, window.second = QPushButton("One"), QPushButton("Two")
    layout.addWidget(window.first)
    layout.addWidget(window.second)
    window.ring = FocusRing(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_ring_goes_where_the_focus_goes(window, qtbot):
    for button in (window.first, window.second):
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        reach = QPoint(REACH, REACH)
        assert window.ring.geometry().topLeft() == button.pos() - reach
        assert window.ring.isVisible()


def test_there_is_a_gap_between_control_and_ring(window, qtbot):
    window.first.setFocus()
    qtbot.waitUntil(window.ring.isVisible)
    picture = window.grab().toImage()
    middle = window.first.geometry().center().y()
    left = window.first.x()
    assert picture.pixelColor(left - 3, middle).name() == "#6e3a63"
    assert picture.pixelColor(left - 1, middle).name() == picture.pixelColor(4, 4).name()


def test_a_widget_with_its_own_ring_gets_no_second_one(window, qtbot):
    window.second.setProperty("ownFocusRing", True)
    window.second.setFocus()
    qtbot.waitUntil(window.second.hasFocus)
    assert not window.ring.isVisible()


def test_the_ring_follows_a_control_that_moves(window, qtbot):
    window.first.setFocus()
    qtbot.waitUntil(window.first.hasFocus)
    window.resize(window.width() + 200, window.height() + 60)
    qtbot.waitUntil(lambda: window.ring.y() == window.first.y() - REACH)


def test_the_ring_survives_the_end_of_what_had_the_focus(window, qtbot):
    window.first.setFocus()
    qtbot.waitUntil(window.ring.isVisible)
    shiboken6.delete(window.first)
    window.second.setFocus()
    qtbot.waitUntil(window.second.hasFocus)
    assert window.ring.isVisible()


def test_every_dialog_gets_a_ring_of_its_own_once(window, qtbot):
    FocusRings(window)
    dialog = QDialog(window)
    row = QHBoxLayout(dialog)
    buttons = [QPushButton("One"), QPushButton("Two")]
    for button in buttons:
        row.addWidget(button)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    for button in buttons:
        button.setFocus()
        (ring,) = dialog.findChildren(FocusRing)
        qtbot.waitUntil(ring.isVisible)
        assert ring.geometry().topLeft() == button.pos() - QPoint(REACH, REACH)
    assert not window.ring.isVisible()


def test_a_dialog_that_qt_made_itself_keeps_its_ring_when_garbage_is_collected(
    window, qtbot, tmp_path
):
    rings = FocusRings(window)
    there = tmp_path / "there.txt"
    there.touch()
    chooser = QFileDialog(window)
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.selectFile(str(there))
    chooser.show()

    def look():
        # The question whether to write over the file is made by Qt, so nothing here knows it.
        gc.collect()
        asked = QApplication.activeModalWidget()
        try:
            qtbot.keyClick(asked, Qt.Key.Key_Tab)
            (ring,) = asked.findChildren(FocusRing)
            seen.append((type(asked), ring.follows is QApplication.focusWidget()))
        finally:
            asked.reject()

    seen = []
    QTimer.singleShot(50, look)
    chooser.accept()
    assert seen == [(QMessageBox, True)]
    shiboken6.delete(rings)
