"""Runs one part by itself and writes its rows down as they come, so that a crash keeps them."""

from __future__ import annotations

import importlib
import json
import signal
import sys
import time
from pathlib import Path

from msgspec.structs import asdict

from tests.torture.row import NotHere, Row


def main(name: str, told: Path) -> None:
    """Run `torture_NAME.run()`."""
    part = importlib.import_module(f"tests.torture.torture_{name}")
    start = time.monotonic()
    try:
        for row in part.run():
            print(f"  {row}  ({time.monotonic() - start:.0f} s)", flush=True)
            _tell(told, row)
            start = time.monotonic()
    except NotHere as reason:
        print(f"  left out: {reason}", flush=True)
        _tell(told, Row(name, "runs", f"left out: {reason}", holds=True))


def end_when_asked() -> None:
    """Let SIGTERM unwind the program as Ctrl+C does: temporary folders go, and so do children."""
    signal.signal(signal.SIGTERM, _end)


def _end(number: int, _frame: object) -> None:
    # Asked once more on the way out, it would end half way out.
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)


def _tell(told: Path, row: Row) -> None:
    with told.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(asdict(row)) + "\n")


if __name__ == "__main__":
    end_when_asked()
    main(sys.argv[1], Path(sys.argv[2]))
