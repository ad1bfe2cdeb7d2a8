"""People as bits: a whole number holds who is meant, one bit for each place in the cast."""

from __future__ import annotations

from collections.abc import Iterator


def places_in(mask: int) -> Iterator[int]:
    """Yield the places in the cast that a mask stands for, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
