"""What can wait: work in pieces, one a turn of the event loop.

A window that builds everything before it is first painted is late, and
one that builds a great deal at once does not answer meanwhile. Such work
is a generator here: it goes on after each `yield` once the events that
came in between have been seen to. A piece should take at most 30 ms.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class InPieces(QObject):
    """Carries on with `work` until it has ended, is stopped, or its owner is gone."""

    ended = Signal()

    def __init__(self, work: Iterator[object], owner: QObject) -> None:
        super().__init__(owner)
        self._work = work
        self._stopped = False
        # Single-shot: a piece that opens a menu comes back here while it still runs.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin with the next turn of the event loop."""
        self._timer.start()

    def stop(self) -> None:
        """Leave out whatever is left to do."""
        self._stopped = True
        self._timer.stop()

    def _go_on(self) -> None:
        try:
            next(self._work)
        except StopIteration:
            self.ended.emit()
            return
        if not self._stopped:
            self._timer.start()


class OncePainted(InPieces):
    """Begins with `work` as soon as `widget` has been painted for the first time."""

    def __init__(self, widget: QWidget, work: Iterator[object], owner: QObject) -> None:
        super().__init__(work, owner)
        self._widget = widget
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self.start()
        return False
