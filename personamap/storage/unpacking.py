"""How far a zip may unpack, told from its table of contents before anything is unpacked.

What names larger sizes than these, or packs more densely than any text
does, is no project and no office file but a trap.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence

MEGABYTE = 1_000_000
LARGEST_PART = 50 * MEGABYTE
LARGEST_TOTAL = 200 * MEGABYTE
MOST_PARTS = 2_000
HIGHEST_RATIO = 200
"""How many times larger a part of more than a megabyte may be than its packed form."""


def is_too_dense(entry: zipfile.ZipInfo) -> bool:
    """Tell whether a part unpacks to far more than it could hold."""
    return entry.file_size > MEGABYTE and entry.file_size > HIGHEST_RATIO * entry.compress_size


def is_too_large(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Tell whether all parts together are more than anybody would unpack."""
    return sum(entry.file_size for entry in entries) > LARGEST_TOTAL


def is_bomb(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Tell whether a zip has more parts, or larger ones, than any file that people make."""
    large = any(entry.file_size > LARGEST_PART or is_too_dense(entry) for entry in entries)
    return large or len(entries) > MOST_PARTS or is_too_large(entries)
