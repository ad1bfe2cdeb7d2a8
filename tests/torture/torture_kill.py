"""The program is killed at random moments, again and again on the same file."""

from __future__ import annotations

from collections.abc import Iterator

from tests.torture.row import Row, rounds
from tests.torture.subjects import SUBJECTS, row, torture

WINDOW_SECONDS = "0.15"
"""How long after a first save it may live: several saves, or a part of a slow one."""


def run() -> Iterator[Row]:
    """Kill each writer, and look at its file."""
    for subject in SUBJECTS:
        times = rounds(subject.kills)
        options = ("--rounds", str(times), "--window", WINDOW_SECONDS)
        judged = [torture("kill", kind, None, *options) for kind in subject.kinds]
        yield row("kill -9", subject, f"0 corrupt, 0 lost in {times:,} kills each", judged)
