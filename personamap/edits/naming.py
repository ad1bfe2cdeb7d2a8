"""Ids made from the names people give to facets and values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 48


def facet_id_of(label: str, taken: Collection[str]) -> str:
    """Return an id for a facet of that name which no other facet has."""
    slug = _slug(label, "_")
    if not slug[:1].isalpha():
        slug = f"facet_{slug}".strip("_")
    return _free(slug, taken, "_")


def value_id_of(label: str, taken: Collection[str]) -> str:
    """Return an id for a value of that name which no other value of its facet has."""
    return _free(_slug(label, "-") or "value", taken, "-")


def _slug(text: str, joint: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    return joint.join(words)[:_LONGEST].strip(joint)


def _free(wanted: str, taken: Collection[str], joint: str) -> str:
    free, count = wanted, 1
    while free in taken:
        count += 1
        free = f"{wanted}{joint}{count}"
    return free
