"""Asking the other window of the same person, on the same computer, to come to the front.

Each window that holds a file listens under a name made of its process and of the state folder,
which belongs to one person. It is a socket of this computer alone, open to that person alone,
and all that goes through it is "please" and "here". Whoever is given no answer finds the other
window by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from personamap.storage.folders import state_folder
from personamap.storage.processes import Process, this_process

PLEASE, HERE = b"please\n", b"here\n"
PATIENCE_MS, AGAIN_MS = 3_000, 100


def bell_name(process: Process) -> str:
    """Return the name under which a process of this person listens."""
    told = "\n".join((str(state_folder()), process.computer, str(process.number), process.began))
    return f"personamap-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


class Bell(QObject):
    """Listens for another window; where listening is not possible, nothing happens."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_visitor)
        name = bell_name(this_process())
        # A process that was killed may have left the name behind.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def _on_visitor(self) -> None:
        visitor = self._server.nextPendingConnection()
        if visitor is not None:
            visitor.readyRead.connect(self._on_heard)
            visitor.disconnected.connect(visitor.deleteLater)

    def _on_heard(self) -> None:
        visitor = self.sender()
        assert isinstance(visitor, QLocalSocket)
        if visitor.read(len(PLEASE)).data() == PLEASE:
            visitor.write(HERE)
            visitor.flush()
            self.rung.emit()
        visitor.disconnectFromServer()


class Ringing(QObject):
    """Rings at the window of another process until it answers or patience ends; tells which."""

    answered = Signal(bool)

    def __init__(self, process: Process, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = bell_name(process)
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._on_connected)
        self._socket.readyRead.connect(self._on_heard)
        self._socket.errorOccurred.connect(self._on_error)
        self._again = _timer(self, AGAIN_MS, self._ring)
        self._patience = _timer(self, PATIENCE_MS, self._on_no_answer)
        self._patience.start()
        self._again.start(0)

    def _ring(self) -> None:
        self._socket.connectToServer(self._name)

    def _on_connected(self) -> None:
        self._socket.write(PLEASE)

    def _on_heard(self) -> None:
        if self._socket.read(len(HERE)).data() == HERE:
            self._end(is_there=True)

    def _on_error(self, _error: QLocalSocket.LocalSocketError) -> None:
        # It may have opened its file this very moment, and listen in the next.
        if self._patience.isActive():
            self._again.start(AGAIN_MS)

    def _on_no_answer(self) -> None:
        self._end(is_there=False)

    def _end(self, *, is_there: bool) -> None:
        self._patience.stop()
        self._again.stop()
        self._socket.abort()
        self.answered.emit(is_there)
        self.deleteLater()


def _timer(parent: QObject, after_ms: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(then)
    return timer
