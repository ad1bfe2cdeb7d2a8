"""Every single file call of a save is the last one, or fails."""

from __future__ import annotations

from collections.abc import Iterator

from tests.torture.faults import ERRNOS
from tests.torture.row import Row, rounds
from tests.torture.subjects import SUBJECTS, row, torture

SAVES, MOST_CALLS = 2, 400


def run() -> Iterator[Row]:
    """Kill at every call, then let every call fail in each of six ways."""
    limit = ("--limit", str(rounds(MOST_CALLS)))
    for subject in SUBJECTS:
        judged = [torture("crash", kind, SAVES, *limit) for kind in subject.kinds]
        yield row("killed at every call", subject, "0 corrupt, 0 lost", judged)
    for subject in SUBJECTS:
        judged = [
            torture("ioerr", kind, SAVES, "--errno", errno, *limit)
            for kind in subject.kinds
            for errno in ERRNOS
        ]
        yield row("every call fails, 6 ways", subject, "0 corrupt, 0 lost", judged)
