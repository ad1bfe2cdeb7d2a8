"""The power goes: every state of the disk is tried that POSIX allows after each file call."""

from __future__ import annotations

from collections.abc import Iterator

from tests.torture.row import Row
from tests.torture.subjects import SUBJECTS, row, torture

SAVES = 3


def run() -> Iterator[Row]:
    """Trace one run of each writer, and look at all that could be left of it."""
    for subject in (one for one in SUBJECTS if one.is_one_folder):
        judged = [torture("powerloss", kind, SAVES) for kind in subject.kinds]
        yield row("power cut", subject, "0 corrupt, 0 lost in all states", judged)
