"""How long each workspace takes to open for the first time, and what the window weighs.

"Open" is the processor time of the window's own thread from the click on the
rail until the workspace has been painted, with 200 people and the code of all
workspaces loaded, as it is a few seconds after a start. What a workspace fills
in slices afterwards is not in it: between slices the window answers. The floor
beside it is a page of as many plain labels as the workspace has widgets, put
into the same window, dressed, laid out and painted.

The weight is the most memory that a process of its own held up to the moment
when it shows 500 people on the map.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from personamap.gui.app import GIL_SHARE_SECONDS, make_window
from personamap.gui.collector import Collector
from personamap.gui.settings import Preferences
from personamap.gui.window.desk import Desk
from personamap.gui.window.main_window import MainWindow
from personamap.gui.window.workspace_builds import load_all
from personamap.gui.window.workspaces import CAST, WORKSPACES
from tests.benchmarks.bench_coverage import large_project

PEOPLE, FACETS, ROUNDS, OPEN_TARGET_MS = 200, 15, 3, 100.0
PEOPLE_ON_MAP, MEMORY_TARGET_MB = 500, 400
SETTLE_SECONDS = 0.5
WEIGH = "from tests.benchmarks.bench_workspaces import weigh; weigh()"


def whole_window(app: QApplication, home: str, people: int) -> MainWindow:
    """Return a window that shows so many people on the wall and has come to rest."""
    window = make_window(app, Preferences(Path(home) / "settings.json"))
    Desk(window)
    window.resize(1440, 900)
    window.show()
    window.desk.session.show(large_project(people, FACETS))
    settle(app, window)
    return window


def settle(app: QApplication, window: MainWindow) -> None:
    """Let the window finish what it builds after it was painted."""
    until = time.perf_counter() + SETTLE_SECONDS
    while time.perf_counter() < until or not window.desk.status.coverage.text():
        app.processEvents()


def milliseconds(app: QApplication, show: Callable[[], object]) -> float:
    """Time of this thread until what is shown has been painted."""
    began = time.thread_time()
    show()
    app.processEvents()
    return (time.thread_time() - began) * 1000


def plain_page(window: MainWindow, labels: int) -> None:
    """Bring to the front so many labels in a column."""
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(labels):
        column.addWidget(QLabel(f"Label {number}"))
    window.desk.stack.addWidget(page)
    window.desk.stack.setCurrentWidget(page)


def time_openings(app: QApplication) -> None:
    """Print for each workspace but the first how long it takes, and the floor."""
    ours: dict[str, list[float]] = defaultdict(list)
    floor: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as home:
        for _round in range(ROUNDS):
            window = whole_window(app, home, PEOPLE)
            time_round(app, window, ours, floor)
            window.desk.session.close()
            window.close()
            window.deleteLater()
    for name, times in ours.items():
        tell_opening(name, median(times), median(floor[name]))


def time_round(
    app: QApplication,
    window: MainWindow,
    ours: dict[str, list[float]],
    floor: dict[str, list[float]],
) -> None:
    """Open each workspace once in a window that has shown none of them, and its floor."""
    for entry in WORKSPACES:
        if entry is CAST:
            continue
        name = entry.id
        ours[name].append(milliseconds(app, partial(window.desk.stack.show_workspace, name)))
        settle(app, window)
        widgets = len(window.desk.stack.currentWidget().findChildren(QWidget)) + 1
        floor[name].append(milliseconds(app, partial(plain_page, window, widgets)))


def tell_opening(name: str, taken: float, floor: float) -> None:
    """Print one workspace."""
    verdict = "reached" if taken < OPEN_TARGET_MS else "MISSED"
    print(
        f"first opening of {name}, {PEOPLE} people: {taken:.0f} ms, as many plain labels "
        f"{floor:.0f} ms, ratio {taken / floor:.1f} (under {OPEN_TARGET_MS:.0f} ms: {verdict})"
    )


def weigh() -> None:
    """Print the megabytes this process has held at most, a large cast on the map."""
    app = program()
    with tempfile.TemporaryDirectory() as home:
        window = whole_window(app, home, PEOPLE_ON_MAP)
        window.desk.stack.show_workspace("map")
        settle(app, window)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)
    os._exit(0)


def program() -> QApplication:
    """Return an application that shares the interpreter and collects as ours does."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    sys.setswitchinterval(GIL_SHARE_SECONDS)
    Collector(app)
    load_all()
    return app


def tell_weight() -> None:
    """Print the weight of the window, and of Qt with nothing in it."""
    ours, bare = megabytes(WEIGH), megabytes(BARE)
    verdict = "reached" if ours < MEMORY_TARGET_MB else "MISSED"
    print(
        f"memory, {PEOPLE_ON_MAP} people on the map: {ours} MB, bare QMainWindow {bare} MB, "
        f"ratio {ours / bare:.1f} (under {MEMORY_TARGET_MB} MB: {verdict})"
    )


BARE = """
import resource
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def megabytes(code: str) -> int:
    """Run code in a process of its own and return the number it prints."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, env=environment
    )
    return int(said.stdout)


def main() -> None:
    """Weigh first: Linux counts what a parent holds as the child's own most."""
    tell_weight()
    time_openings(program())


if __name__ == "__main__":
    main()
