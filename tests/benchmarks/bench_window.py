"""How soon the window is there beside a bare one, and how long an edit takes with 500 people."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from personamap.gui.document import Document

STARTS, EDITS, PEOPLE, FACETS = 9, 60, 500, 15
RATIO_TARGET, EDIT_TARGET_MS = 2.0, 16.0

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
print("shown", flush=True)
"""

OURS = """
import sys
from PySide6.QtWidgets import QApplication
from personamap.__main__ import main

def wait_until_shown():
    app = QApplication.instance()
    window = next(w for w in app.topLevelWidgets() if hasattr(w, "session"))
    while window.session.document is None:
        app.processEvents()
    app.processEvents()
    print("shown", flush=True)
    return 0

QApplication.exec = staticmethod(wait_until_shown)
main()
"""


def seconds_until_shown(code: str, platform: str, *arguments: str) -> float:
    """Start a fresh process and wait until it says that its window has been painted."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdout=subprocess.PIPE,
            env=os.environ | folders | {"QT_QPA_PLATFORM": platform},
        ) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            taken = time.perf_counter() - began
        assert said == b"shown\n", said
    return taken


def compare_starts(platform: str, example: str) -> None:
    """Print how much later than a bare window ours is on screen."""
    bare, ours = [], []
    for _start in range(STARTS):
        bare.append(seconds_until_shown(BARE, platform))
        ours.append(seconds_until_shown(OURS, platform, example))
    ratio = median(ours) / median(bare)
    verdict = "reached" if ratio <= RATIO_TARGET else "MISSED"
    print(
        f"window with the example, {platform}: {median(ours) * 1000:.0f} ms, bare QMainWindow "
        f"{median(bare) * 1000:.0f} ms, ratio {ratio:.2f} (at most {RATIO_TARGET:.0f}: {verdict})"
    )


def time_edits() -> None:
    """Print how long an edit, its redraw and its undo take in the whole window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from personamap.gui.app import make_window
    from personamap.gui.settings import Preferences
    from tests.benchmarks.bench_coverage import large_project

    app = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        window = make_window(app, Preferences(Path(home) / "settings.json"))
        window.show()
        window.session.show(large_project(PEOPLE, FACETS))
        app.processEvents()
        turns = [timed_turn(app, window.session.document, turn) for turn in range(EDITS)]
        window.session.close()
        window.close()
    for at, what in enumerate(("edit", "redraw", "undo", "redraw after undo")):
        times = [turn[at] * 1000 for turn in turns]
        verdict = "reached" if median(times) < EDIT_TARGET_MS else "MISSED"
        print(
            f"{what}, {PEOPLE} people: median {median(times):.1f} ms, longest {max(times):.1f} ms "
            f"(under {EDIT_TARGET_MS:.0f} ms: {verdict})"
        )


def timed_turn(app: QApplication, document: Document, turn: int) -> tuple[float, ...]:
    """Rename somebody who is on screen and undo it; return what each step took."""
    from personamap.edits.personas import set_persona_field

    who = document.project.personas[turn % 6].id
    at = [time.perf_counter()]
    document.apply("Rename", set_persona_field, who, "name", f"Name {turn}")
    at.append(time.perf_counter())
    app.processEvents()
    at.append(time.perf_counter())
    document.undo_stack.undo()
    at.append(time.perf_counter())
    app.processEvents()
    at.append(time.perf_counter())
    return tuple(later - earlier for earlier, later in pairwise(at))


def main() -> None:
    """Run all of it."""
    from personamap.resources import example

    shown = str(example("onboarding.personamap"))
    compare_starts("offscreen", shown)
    if os.environ.get("DISPLAY"):
        compare_starts("xcb", shown)
    time_edits()


if __name__ == "__main__":
    main()
