"""Faults of our own: the work stays, a report says where, and nothing of the project is in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from personamap.resources import example
from personamap.services.projects import open_project
from tests.torture.fault_by_window import SECRET
from tests.torture.faults import ROOT
from tests.torture.row import Row

GOES_ON, ENDS = ("slot", "thread", "job"), ("Qt", "abort")
SECONDS = 120


def run() -> Iterator[Row]:
    """Let each fault happen once in the program with its window."""
    problems = [problem for kind in (*GOES_ON, "start", *ENDS) for problem in _problems(kind)]
    for problem in problems:
        print(f"    {problem}", flush=True)
    ways = len((*GOES_ON, "start", *ENDS))
    outcome = f"{len(problems)} problems in {ways} ways"
    yield Row("a fault of our own", "work kept, reported, nothing told", outcome, not problems)


def _problems(kind: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="fault-") as folder:
        state, project = Path(folder) / "state", Path(folder) / "course.personamap"
        shutil.copy(example("onboarding.personamap"), project)
        ended = _started(kind, project, state)
        if kind in GOES_ON and (ended.returncode or "KEPT" not in ended.stdout):
            yield f"{kind}: the work was not kept: {ended.returncode} {ended.stderr[-600:]}"
        if kind in ENDS and _brought_back(Path(folder), state) != f"{SECRET} edited":
            yield f"{kind}: what was on screen does not come back"
        if kind in ENDS:
            again = _started("nothing", project, state)
            if "report-" not in again.stdout or again.returncode:
                yield f"{kind}: not told at the next start: {again.stdout} {again.stderr[-600:]}"
        yield from (f"{kind}: {problem}" for problem in _told(state / "personamap"))


def _brought_back(folder: Path, state: Path) -> str:
    """Return the title of the course in what was not saved when the program ended."""
    out = folder / "back.personamap"
    subprocess.run(
        [sys.executable, "-m", "personamap", "recover", "--out", str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(state)},
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return open_project(out).project.course.title


def _told(state: Path) -> Iterator[str]:
    reports = list((state / "reports").glob("*"))
    if [path.name.partition("-")[0] for path in reports] != ["report"]:
        yield f"not one report, but {[path.name for path in reports]}"
    for path in (*reports, *state.glob("*.log")):
        text = path.read_text("utf-8")
        if SECRET in text or str(Path.home()) in text:
            yield f"{path.name} tells too much"
        if path in reports and "fault_by_window.py" not in text:
            yield f"{path.name} does not say where"


def _started(kind: str, project: Path, state: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.torture.fault_by_window", kind, str(project)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(state)},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
