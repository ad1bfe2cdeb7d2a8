"""Hands that do anything: clicks, drags, keys and texts wherever somebody could put them.

All of it comes from one seed, so that a fault can be looked at again. Only
what is on screen is touched, and only the dialog or menu in front.
"""

from __future__ import annotations

from collections import deque
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenuBar, QMessageBox, QWidget

from personamap.gui.window.desk import Desk
from personamap.gui.window.main_window import MainWindow

Key, Keys, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
_PLAIN = (
    *(Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Space, Key.Key_Menu),
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End),
    *(Key.Key_PageUp, Key.Key_PageDown, Key.Key_Delete, Key.Key_Backspace, Key.Key_F1, Key.Key_F2),
    *(Key.Key_F6, Key.Key_A, Key.Key_X, Key.Key_1, Key.Key_9, Key.Key_Plus, Key.Key_Minus),
)
_WITH_CTRL = "ZYZZYCVXADFKSNEGIRHJLMBTPU123456789"
_TEXTS = (
    *("Ana", "x", "שלום", "a\u0301\u200d", "=1+1", "<b>x</b>", "😀👩‍👩‍👧", "  ", "\"'&"),
    *("0", "-5", "2026-11-27", "a" * 300),
)
_FILES = ("course.personamap", "new.personamap", "out.pdf", "cast.csv")
_SMALLEST, _LARGEST = (720, 480), (1500, 950)
_REMEMBERED = 14
_GRASPABLE = 4


class Hands:
    """Does one thing at a time in the window of a desk; `done` are the last of them, in words."""

    def __init__(self, seed: int, window: MainWindow, desk: Desk, folder: Path) -> None:
        self._random = Random(seed)
        self._window, self._desk, self._folder = window, desk, folder
        self.done: deque[str] = deque(maxlen=_REMEMBERED)
        self._ways = (
            (0.45, self._point),
            (0.30, self._press),
            (0.15, self._press_with_ctrl),
            (0.07, self._type),
            (0.03, self._change_the_whole),
        )

    def act(self) -> None:
        """Do the next thing."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        front = front or QApplication.activeWindow() or self._window
        asked = front.window()
        if isinstance(asked, QFileDialog):
            self._choose_a_file(asked)
        elif isinstance(asked, QMessageBox) and self._random.random() < 0.3:
            self._note("answers", asked.text()[:60])
            QTest.keyClick(asked, Key.Key_Return)
        else:
            ways = self._random.choices(*zip(*((w, p) for p, w in self._ways), strict=True))
            ways[0](front)

    def _choose_a_file(self, dialog: QFileDialog) -> None:
        self._note("chooses a file in", dialog.windowTitle())
        if self._random.random() < 0.7:
            dialog.reject()
            return
        dialog.selectFile(str(self._folder / self._random.choice(_FILES)))
        dialog.accept()

    def _point(self, front: QWidget) -> None:
        things = [thing for thing in front.findChildren(QWidget) if _is_in_reach(thing)]
        thing = self._random.choice(things or [front])
        seen = thing.visibleRegion().boundingRect()
        if seen.isEmpty():
            return
        at, held = self._place_in(seen), self._held()
        button = Button.LeftButton if self._random.random() < 0.88 else Button.RightButton
        self._note("points at", type(thing).__name__, at.toTuple(), button.name, held.name)
        way = self._random.random()
        if way < 0.06:
            QTest.mouseDClick(thing, button, held, at)
        elif way < 0.15:
            self._drag(thing, at, button)
        else:
            QTest.mouseClick(thing, button, held, at)

    def _drag(self, thing: QWidget, at: QPoint, button: Qt.MouseButton) -> None:
        to = at + QPoint(self._random.randint(-200, 200), self._random.randint(-200, 200))
        self._note("drags it to", to.toTuple())
        QTest.mousePress(thing, button, Keys.NoModifier, at)
        for third in (1, 2, 3):
            QTest.mouseMove(thing, at + (to - at) * third / 3)
        QTest.mouseRelease(thing, button, Keys.NoModifier, to)

    def _press(self, front: QWidget) -> None:
        key, held = self._random.choice(_PLAIN), self._held(Keys.AltModifier)
        self._note("presses", key.name, held.name)
        QTest.keyClick(QApplication.focusWidget() or front, key, held)

    def _press_with_ctrl(self, front: QWidget) -> None:
        letter = self._random.choice(_WITH_CTRL)
        shift = Keys.ShiftModifier if self._random.random() < 0.25 else Keys.NoModifier
        self._note("presses Ctrl+", letter, shift.name)
        at = QApplication.focusWidget() or front
        QTest.keyClick(at, Key[f"Key_{letter}"], Keys.ControlModifier | shift)

    def _type(self, _front: QWidget) -> None:
        text = self._random.choice(_TEXTS)
        self._note("types", repr(text)[:30])
        for letter in text:
            at = QApplication.focusWidget()
            if at is not None:
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Keys.NoModifier, letter)
                QApplication.sendEvent(at, pressed)

    def _change_the_whole(self, _front: QWidget) -> None:
        what = self._random.choice(("size", "history", "theme", "text"))
        self._note("changes the", what)
        if what == "size":
            self._window.resize(*map(self._random.randint, _SMALLEST, _LARGEST))
        elif what == "theme":
            self._window.preferences.choose(theme=self._random.choice(("light", "dark")))
        elif what == "text":
            self._window.preferences.choose(text_scale=self._random.choice((1.0, 1.5, 2.0)))
        elif self._desk.session.document is not None:
            stack = self._desk.session.document.undo_stack
            for _step in range(self._random.randint(1, 9)):
                (stack.undo if self._random.random() < 0.6 else stack.redo)()

    def _held(self, *more: Qt.KeyboardModifier) -> Qt.KeyboardModifier:
        held = (Keys.ControlModifier, Keys.ShiftModifier, *more)
        return self._random.choice((*[Keys.NoModifier] * 8, *held))

    def _place_in(self, seen: QRect) -> QPoint:
        across = self._random.randint(seen.left(), seen.right())
        return QPoint(across, self._random.randint(seen.top(), seen.bottom()))

    def _note(self, *words: object) -> None:
        self.done.append(" ".join(map(str, words)))


def _is_in_reach(thing: QWidget) -> bool:
    large = min(thing.width(), thing.height()) > _GRASPABLE
    # A menu bar that is clicked waits in a loop of its own for what the hands do next.
    return large and thing.isVisible() and thing.isEnabled() and not isinstance(thing, QMenuBar)
