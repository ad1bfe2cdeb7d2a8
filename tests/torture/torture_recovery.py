"""The real window is killed in mid-typing again and again; the next one brings all of it back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from personamap.resources import example
from tests.torture.killed_window import KilledWindow
from tests.torture.row import Row, rounds

SEED = 20_261_126


def run() -> Iterator[Row]:
    """Kill a window that goes on with the work of the one killed before."""
    wanted = rounds(200)
    with tempfile.TemporaryDirectory(prefix="recovery-") as folder:
        project = Path(folder) / "course.personamap"
        shutil.copy(example("onboarding.personamap"), project)
        killed = KilledWindow(project, Path(folder), SEED)
        problems = 0
        for number in range(1, wanted + 1):
            problem = killed.round()
            if problem:
                problems += 1
                print(f"    round {number}: {problem}", flush=True)
    outcome = f"{wanted - problems} of {wanted} came back as they were shown"
    yield Row("kill -9 in mid-typing", f"{wanted} of {wanted} windows", outcome, not problems)
