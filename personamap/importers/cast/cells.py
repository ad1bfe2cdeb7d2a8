"""What stands in one cell: several items of a list, or several values of a facet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from personamap.domain.columns import BULLET, read_items

_MARKERS = "*•·‣▪◦–-"
_LINE_MARKER = re.compile(rf"^\s*[{_MARKERS}]\s+")
_INLINE_MARKER = re.compile(rf"^\s*([{_MARKERS}])\s+\S")
_SEPARATORS = (r"\s+[·•]\s+", r"\s*;\s*", r"\s*\|\s*")
_VALUE_SEPARATORS = re.compile(r"[;|\n；、]")


def items_of(cell: str, *, is_own: bool = False) -> tuple[str, ...]:
    """Return the items of a list as people write one into a cell.

    One item a line, behind inline bullets (`* a * b`), or joined with
    `; `, ` · ` or `|`. Commas stay: they are part of sentences. A table
    of our own (`is_own`) is read exactly as it was written.
    """
    text = cell.strip()
    if is_own and cell.startswith(BULLET):
        return read_items(cell)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        return _clean(_LINE_MARKER.sub("", line) for line in lines)
    marker = _INLINE_MARKER.match(text)
    if marker:
        inline = rf"(?:^|\s+){re.escape(marker[1])}\s+"
        return _clean(re.split(inline, text))
    for separator in _SEPARATORS:
        if re.search(separator, text):
            return _clean(re.split(separator, text))
    return _clean((text,))


def values_of(cell: str) -> tuple[str, ...]:
    """Return the values a cell of a facet lists, still joined where a comma could belong to one."""
    return _clean(_LINE_MARKER.sub("", part) for part in _VALUE_SEPARATORS.split(cell))


def comma_parts(text: str) -> tuple[str, ...]:
    """Return what stands between the commas."""
    return _clean(text.split(","))


def _clean(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in parts if part.strip())
