"""People as bits: a whole number holds who is meant, one bit for each place in the cast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def places_in(mask: int) -> Iterator[int]:
    """Yield the places in the cast that a mask stands for, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def mask_of(persona_ids: Iterable[str], places: Mapping[str, int]) -> int:
    """Return the mask of these people; who is not in the cast is left out."""
    mask = 0
    for persona_id in persona_ids:
        if persona_id in places:
            mask |= 1 << places[persona_id]
    return mask
