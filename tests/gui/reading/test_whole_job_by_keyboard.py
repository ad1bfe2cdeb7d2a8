"""From a new project to a printed sheet with the keys alone: no mouse, no call of our own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QRadioButton

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
MOST_STEPS = 300


class Keys:
    """A keyboard, and a screen reader that says where the focus is."""

    def __init__(self, window, qtbot):
        self._window, self._qtbot = window, qtbot

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        front = QApplication.activePopupWidget() or QApplication.activeWindow() or self._window
        focus = front.focusWidget() or front
        QTest.keyClick(focus.focusProxy() or focus, key, modifier)
        # No hand is so fast that what a key brought is not in its place before the next.
        QApplication.processEvents()

    def type(self, words):
        for letter in words:
            self.press(letter)

    def here(self):
        interface = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
        return interface.text(QAccessible.Text.Name) if interface else ""

    def tab_to(self, name):
        for _step in range(MOST_STEPS):
            if self.here().startswith(name):
                return
            self.press(Key.Key_Tab)
        pytest.fail(f"Tab never comes to {name!r}; it is on {self.here()!r}")

    def wait_for(self, kind=QDialog):
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))

    def come_back(self):
        """Be in the window again, which a desktop brings forward when a dialog has closed."""
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow)


@pytest.fixture
def keys(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Keys(window, qtbot)


def test_a_cast_is_begun_written_mended_and_printed_without_a_mouse(keys, window, qtbot, tmp_path):
    keys.press(Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    write_a_person(keys, window, qtbot)
    write_a_life(keys, window)
    mend_a_finding(keys, window, qtbot)
    save_and_print(keys, window, qtbot, tmp_path)


def write_a_person(keys, window, qtbot):
    keys.press(Key.Key_A, CTRL_SHIFT)
    qtbot.waitUntil(lambda: keys.here() == "Name")
    keys.type("Amara")
    keys.tab_to("Disability: add")
    keys.press(Key.Key_Space)
    keys.type("hearing")
    keys.press(Key.Key_Return)
    (amara,) = window.desk.session.document.project.personas
    assert amara.name == "Amara"
    (answer,) = amara.answers
    assert (answer.facet, answer.state) == ("disability", "stated")


def write_a_life(keys, window):
    keys.tab_to("Lived experience")
    keys.press(Key.Key_Space)
    keys.tab_to("Add an experience")
    keys.press(Key.Key_Space)
    keys.type("Nobody faced me")
    keys.press(Key.Key_Return)
    keys.tab_to("Situation")
    keys.type("The briefing")
    (experience,) = window.desk.session.document.project.experiences
    assert (experience.title, experience.situation) == ("Nobody faced me", "The briefing")


def mend_a_finding(keys, window, qtbot):
    document = window.desk.session.document
    before = document.project
    keys.press(Key.Key_3, CTRL)
    keys.tab_to("Fix…")
    keys.press(Key.Key_Space)
    keys.wait_for()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QRadioButton))
    # Who somebody is is chosen for nobody beforehand.
    keys.press(Key.Key_Space)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: document.project != before)
    keys.come_back()
    keys.press(Key.Key_Z, CTRL)
    assert document.project == before
    keys.press(Key.Key_Y, CTRL)
    assert document.project != before


def save_and_print(keys, window, qtbot, folder):
    file = folder / "first.personamap"
    keys.press(Key.Key_S, CTRL)
    keys.wait_for(QFileDialog)
    keys.type(str(file))
    keys.press(Key.Key_Return)
    qtbot.waitUntil(file.is_file)
    qtbot.waitUntil(lambda: not window.desk.session.saving)
    keys.come_back()
    keys.press(Key.Key_E, CTRL)
    keys.wait_for()
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.pdf"))))
