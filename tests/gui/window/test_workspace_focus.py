"""Where the keyboard is when another workspace comes to the front."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from personamap.gui.look.focus_ring import FocusRing


@pytest.fixture
def active_window(open_window, qtbot):
    open_window.activateWindow()
    qtbot.waitUntil(open_window.isActiveWindow)
    return open_window


def press(window, workspace, qtbot):
    names = ("cast", "map", "coverage")
    button = window.rail.buttons[names.index(workspace)]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return window.desk.stack.show_workspace(workspace)


def test_the_keyboard_is_on_the_main_thing_of_a_workspace_and_no_ring_shows(active_window, qtbot):
    window = active_window
    (ring,) = window.findChildren(FocusRing)
    shown = press(window, "map", qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is shown.view)
    assert not ring.isVisible()
    shown = press(window, "coverage", qtbot)
    qtbot.waitUntil(lambda: shown.filled)
    assert shown.isAncestorOf(QApplication.focusWidget())
    assert not ring.isVisible()
    shown = press(window, "cast", qtbot)
    assert QApplication.focusWidget() is shown.wall
    assert not ring.isVisible()
    assert not shown.wall.rings


def test_the_tab_key_goes_from_there_to_a_control_with_a_ring(active_window, qtbot):
    shown = press(active_window, "coverage", qtbot)
    qtbot.waitUntil(lambda: shown.filled)
    (ring,) = active_window.findChildren(FocusRing)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert shown.isAncestorOf(QApplication.focusWidget())
    qtbot.waitUntil(ring.isVisible)


def test_the_arrow_keys_show_on_whom_they_are(active_window, qtbot):
    wall = active_window.desk.stack.show_workspace("cast").wall
    press(active_window, "map", qtbot)
    press(active_window, "cast", qtbot)
    assert not wall.rings
    qtbot.keyClick(wall, Qt.Key.Key_Right)
    assert wall.rings
