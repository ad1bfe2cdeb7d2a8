"""The disk is full: the old file stays, it is said, nothing lies about, and later it works."""

from __future__ import annotations

from collections.abc import Iterator

from tests.torture.row import Row
from tests.torture.subjects import SUBJECTS, row, torture

SAVES = 12


def run() -> Iterator[Row]:
    """Leave 0, 4, 16 and 64 KB free."""
    for subject in SUBJECTS:
        judged = [torture("enospc", kind, SAVES) for kind in subject.kinds]
        yield row("full disk, 4 levels", subject, "old file whole, said, saves again", judged)
