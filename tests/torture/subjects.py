"""What is tortured: everything the program writes."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tests.torture.faults import Judged, inject
from tests.torture.progress import new_progress
from tests.torture.row import Row
from tests.torture.states import FORMATS
from tests.torture.verifier import KIND

EXPORTS = tuple(FORMATS)


class Subject(Struct, frozen=True):
    """Some kinds of files that make one row: what they are called, and how often each is killed.

    The injector loses the power of one folder; what lies in several is in `lost_power`.
    """

    title: str
    kinds: tuple[str, ...]
    kills: int
    is_one_folder: bool = True


SUBJECTS = (
    Subject("project", ("project",), 1_000),
    Subject("project with a review", ("review",), 100),
    Subject("settings", ("settings",), 100),
    Subject("older copies", ("copy",), 100, is_one_folder=False),
    Subject("unsaved work", ("journal",), 200, is_one_folder=False),
    Subject(f"exports, {len(EXPORTS)} formats", EXPORTS, 30),
)


def torture(mode: str, kind: str, saves: int | None, *options: str) -> Judged:
    """Put one kind of file through one kind of fault, with so many saves a run."""
    writer = f"writer {kind} {{file}}" + (f" {saves}" if saves else "")
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        told = {KIND: kind, "TMPDIR": folder, **new_progress(Path(folder))}
        return inject(mode, writer, "verifier.py:verify", told, *options)


def row(fault: str, subject: Subject, figure: str, judged: Sequence[Judged]) -> Row:
    """Make a row of several words of the injector, and show those that are bad."""
    for one in judged:
        if one.bad:
            print(f"    {one.said}", flush=True)
    checks, bad = sum(one.checks for one in judged), sum(one.bad for one in judged)
    return Row(f"{fault}: {subject.title}", figure, f"{bad} bad of {checks:,} checks", bad == 0)
