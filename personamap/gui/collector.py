"""Collects garbage on the GUI thread alone.

Python collects wherever it happens to run out of patience, also in a
background job. What it finds there may hold widgets, and a widget that
dies on another thread takes the program with it. So the automatic
collector stays off, and a timer of the window does its work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
BEGIN_AFTER_MS = 2_000
"""What a start makes stays anyway; collecting meanwhile would only stop it several times."""


class Collector(QObject):
    """Looks once a second whether there is enough to collect, as Python itself would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect_if_due)
        QTimer.singleShot(BEGIN_AFTER_MS, self, self._begin)

    def _begin(self) -> None:
        gc.freeze()
        self._timer.start()


def collect_if_due() -> None:
    """Collect the oldest generation whose turn it is, and with it all younger ones."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
