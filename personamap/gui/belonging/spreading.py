"""Tells portraits apart that would lie on each other, by moving the later ones a little."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

_TURN = math.pi * (3 - math.sqrt(5))
"""The golden angle, at which the seeds of a sunflower find room for each other."""
_TRIES = 18
_SEEDS = tuple(
    (0.8 * math.sqrt(turn) * math.cos(turn * _TURN), 0.8 * math.sqrt(turn) * math.sin(turn * _TURN))
    for turn in range(_TRIES)
)
_AROUND = tuple((across, down) for across in (-1, 0, 1) for down in (-1, 0, 1))
_Point = tuple[float, float]
"""Plain numbers: a crowd asks for thousands of distances, and each point of Qt is an object."""


def spread(points: Sequence[QPointF], apart: float, within: QRectF) -> tuple[QPointF, ...]:
    """Return the points at least `apart` from each other, as far as there is room near by."""
    room = _Room(apart, within)
    return tuple(QPointF(*room.take((point.x(), point.y()))) for point in points)


class _Room:
    """Remembers what is taken, by cells, so that a crowd costs no more than its number.

    Where somebody found no room around, nobody else of that cell looks for some.
    """

    def __init__(self, apart: float, within: QRectF) -> None:
        self._apart = apart
        self._left, self._right = within.left() - 1, within.right() + 1
        self._top, self._bottom = within.top() - 1, within.bottom() + 1
        self._taken: dict[tuple[int, int], list[_Point]] = defaultdict(list)
        self._full: set[tuple[int, int]] = set()

    def take(self, wanted: _Point) -> _Point:
        """Return the nearest free point, or the wanted one when all around is taken."""
        cell = self._cell(wanted)
        if cell in self._full:
            return wanted
        found = next((at for at in self._tries(wanted) if self._is_free(at)), None)
        if found is None:
            self._full.add(cell)
        at = found or wanted
        self._taken[self._cell(at)].append(at)
        return at

    def _tries(self, wanted: _Point) -> Iterator[_Point]:
        x, y = wanted
        return ((x + self._apart * across, y + self._apart * down) for across, down in _SEEDS)

    def _is_free(self, at: _Point) -> bool:
        x, y = at
        if not (self._left <= x <= self._right and self._top <= y <= self._bottom):
            return False
        column, row = self._cell(at)
        for across, down in _AROUND:
            for taken in self._taken.get((column + across, row + down), ()):
                if math.dist(taken, at) < self._apart:
                    return False
        return True

    def _cell(self, at: _Point) -> tuple[int, int]:
        return math.floor(at[0] / self._apart), math.floor(at[1] / self._apart)
