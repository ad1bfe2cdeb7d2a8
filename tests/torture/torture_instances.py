"""Two windows, a changed file, a moved folder: in scripted runs no acknowledged change is lost."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from personamap.domain.project import Project
from personamap.services.projects import save_project
from personamap.storage.backups import backups_folder
from tests.torture.instance import Instance
from tests.torture.row import Row, rounds
from tests.torture.shared_file import Lost, SharedFile

SEED = 20_261_126
KILLED_EVERY = 10
"""A window that is killed has to be started again, which takes as long as several runs."""

Script = Callable[[SharedFile], None]


def run() -> Iterator[Row]:
    """Go through each script a hundred times, each time another way."""
    for title, script in SCRIPTS.items():
        wanted = rounds(100)
        with tempfile.TemporaryDirectory(prefix="instances-") as folder:
            lost = _go_through(Path(folder), script, wanted)
        yield Row(title, "0 changes lost", f"{lost} of {wanted} runs lost one", lost == 0)


def _go_through(folder: Path, script: Script, wanted: int) -> int:
    scratches = [folder / f"scratch-{name}.personamap" for name in "ab"]
    for scratch in scratches:
        save_project(Project(), scratch)
    first, second = map(Instance, scratches)
    lost = 0
    try:
        for number in range(1, wanted + 1):
            chance = random.Random(f"{SEED} {script.__name__} {number}")
            shared = SharedFile(folder / f"run-{number}", (first, second), chance)
            lost += _is_lost(shared, script, number)
            shutil.rmtree(backups_folder(), ignore_errors=True)
    finally:
        for window in (first, second):
            window.kill()
    return lost


def _is_lost(shared: SharedFile, script: Script, number: int) -> bool:
    try:
        script(shared)
        if number % KILLED_EVERY == 0:
            shared.kill(shared.chance.choice(shared.windows))
        shared.judge()
    except Lost as lost:
        print(f"    run {number}: {lost}; {', '.join(shared.steps)}", flush=True)
        return True
    return False


def _two_windows(shared: SharedFile) -> None:
    for window in shared.windows:
        shared.open(window)
    for _step in range(shared.chance.randint(3, 8)):
        window = shared.chance.choice(shared.windows)
        shared.chance.choice((shared.add, shared.add, shared.save))(window)


def _changed_file(shared: SharedFile) -> None:
    window = shared.windows[0]
    shared.open(window)
    shared.add(window)
    for _step in range(shared.chance.randint(2, 6)):
        step = shared.chance.choice(("outside", "add", "save"))
        if step == "outside":
            shared.change_outside()
        elif step == "add":
            shared.add(window)
        else:
            shared.save(window)
    shared.save(window)


def _moved_folder(shared: SharedFile) -> None:
    window = shared.windows[0]
    shared.open(window)
    shared.add(window)
    if shared.chance.random() < 0.5:
        shared.save(window)
        shared.add(window)
    shared.move()
    shared.save(window)
    shared.add(window)
    shared.save(window)


SCRIPTS: dict[str, Script] = {
    "two windows of one file": _two_windows,
    "a file changed while it is open": _changed_file,
    "a folder moved while a file in it is open": _moved_folder,
}
