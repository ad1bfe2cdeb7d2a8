"""The note of the tour: which step this is, what to see, and the ways on, back and out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.look.theme import current_theme
from personamap.gui.tour.steps import STEPS, Step
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_WIDTH = 340
_PADDING = 16
_WIDER = (1.0, 1.25, 1.5, 2.0)
"""The widths to try, of which the first is the usual one."""


class Callout(QFrame):
    """Says one step over the window, and leaves everything around it in use."""

    next_asked = Signal()
    back_asked = Signal()
    leave_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "card")
        self.count, self.title, self.text = plain_label(), plain_label(), plain_label()
        self.count.setProperty("role", "hint")
        self.title.setProperty("role", "section")
        for label in (self.title, self.text):
            label.setWordWrap(True)
        self.leave = self._button(_("&Leave the tour"), "quiet")
        self.back = self._button(_("&Back"), "")
        self.next = self._button("", "primary")
        self.leave.clicked.connect(self.leave_asked)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        self._lay_out()
        self.hide()

    def say(self, at: int) -> None:
        """Show the step at a place in the order."""
        step: Step = STEPS[at]
        count = _("Step {at} of {all}").format(at=at + 1, all=len(STEPS))
        self.count.setText(count)
        self.title.setText(_(step.title))
        self.text.setText(_(step.text))
        self.back.setEnabled(at > 0)
        self.next.setText(_("&Finish") if at + 1 == len(STEPS) else _("&Next"))
        self.setAccessibleName(f"{count}. {_(step.title)}")
        self.setAccessibleDescription(_(step.text))
        self.next.setAccessibleDescription(_(step.text))

    def sizes(self, room: QSize) -> tuple[QSize, ...]:
        """Return how large it may be within `room`: as wide as a note, or wider and lower."""
        layout = self.layout()
        assert layout is not None
        usual = current_theme().px(_WIDTH)
        widths = dict.fromkeys(min(round(usual * by), room.width()) for by in _WIDER)
        high = layout.totalHeightForWidth
        return tuple(QSize(width, min(high(width), room.height())) for width in widths)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()

    def _button(self, words: str, role: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", role)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.count)
        column.addLayout(first)
        column.addWidget(self.text)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column.addLayout(buttons)
