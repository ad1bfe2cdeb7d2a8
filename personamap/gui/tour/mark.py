"""The frame around what a step of the tour is about."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.gui.look.focus_ring import REACH, paint_ring

_RADIUS = 8


class Mark(QWidget):
    """Lies over the window, lets every click through and draws a frame."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, place: QRect, room: QRect) -> None:
        """Go around `place`, as far as the window reaches."""
        self.setGeometry(place.adjusted(-REACH, -REACH, REACH, REACH).intersected(room))
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        inner = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        paint_ring(QPainter(self), inner, _RADIUS)
