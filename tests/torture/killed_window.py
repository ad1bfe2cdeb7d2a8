"""Kills the real window while somebody types, and compares what is left with what was shown."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from personamap.domain.project import Project
from personamap.services.projects import open_project
from personamap.services.recovery import find_unsaved
from personamap.storage.codec import encode
from personamap.storage.files import digest
from personamap.storage.journal import ENTRIES
from personamap.storage.journal_reading import read_journal
from tests.torture.faults import ROOT
from tests.torture.shown import Shown

LONGEST_SECONDS, PATIENCE_SECONDS = 1.5, 300
MOST_ENTRIES_A_STEP = 4
"""A key is one entry; the notes of a save may follow before the step is told."""


class KilledWindow:
    """One project and one state folder, through many windows that are killed.

    The state folder is that of this process.
    """

    def __init__(self, project: Path, folder: Path, seed: int) -> None:
        self._project, self._told = project, folder / "shown"
        self._chance = random.Random(seed)
        self._shown = Shown(self._told)
        self._expected = digest(encode(open_project(project).project))

    def round(self) -> str:
        """Start, bring back, type, be killed; return what went wrong, or nothing."""
        seed = str(self._chance.random())
        command = [sys.executable, "-m", "tests.torture.typing_by_window"]
        with tempfile.TemporaryFile("w+") as complaints:
            window = subprocess.Popen(
                [*command, str(self._project), str(self._told), seed],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
            )
            try:
                back = window.stdout.readline().removeprefix("BACK ").strip()
                self._let_it_type(window)
            finally:
                has_ended = window.poll() is not None
                window.kill()
                window.communicate()
            complaints.seek(0)
            if has_ended:
                problem = f"it ended by itself: {complaints.read()[-2_000:]}"
            elif back != self._expected:
                problem = "what came back is not what was left"
            else:
                problem = ""
        # One round that goes wrong is told once: the next begins with what this one left.
        judged = self._judge()
        return problem or judged

    def _let_it_type(self, window: subprocess.Popen[str]) -> None:
        first, end = self._shown.number, time.monotonic() + PATIENCE_SECONDS
        while self._shown.number < first + 2 and time.monotonic() < end and window.poll() is None:
            time.sleep(0.01)
        time.sleep(self._chance.uniform(0, LONGEST_SECONDS))

    def _judge(self) -> str:
        found = find_unsaved()
        if found.unreadable:
            return f"unreadable: {[one.why for one in found.unreadable]}"
        if len(found.work) > 1:
            return f"{len(found.work)} pieces of work, not one"
        # Of work that the file has whole, the newest journal comes last.
        folders = [one.folders[0] for one in found.work] or list(reversed(found.needless))
        states = [digest(encode(project)) for project in self._left_in(folders)]
        self._expected = states[0]
        if self._shown.digest not in states:
            left = f"{len(found.work)} unsaved, {len(found.needless)} needless"
            return f"what was shown last (step {self._shown.number}) did not come back: {left}"
        return ""

    def _left_in(self, folders: list[Path]) -> Iterator[Project]:
        """Yield what is left, and what was there before a last step nobody has seen any more."""
        if not folders:
            yield open_project(self._project).project
            return
        last = read_journal(folders[0]).history.project
        yield last
        for entries in range(1, MOST_ENTRIES_A_STEP):
            before = _without_last(folders[0], entries)
            if before is not None and before != last:
                yield before
                return


def _without_last(folder: Path, entries: int) -> Project | None:
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / folder.name
        shutil.copytree(folder, copy)
        with contextlib.closing(sqlite3.connect(copy / ENTRIES)) as store:
            asked = "DELETE FROM entries WHERE number > (SELECT MAX(number) FROM entries) - ?"
            store.execute(asked, (entries,))
            store.commit()
            (left,) = store.execute("SELECT COUNT(*) FROM entries").fetchone()
        return read_journal(copy).history.project if left else None
