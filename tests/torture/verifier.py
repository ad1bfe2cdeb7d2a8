"""Tells whether a file is exactly what was acknowledged last, or what was being saved."""

from __future__ import annotations

import os
from pathlib import Path

from tests.torture.progress import Progress
from tests.torture.states import expected

KIND = "TORTURE_KIND"


def verify(file: str, acknowledged: int) -> str:
    """Return nothing, or `CORRUPT ...` or `LOST ...` and why."""
    kind = os.environ[KIND]
    try:
        found = Path(file).read_bytes()
    except FileNotFoundError:
        return "CORRUPT the file is gone" if acknowledged else ""
    first, last = Progress().numbers
    for number in (acknowledged, *range(max(first, acknowledged + 1), last + 1)):
        if found == expected(kind, number):
            return ""
    for number in range(acknowledged):
        if found == expected(kind, number):
            return f"LOST it holds save {number}, save {acknowledged} was acknowledged"
    return f"CORRUPT {len(found)} bytes that nobody saved"
