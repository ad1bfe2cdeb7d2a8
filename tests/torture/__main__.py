"""Runs what is meant to go wrong, each part in a process and a home of its own; prints one table.

Without names all parts run: `python -m tests.torture kill power_cut`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.torture.alone import end_when_asked
from tests.torture.row import Row

HERE = Path(__file__).parent
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")


def main(names: list[str]) -> int:
    """Run the named parts and say what came out; 1 when a figure was not reached."""
    known = sorted(path.stem.removeprefix("torture_") for path in HERE.glob("torture_*.py"))
    if strange := [name for name in names if name not in known]:
        print(f"There is no {', '.join(strange)}. Choose from: {', '.join(known)}.")
        return 2
    rows: list[Row] = []
    for name in names or known:
        print(f"\n{name}", flush=True)
        rows += _rows_of(name)
    _print_table(rows)
    return 0 if all(row.holds for row in rows) else 1


def _rows_of(name: str) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        told = Path(folder, "rows")
        told.touch()
        own = {variable: str(Path(folder, variable.lower())) for variable in HOMES}
        command = [sys.executable, "-m", "tests.torture.alone", name, str(told)]
        status = _run(command, {**os.environ, **own})
        rows = [Row(**json.loads(line)) for line in told.read_text("utf-8").splitlines()]
    if status:
        rows.append(Row(name, "runs to its end", f"ended with {status}", holds=False))
    return rows


def _run(command: list[str], environment: dict[str, str]) -> int:
    """Run a part; who is asked to end asks the part too, so that it leaves nothing behind."""
    with subprocess.Popen(command, env=environment) as part:
        try:
            return part.wait()
        except BaseException:
            part.terminate()
            raise


def _print_table(rows: list[Row]) -> None:
    cells = [("goal", "figure to reach", "what came out")]
    cells += [(row.goal, row.figure, row.outcome) for row in rows]
    wide = [max(len(row[place]) for row in cells) for place in range(2)]
    marks = ["  ", *("  " if row.holds else "! " for row in rows)]
    print()
    for mark, (goal, figure, outcome) in zip(marks, cells, strict=True):
        print(f"{mark}{goal:{wide[0]}} | {figure:{wide[1]}} | {outcome}")


if __name__ == "__main__":
    end_when_asked()
    sys.exit(main(sys.argv[1:]))
