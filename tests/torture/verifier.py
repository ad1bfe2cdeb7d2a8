"""Tells whether a file is exactly what was acknowledged last, or what was being saved."""

from __future__ import annotations

import os
from pathlib import Path

from tests.torture.progress import Progress
from tests.torture.states import expected, newest_kept

KIND = "TORTURE_KIND"
BESIDE = ("copy", "journal", "forced-out journal")
"""What is kept beside a project is judged as well as the project."""

_SHOWN = 300
"""How many of the bytes nobody saved are told, so that what is rare need not happen again."""


def verify(file: str, acknowledged: int) -> str:
    """Return nothing, or `CORRUPT ...` or `LOST ...` and why."""
    kind = os.environ[KIND]
    try:
        found = Path(file).read_bytes()
    except FileNotFoundError:
        return "CORRUPT the file is gone" if acknowledged else ""
    first, last = Progress().numbers
    # A run may be ended after its last save and before it could say so: the next finds that save.
    begun = range(acknowledged + 1, last + 1)
    if said := _judged(found, kind, acknowledged, begun):
        return said
    # Each run keeps its own, so nothing is asked of one that has not acknowledged anything.
    if kind in BESIDE and acknowledged >= first:
        return _judged(newest_kept(kind, Path(file)), kind, acknowledged, begun)
    return ""


def _judged(found: bytes, kind: str, acknowledged: int, begun: range) -> str:
    for number in (acknowledged, *begun):
        if found == expected(kind, number):
            return ""
    for number in range(acknowledged):
        if found == expected(kind, number):
            return f"LOST it holds save {number}, save {acknowledged} was acknowledged"
    told = f"{acknowledged} was acknowledged, begun are {[*begun]}: {found[:_SHOWN]!r}"
    return f"CORRUPT {len(found)} bytes that nobody saved; {told}"
