"""The focus ring: two pixels of accent, two pixels away from what has the focus.

A style sheet cannot leave a gap, so one see-through overlay for each
window follows the focus. A widget that paints the focus of its own cells
or nodes sets the property `ownFocusRing`; one with other corners than a
button sets `ringRadius`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QMainWindow, QWidget
from shiboken6 import isValid
from typing_extensions import override

from personamap.gui.look.theme import current_theme

GAP, WIDTH = 2, 2
REACH = GAP + WIDTH
_CONTROL_RADIUS = 8
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
)


def paint_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the ring around `rect`, for delegates and graphics items."""
    away = GAP + WIDTH / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().color("accent"), WIDTH))
    outer = rect.adjusted(-away, -away, away, away)
    painter.drawRoundedRect(outer, radius + away, radius + away)
    painter.restore()


class FocusRings(QObject):
    """Gives each window and dialog its ring, as soon as something in it has the focus."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # A dialog that Qt made for itself is held by nothing here, and a ring that only such a
        # dialog holds would be collected as garbage while it is on the screen.
        self._rings: list[FocusRing] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        window = now.window() if now else None
        if not isinstance(window, QMainWindow | QDialog):
            return
        own = Qt.FindChildOption.FindDirectChildrenOnly
        if window.findChild(FocusRing, options=own) is None:
            ring = FocusRing(window)
            self._rings = [*filter(isValid, self._rings), ring]
            ring.follow(now)


class FocusRing(QWidget):
    """Lies over a window and draws the ring around the widget that has the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._host = window
        self._watched: list[QWidget] = []
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def follow(self, now: QWidget | None) -> None:
        """Go to what has the focus now, or away when that is in another window."""
        for widget in self._watched:
            # The focus also moves because what had it was closed.
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = _chain(now, self._host) if now else []
        for widget in self._watched:
            widget.installEventFilter(self)
        self._place()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.follow(now)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        target = self.follows
        if target is None or not target.isVisible() or target.property("ownFocusRing"):
            self.hide()
            return
        self.setGeometry(_rect_in(target, self._host).adjusted(-REACH, -REACH, REACH, REACH))
        self.raise_()
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        target = self.follows
        if target is None:
            return
        painter = QPainter(self)
        painter.setClipRect(self._seen())
        inner = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        paint_ring(painter, inner, _radius(target, inner))

    @property
    def follows(self) -> QWidget | None:
        """What has the focus, unless it has gone and nothing else has taken the focus yet."""
        return self._watched[0] if self._watched and isValid(self._watched[0]) else None

    def _seen(self) -> QRect:
        seen = self.rect()
        for widget in self._watched[1:]:
            area = widget.parentWidget() if isValid(widget) else None
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
                room = _rect_in(widget, self._host).translated(-self.pos())
                seen = seen.intersected(room)
        return seen


def _chain(widget: QWidget, window: QWidget) -> list[QWidget]:
    chain: list[QWidget] = []
    step: QWidget | None = widget
    while step is not None and step is not window:
        chain.append(step)
        step = None if step.isWindow() else step.parentWidget()
    return chain if step is window else []


def _rect_in(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _radius(widget: QWidget, rect: QRectF) -> float:
    given = widget.property("ringRadius")
    radius = float(given) if given is not None else float(_CONTROL_RADIUS)
    return min(radius, rect.height() / 2)
