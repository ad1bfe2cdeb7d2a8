"""Sets of small numbers as the bits of one integer: who meets a condition, what may follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def places(bits: int) -> Iterator[int]:
    """Yield the members of a set, the smallest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def gathered(members: Iterable[int]) -> int:
    """Return the set of some members."""
    bits = 0
    for member in members:
        bits |= 1 << member
    return bits


def transposed(rows: Iterable[int], width: int) -> tuple[int, ...]:
    """Turn who meets each condition into which conditions each person meets."""
    columns = [0] * width
    for number, row in enumerate(rows):
        for place in places(row):
            columns[place] |= 1 << number
    return tuple(columns)
