"""What every reader of tables hands over: rows of text, as they stand in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_CELLS = 200_000
"""A cast has tens of columns and people; beyond this a file is something else, or an attack."""

LONGEST_CELL = 100_000

NAME_HEADINGS = frozenset(
    {"name", "names", "full name", "persona", "persona name", "personas", "character"}
    | {"character name", "characters", "display name", "person", "who"}
)
"""Headings of the column that holds people's names."""

_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, ragged or not, and what there is to say about how they were read."""

    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def storable(text: str) -> str:
    """Return `text` with what no file can store shown as a replacement character."""
    return _HALF_CHARACTERS.sub("\ufffd", text).replace("\0", "\ufffd")
