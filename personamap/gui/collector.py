"""Collects garbage on the GUI thread alone.

Python collects wherever it happens to run out of patience, also in a
background job. What it finds there may hold widgets, and a widget that
dies on another thread takes the program with it. So the automatic
collector stays off, and a timer of the window does its work.

A table of thousands comes in as one mass that nobody is going to throw
away soon, and looking through it would stop the window for longer than a
blink. It is put aside, and looked through when the person has turned to
another program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

EVERY_MS = 1_000
BEGIN_AFTER_MS = 2_000
"""What a start makes stays anyway; collecting meanwhile would only stop it several times."""

MASS = 100_000
"""So many new objects since the last look were read from a file; looking takes over 30 ms."""


class Collector(QObject):
    """Looks once a second whether there is enough to collect, as Python itself would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        self._has_put_aside = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)
        QTimer.singleShot(BEGIN_AFTER_MS, self, self._begin)

    def _begin(self) -> None:
        gc.freeze()
        self._timer.start()

    def _on_time(self) -> None:
        if gc.get_count()[0] > MASS:
            gc.freeze()
            self._has_put_aside = True
        else:
            collect_if_due()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if self._has_put_aside and state != Qt.ApplicationState.ApplicationActive:
            self._has_put_aside = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()


def collect_if_due() -> None:
    """Collect the oldest generation whose turn it is, and with it all younger ones."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
