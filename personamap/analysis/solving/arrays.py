"""Rows for every pair of values, built from finite fields where nobody is there yet.

Two points decide a line: the lines `y = a x + b` over a field of `q`
elements, with their slope as one column more, show all pairs of `q + 1`
facets of `q` values in `q²` rows (Bose and Bush, "Orthogonal Arrays of
Strength Two and Three", Annals of Mathematical Statistics 23, 1952). Rows
for `k` facets become rows for `q k + 1` with `q² - q` more: each column
`q` times, and below it the lines that rise (as in Stevens and Mendelsohn,
"New Recursive Methods for Transversal Covers", Journal of Combinatorial
Designs 7, 1999).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from math import comb

from personamap.analysis.solving.covering import Covering, Rows

_PRIMES = (2, 3, 5, 7, 11, 13)
_POWERS = {4: (2, (1, 1)), 8: (2, (1, 1, 0)), 9: (3, (1, 2))}
"""Fields that are no primes: the prime, and what their root to the highest power equals, lowest
power first: `x² = 1 + x`, `x³ = 1 + x`, `x² = 1 + 2x`."""

Line = tuple[int, ...]
Reckon = Callable[[int, int], int]


def build_rows(problem: Covering, seed: int) -> Rows | None:
    """Return rows that show every pair; nothing unless all pairs are asked for and allowed.

    There are blanks where the facets have fewer values than the field.
    """
    largest = max(problem.sizes, default=0)
    order = next((q for q in sorted((*_PRIMES, *_POWERS)) if q >= largest), None)
    if order is None or problem.forbidden or not _asks_for_all(problem):
        return None
    chance = random.Random(seed)
    facets = [chance.sample(values, len(values)) for values in problem.facets]
    return tuple(
        tuple(
            values[number] if number < len(values) else None
            for values, number in zip(facets, line, strict=False)
        )
        for line in _lines_for(order, len(facets))
    )


def _asks_for_all(problem: Covering) -> bool:
    """Tell whether all pairs of values of two facets are asked for, each being possible."""
    pairs = comb(sum(problem.sizes), 2) - sum(comb(size, 2) for size in problem.sizes)
    return len(problem.targets) == pairs and all(len(t) == 2 for t in problem.targets)


def _lines_for(order: int, columns: int) -> list[Line]:
    """Return lines long enough for so many columns."""
    added, multiplied = _field(order)
    numbers = range(order)
    rising = [
        (*(added(multiplied(slope, x), start) for x in numbers), slope)
        for slope in numbers
        for start in numbers
    ]
    lines = rising
    while len(lines[0]) < columns:
        wider = [(*(value for value in line for _copy in numbers), 0) for line in lines]
        copies = len(lines[0])
        wider += [(*line[:-1] * copies, line[-1]) for line in rising[order:]]
        lines = wider
    return lines


def _field(order: int) -> tuple[Reckon, Reckon]:
    """Return the sum and the product of the field of so many elements."""
    prime, root = _POWERS.get(order, (order, (0,)))
    places = range(len(root))

    def digits(number: int) -> list[int]:
        return [number // prime**place % prime for place in places]

    def number(values: list[int]) -> int:
        return sum(value % prime * prime**place for place, value in enumerate(values))

    def added(one: int, other: int) -> int:
        return number([a + b for a, b in zip(digits(one), digits(other), strict=True)])

    def raised(one: int) -> int:
        *lower, highest = digits(one)
        return number([a + highest * b for a, b in zip([0, *lower], root, strict=True)])

    def multiplied(one: int, other: int) -> int:
        result = 0
        for digit in reversed(digits(one)):
            result = added(raised(result), number([digit * b for b in digits(other)]))
        return result

    return added, multiplied
