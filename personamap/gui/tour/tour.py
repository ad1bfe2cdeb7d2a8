"""Leads through the window step by step, and can be left at any moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from personamap.gui.tour.callout import Callout
from personamap.gui.tour.mark import Mark
from personamap.gui.tour.placing import GAP, note_place
from personamap.gui.tour.steps import STEPS

_LOOK_AGAIN_MS = 150


class Stop(Struct, frozen=True):
    """How to bring what a step is about to the front, and which widget it is by now."""

    go: Callable[[], object]
    find: Callable[[], QWidget | None]


class Tour(QObject):
    """Shows a note and a frame over the window; the window stays in use underneath.

    What a step points at comes and goes with every edit and scroll. So its
    place is looked up again and again while the tour lasts, rather than
    listened for.
    """

    left = Signal()

    def __init__(self, window: QMainWindow, stops: Mapping[str, Stop]) -> None:
        super().__init__(window)
        self._window, self._stops = window, stops
        self.at = 0
        self.mark, self.callout = Mark(window), Callout(window)
        self.callout.next_asked.connect(self.go_on)
        self.callout.back_asked.connect(self.go_back)
        self.callout.leave_asked.connect(self.leave)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._place)

    @property
    def running(self) -> bool:
        """Tell whether a step is shown."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Show the first step."""
        self._window.removeEventFilter(self)
        self._window.installEventFilter(self)
        self._timer.start()
        self._show(0)

    def go_on(self) -> None:
        """Show the next step, or end after the last."""
        if self.at + 1 < len(STEPS):
            self._show(self.at + 1)
        else:
            self.leave()

    def go_back(self) -> None:
        """Show the step before."""
        self._show(max(self.at - 1, 0))

    def leave(self) -> None:
        """End the tour where it is."""
        if not self.running:
            return
        self._timer.stop()
        self._window.removeEventFilter(self)
        self.callout.hide()
        self.mark.hide()
        target = self._target()
        if target is not None:
            target.setFocus()
        self.left.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        if _is_escape(event):
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _show(self, at: int) -> None:
        self.at = at
        self._stops[STEPS[at].id].go()
        self.callout.say(at)
        self._place()
        self.callout.show()
        self.callout.next.setFocus()
        self._announce()

    def _announce(self) -> None:
        # Loading what Qt has for screen readers would hold up every start.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        words = f"{self.callout.accessibleName()}. {self.callout.accessibleDescription()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.callout, words))

    def _target(self) -> QWidget | None:
        found = self._stops[STEPS[self.at].id].find()
        return found if found is not None and found.isVisible() else None

    def _place(self) -> None:
        # Menus and the state of the file stay in sight and in reach.
        middle = self._window.centralWidget()
        assert middle is not None
        room = middle.geometry().adjusted(GAP, GAP, -GAP, -GAP)
        target = self._target()
        place = self._seen_part(target) if target is not None else QRect()
        if place.isEmpty():
            self.mark.hide()
        else:
            self.mark.surround(place, self._window.rect())
        note = note_place(place, self.callout.sizes(room.size()), room)
        self.callout.setFixedSize(note.size())
        self.callout.move(note.topLeft())
        self.callout.raise_()

    def _seen_part(self, target: QWidget) -> QRect:
        """Return what can be seen of a widget, in the window's coordinates."""
        seen = target.visibleRegion().boundingRect()
        return QRect(target.mapTo(self._window, QPoint(0, 0)) + seen.topLeft(), seen.size())


def _is_escape(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape
