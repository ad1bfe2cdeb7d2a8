"""Lets hands do anything in the real window, and says each fault as `FAULT ...` when it comes."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices

from personamap.domain.project import Project
from personamap.storage.codec import encode
from tests.torture.hands import Hands
from tests.torture.window_program import WindowProgram

HARMLESS = (
    "propagateSizeHints",
    "This plugin does not support",
    # What presses the keys says so of one that nothing wants there.
    "Keyboard event not accepted by receiving widget",
)
BETWEEN_MS = 2
STALL_SECONDS = 1.0


class Run:
    """So many things done by hands; the program ends with the last."""

    def __init__(self, program: WindowProgram, hands: Hands, things: int) -> None:
        self._program, self._hands, self._left = program, hands, things
        self._done, self._faults = 0, 0
        self._stalls: list[tuple[float, str]] = []
        sys.excepthook = self._on_error
        threading.excepthook = lambda failed: self._on_error(*failed[:3])
        qInstallMessageHandler(self._on_message)
        self._next()

    def _next(self) -> None:
        # Asked for beforehand: what is done may fail, or wait in a loop of its own for what comes.
        QTimer.singleShot(BETWEEN_MS, self._next)
        if self._left <= 0 or not self._program.window.isVisible():
            self._end()
        self._left -= 1
        self._done += 1
        began = time.perf_counter()
        self._hands.act()
        taken = time.perf_counter() - began
        if taken > STALL_SECONDS:
            self._stalls.append((taken, self._hands.done[-1]))

    def _end(self) -> None:
        document = self._program.desk.session.document
        try:
            # A file is proven to open again before it is written.
            encode(document.project if document is not None else Project())
        except Exception:
            self._tell(traceback.format_exc())
        said = {"done": self._done, "faults": self._faults, "stalls": sorted(self._stalls)[-3:]}
        print(f"END {json.dumps(said)}", flush=True)
        os._exit(0)

    def _on_error(self, kind, error, trace) -> None:
        self._tell("".join(traceback.format_exception(kind, error, trace)))

    def _on_message(self, kind: QtMsgType, _context: object, message: str) -> None:
        harmless = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if not harmless and not any(words in message for words in HARMLESS):
            self._tell(message)

    def _tell(self, what: str) -> None:
        self._faults += 1
        print(f"FAULT {json.dumps([what, *self._hands.done])}", flush=True)


def main(path: Path, seed: int, things: int) -> int:
    """Open the file and let the hands loose on it."""
    os.chdir(path.parent)
    QDesktopServices.openUrl = staticmethod(lambda _address: True)
    program = WindowProgram(path)
    program.window.resize(1300, 850)
    hands = Hands(seed, program.window, program.desk, path.parent)
    QTimer.singleShot(0, lambda: Run(program, hands, things))
    return program.app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
