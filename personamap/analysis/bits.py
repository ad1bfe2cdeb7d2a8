"""Sets of small numbers as the bits of one whole number.

So are people kept: one bit for each place in the cast. Joining two sets
is then one operation, however many people they hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def places_in(mask: int) -> Iterator[int]:
    """Yield the places that a mask stands for, lowest first."""
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


def gathered(places: Iterable[int]) -> int:
    """Return the mask that stands for some places."""
    mask = 0
    for place in places:
        mask |= 1 << place
    return mask


def transposed(masks: Iterable[int], width: int) -> tuple[int, ...]:
    """Turn who has each of several things into which of the things each place has."""
    columns = [0] * width
    for number, mask in enumerate(masks):
        for place in places_in(mask):
            columns[place] |= 1 << number
    return tuple(columns)
