"""The reports: one small file for each fault, and what Python itself writes when it is ended.

A report does not go through the way all other files are written: it is
written when nothing else may work any more.
"""

from __future__ import annotations

import contextlib
import faulthandler
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import qVersion

from personamap import __version__
from personamap.gui.crash.places import without_folders
from personamap.storage.processes import Process, this_process

MOST_REPORTS = 20
_LONGEST_END = 100_000
_ENDED = "ended-"


def write_report(folder: Path, place: str) -> Path:
    """Write a report that names a place in the program, let go of the oldest; return its path."""
    import platform

    now = datetime.now().astimezone()
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
    lines = (
        f"personamap {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"{now.isoformat(timespec='seconds')}",
        "",
        place,
        "",
    )
    report.write_text("\n".join(lines), encoding="utf-8")
    for old in sorted(folder.glob("report-*.txt"))[:-MOST_REPORTS]:
        with contextlib.suppress(OSError):
            old.unlink()
    return report


class LastWords:
    """A file into which Python writes where it was when the system ends it: lines, no values."""

    def __init__(self, folder: Path) -> None:
        mine = this_process()
        self._folder = folder
        self._path = folder / f"{_ENDED}{mine.computer}-{mine.number}-{mine.began}.txt"
        self._stream: TextIO | None = None

    def listen(self) -> None:
        """Be ready; without a place to write to, nothing is lost but the report."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._stream = self._path.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._stream)

    def forget(self) -> None:
        """End well: there is nothing to tell."""
        if self._stream is not None:
            faulthandler.disable()
            self._stream.close()
            self._stream = None
            self._path.unlink(missing_ok=True)


def reports_of_ended(folder: Path) -> tuple[Path, ...]:
    """Make reports of what processes wrote that were ended; return their paths."""
    return tuple(_reports_of_ended(folder))


def _reports_of_ended(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.glob(f"{_ENDED}*.txt")):
        process = _process_of(path)
        if process is None or not process.is_here or process.runs:
            continue
        with contextlib.suppress(OSError):
            said = path.read_text("utf-8", "replace")[:_LONGEST_END]
            path.unlink()
            if said:
                yield write_report(folder, without_folders(said))


def _process_of(path: Path) -> Process | None:
    computer, _dash, rest = path.stem.removeprefix(_ENDED).partition("-")
    number, _dash, began = rest.partition("-")
    return Process(computer, int(number), began) if number.isdecimal() else None
