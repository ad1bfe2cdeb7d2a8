"""Ends that come from outside: a signal of the system, or the end of the session.

What is not saved is forced to the disk and left to the next start. Nobody is asked: there may
be nobody to answer, and no time.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from functools import partial
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager

from personamap.gui.project_session import ProjectSession

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_SIGNALLED = 128
_MOST_AT_ONCE = 4_096


class Endings(QObject):
    """Listens for the end and takes care of what one session has not saved."""

    def __init__(self, app: QGuiApplication, session: ProjectSession) -> None:
        super().__init__(app)
        self._session = session
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
            # Whoever started the program in the background had it ignore Ctrl+C.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._on_signal)
        app.commitDataRequest.connect(self._on_session_ends)
        if os.name != "nt":
            self._let_signals_wake()

    def _let_signals_wake(self) -> None:
        # Python hears of a signal only when it runs; a byte in a pipe wakes Qt, and with it
        # Python. On Windows, where this takes a socket, a timer of the program does the same.
        self._hears, self._wakes = os.pipe()
        for end in (self._hears, self._wakes):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._hears, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        signal.set_wakeup_fd(self._wakes, warn_on_full_buffer=False)

    def _on_woken(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._hears, _MOST_AT_ONCE)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        # Not here: a step may be half written down, and is to be finished first.
        QTimer.singleShot(0, self, partial(self._end, _SIGNALLED + number))

    def _end(self, status: int) -> None:
        if self._session.keeper is not None:
            self._session.keeper.leave_behind()
        QCoreApplication.exit(status)

    def _on_session_ends(self, _manager: QSessionManager) -> None:
        # Somebody may still stop the end of the session, so the work goes on.
        if self._session.keeper is not None:
            self._session.keeper.flush()
