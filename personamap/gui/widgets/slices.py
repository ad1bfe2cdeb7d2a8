"""Long work on the GUI thread, cut into pieces so that the window stays free in between.

Widgets can only be made and filled on the GUI thread, which is why a job
in another thread is no answer here.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

SLICE_SECONDS = 0.005
"""How long one turn works: a third of a frame, so that painting and keystrokes fit in beside it."""


class Slices(QObject):
    """Goes through an iterator a little on every turn of the event loop.

    Each step of the iterator is one piece of work that cannot be cut.
    Other work given meanwhile takes the place of what is left.
    """

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)

    @property
    def busy(self) -> bool:
        """Tell whether something is left to do."""
        return self._steps is not None

    def run(self, steps: Iterator[object]) -> None:
        """Work through `steps`, beginning with the first at once."""
        self._steps = steps
        self._timer.start()
        self._on_turn()

    def stop(self) -> None:
        """Leave undone what is left."""
        self._steps = None
        self._timer.stop()

    def _on_turn(self) -> None:
        end = time.perf_counter() + SLICE_SECONDS
        steps = self._steps
        while steps is not None and time.perf_counter() < end:
            try:
                next(steps)
            except StopIteration:
                self.stop()
                self.done.emit()
                return
            steps = self._steps
