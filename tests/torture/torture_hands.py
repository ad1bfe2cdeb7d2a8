"""Hands that do anything in the window: no error, no complaint of Qt, and it goes on answering."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from personamap.resources import example
from personamap.services.projects import save_project
from tests.benchmarks.bench_coverage import large_project
from tests.torture.faults import ROOT
from tests.torture.row import Row, rounds

THINGS = 1_000
PEOPLE, FACETS = 500, 15
SECONDS = 1_200


def run() -> Iterator[Row]:
    """Let the hands loose on the example, and on a crowd."""
    with tempfile.TemporaryDirectory(prefix="hands-") as folder:
        crowd = Path(folder, "crowd.personamap")
        save_project(large_project(PEOPLE, FACETS), crowd)
        yield _row("the example", example("onboarding.personamap"), range(rounds(12)))
        yield _row(f"{PEOPLE} people", crowd, range(100, 100 + rounds(4)))


def _row(what: str, file: Path, seeds: range) -> Row:
    done = faults = 0
    for seed in seeds:
        some, bad = _let_loose(file, seed)
        done, faults = done + some, faults + bad
    return Row(f"hands on {what}", "0 faults", f"{faults} in {done:,} doings", faults == 0)


def _let_loose(file: Path, seed: int) -> tuple[int, int]:
    """Return how much was done and how many faults came of it, which are told."""
    with tempfile.TemporaryDirectory(prefix="hands-") as home:
        own = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CONFIG", "STATE", "CACHE")}
        path = Path(shutil.copy(file, Path(home, "course.personamap")))
        command = [sys.executable, "-m", "tests.torture.hands_by_window", str(path), str(seed)]
        ended = subprocess.run(
            [*command, str(THINGS)],
            env={**os.environ, **own, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            check=False,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    lines = ended.stdout.splitlines()
    for line in lines:
        if line.startswith("FAULT "):
            what, *before = json.loads(line.removeprefix("FAULT "))
            print(f"    seed {seed}: {what}\n      after {'; '.join(before)}", flush=True)
    last = next((line for line in lines if line.startswith("END ")), None)
    if last is None:
        print(f"    seed {seed}: ended with {ended.returncode}: {ended.stderr[-600:]}", flush=True)
        return 0, 1
    said = json.loads(last.removeprefix("END "))
    print(f"    seed {seed}: {said}", flush=True)
    return said["done"], said["faults"]
