"""Bringing the files of older versions up to date.

A migration takes and returns the raw JSON object of the project. It is
never edited once released; a later change gets a later migration, raises
`FORMAT` by one and adds a file to `tests/files/`.

What counts as a change: a new, renamed or removed key, a value that is no
longer allowed, *and a default that changes*, since values equal to their
default are not written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Raw = dict[str, Any]

FORMAT = 1
"""The format this version writes."""

MIGRATIONS: dict[int, Callable[[Raw], Raw]] = {}
"""Takes format n to n + 1; every n from 1 up to `FORMAT` - 1 has an entry."""


def migrate(raw: Raw, written_in: int) -> Raw:
    """Return the project that was written in an older format as the present one writes it."""
    for version in range(written_in, FORMAT):
        raw = MIGRATIONS[version](raw)
    return raw
