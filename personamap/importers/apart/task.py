"""What is to be read apart, and how much that may take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, field

MEGABYTE = 1_000_000

Answer = tuple[Mapping[str, Any], bytes]
"""A few facts that fit in a line, and the bytes that are the matter itself."""

Wanted = Callable[[], bool]
"""Tells, whenever it is asked, whether somebody still waits for the answer."""


def always() -> bool:
    """Say that somebody waits, for callers who cannot change their mind."""
    return True


class Task(Struct, frozen=True):
    """A reader by its name, what to tell it, and the bounds it is held to.

    `seconds` is processor time; a computer busy with other things gets
    longer by the clock. `memory` and `answer` are bytes.
    """

    reader: str
    seconds: int
    memory: int
    answer: int
    options: Mapping[str, Any] = field(default_factory=dict)
