"""Which rows of a table of combinations meet somebody like them: the arithmetic of the mirror.

Each row of a table is a group of people, given as one code a facet. For
each facet a matrix says which code is like which persona. Adding up rows
of these matrices counts, for all groups and personas at once, on how many
facets they are alike, and no row is looked at in Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_ROWS_A_TURN = 20_000
"""So many rows times the personas are in memory at once, a byte for each of both."""


def rows_met(codes: Sequence[Any], alike: Sequence[Any], agreeing: int) -> Any:
    """Return for each row whether some persona is like it on `agreeing` facets or more.

    `codes` holds an array of codes for each facet, `alike` a matrix of 0
    and 1 for each: codes by personas.
    """
    import numpy as np  # slow to load, and only needed where there is an audience

    met = np.zeros(len(codes[0]), dtype=bool)
    for start in range(0, len(met), _ROWS_A_TURN):
        part = slice(start, start + _ROWS_A_TURN)
        shared = np.take(alike[0], codes[0][part], axis=0)
        for column, matrix in zip(codes[1:], alike[1:], strict=True):
            shared += np.take(matrix, column[part], axis=0)
        met[part] = (shared >= agreeing).any(axis=1)
    return met


def people_added(alike: Sequence[Any], people: Any, agreeing: int) -> Any:
    """Return how many people each possible newcomer would add, who has one value a facet.

    `alike` holds one or two matrices of 0 and 1, values by rows; `people`
    are those of each row, nobody where the row is met already. The answer
    has one axis for each facet.
    """
    if len(alike) == 1:
        return alike[0] @ people
    first, second = alike
    both = (first * people) @ second.T
    if agreeing > 1:
        return both
    return (first @ people)[:, None] + (second @ people)[None, :] - both
