"""File names made of names people have."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)
_LONGEST = 80
"""In bytes, so that even names in three-byte scripts fit every file system."""


def file_name(name: str, suffix: str, taken: set[str]) -> str:
    """Return a file name that every system can store, different from those in `taken`."""
    plain = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", name))
    visible = "".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Cc", "Cs", "Co"))
    stem = _shortened(" ".join(visible.split()).strip(". ")) or "persona"
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    found, number = stem, 1
    while found.casefold() in taken:
        number += 1
        found = f"{stem} {number}"
    taken.add(found.casefold())
    return found + suffix


def _shortened(stem: str) -> str:
    return stem.encode()[:_LONGEST].decode(errors="ignore").strip(". ")
