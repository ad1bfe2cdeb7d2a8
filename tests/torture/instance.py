"""One of several windows that have to do with the same files, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.torture.faults import ROOT


class Instance:
    """Tells a window what to do, and knows what is on its screen."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self.path = scratch
        self.start()

    def start(self) -> None:
        """Start the program with a file nobody else has to do with."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.told_window", str(self._scratch)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._hear()

    @property
    def is_alive(self) -> bool:
        """Tell whether there is a screen on which something stands."""
        return self._process.poll() is None

    def ask(self, *request: str) -> str:
        """Have something done, and return what came of it."""
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._hear()

    def kill(self) -> None:
        """Kill it as a power cut would; what was on its screen is still known."""
        self._process.kill()
        self._process.communicate()

    def _hear(self) -> str:
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("a window ended by itself")
        told = json.loads(line)
        self.people = frozenset(told["people"])
        self.path = Path(told.get("path", self._scratch))
        return str(told["came"])
