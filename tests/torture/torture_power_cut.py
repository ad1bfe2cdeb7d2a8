"""The power goes: every state of the disk is tried that POSIX allows after each file call."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.torture.faults import Judged
from tests.torture.lost_power import lose_power
from tests.torture.progress import new_progress
from tests.torture.row import Row
from tests.torture.subjects import SUBJECTS, row, torture
from tests.torture.verifier import KIND, verify

SAVES = 3
FORCED_OUT = {"journal": "forced-out journal"}
"""Unsaved work is safe from a power cut once it was forced out, which is about every second."""


def run() -> Iterator[Row]:
    """Trace one run of each writer, and look at all that could be left of it."""
    for subject in SUBJECTS:
        cut = _cut_in_one_folder if subject.is_one_folder else _cut_in_folders
        judged = [cut(kind) for kind in subject.kinds]
        yield row("power cut", subject, "0 corrupt, 0 lost in all states", judged)


def _cut_in_one_folder(kind: str) -> Judged:
    return torture("powerloss", kind, SAVES)


def _cut_in_folders(kind: str) -> Judged:
    kind = FORCED_OUT.get(kind, kind)
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        told = {KIND: kind, **new_progress(Path(folder))}
        # The verifier works here, and is told the same.
        os.environ.update(told)
        writer = f"writer '{kind}' {{file}} {SAVES}"
        return lose_power(writer, "project.personamap", Path(folder), verify, told)
