"""Lets an assistive client walk the whole program; prints one table.

Everything runs on a screen and a bus of its own and ends with it. Without names all states are
visited: `python -m tests.accessibility empty mirrored`.
"""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from personamap.i18n import MIRRORED_PSEUDO_LANGUAGE
from tests.accessibility import needs
from tests.accessibility.row import Row
from tests.accessibility.stage import program, stage

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class State:
    """What the program shows, by the name the client knows it by: a `project`, or none."""

    name: str
    project: str = ""
    language: str = "en"


EXAMPLE = "examples/onboarding.personamap"
STATES = (
    State("start"),
    State("example", EXAMPLE),
    State("empty", "empty"),
    State("mirrored", EXAMPLE, MIRRORED_PSEUDO_LANGUAGE),
)


def main(names: list[str]) -> int:
    """Visit the program in the named states, or in all; 1 where something is wrong."""
    if lacking := needs.bring():
        print(needs.sentence(lacking))
        return 2
    known = [state.name for state in STATES]
    if strange := [name for name in names if name not in known]:
        print(f"There is no {', '.join(strange)}. Choose from: {', '.join(known)}.")
        return 2
    # Who ends this ends with it what it started.
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(1))
    rows: list[Row] = []
    for state in STATES:
        if not names or state.name in names:
            rows += _visited(state)
    _print_table(rows)
    return 1 if not rows or any(row.wrong for row in rows) else 0


def _visited(state: State) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="accessibility-") as folder:
        home = Path(folder)
        _settle_in(home, state)
        with stage(home) as desk, program(desk, _project(home, state)):
            client = [needs.SYSTEM_PYTHON, "-m", "tests.accessibility.listen"]
            listening = subprocess.Popen(
                [*client, state.name],
                env=desk,
                cwd=ROOT,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert listening.stdout is not None
            for line in listening.stdout:
                row = Row(**json.loads(line))
                print(f"  {row.state}: {row.place}", *row.wrong, sep="\n      ", flush=True)
                yield row
        if listening.wait():
            yield Row(state.name, "the visit", wrong=(f"ended with {listening.returncode}",))


def _settle_in(home: Path, state: State) -> None:
    config = home / "xdg_config_home" / "personamap"
    config.mkdir(parents=True)
    chosen = {"language": state.language, "reduce_motion": True}
    (config / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")


def _project(home: Path, state: State) -> list[str]:
    if not state.project:
        return []
    there = home / "course.personamap"
    if state.project == "empty":
        command = [sys.executable, "-m", "personamap", "new", str(there)]
        subprocess.run(command, check=True, capture_output=True)
    else:
        shutil.copyfile(ROOT / state.project, there)
    return [str(there)]


def _print_table(rows: list[Row]) -> None:
    head = ("place", "focusable", "unnamed", "stops", "sent back", "read out")
    cells = [head] + [
        (
            f"{row.state}: {row.place}",
            *(str(count) for count in (row.focusable, row.unnamed, row.stops, row.sent_back)),
            row.read,
        )
        for row in rows
    ]
    wide = [max(len(line[at]) for line in cells) for at in range(5)]
    marks = ["  ", *("! " if row.wrong else "  " for row in rows)]
    print()
    for mark, line in zip(marks, cells, strict=True):
        print(mark + " | ".join(f"{cell:{w}}" for cell, w in zip(line, [*wide, 0], strict=True)))
    wrong = [f"{row.state}: {row.place}: {words}" for row in rows for words in row.wrong]
    print("", *wrong, f"{len(rows)} places, {len(wrong)} things wrong", sep="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
