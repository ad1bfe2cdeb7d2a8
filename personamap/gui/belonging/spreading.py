"""Tells portraits apart that would lie on each other, by moving the later ones a little."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

_TURN = math.pi * (3 - math.sqrt(5))
"""The golden angle, at which the seeds of a sunflower find room for each other."""
_TRIES = 18


def spread(points: Sequence[QPointF], apart: float, within: QRectF) -> tuple[QPointF, ...]:
    """Return the points at least `apart` from each other, as far as there is room near by."""
    room = _Room(apart, within)
    return tuple(room.take(point) for point in points)


class _Room:
    """Remembers what is taken, by cells, so that a crowd costs no more than its number.

    Where somebody found no room around, nobody else of that cell looks for some.
    """

    def __init__(self, apart: float, within: QRectF) -> None:
        self._apart, self._within = apart, within
        self._taken: dict[tuple[int, int], list[QPointF]] = defaultdict(list)
        self._full: set[tuple[int, int]] = set()

    def take(self, wanted: QPointF) -> QPointF:
        """Return the nearest free point, or the wanted one when all around is taken."""
        cell = self._cell(wanted)
        if cell in self._full:
            return wanted
        found = next((at for at in self._tries(wanted) if self._is_free(at)), None)
        if found is None:
            self._full.add(cell)
        at = wanted if found is None else found
        self._taken[self._cell(at)].append(at)
        return at

    def _tries(self, wanted: QPointF) -> Iterator[QPointF]:
        for turn in range(_TRIES):
            far, angle = self._apart * 0.8 * math.sqrt(turn), turn * _TURN
            yield wanted + QPointF(far * math.cos(angle), far * math.sin(angle))

    def _is_free(self, at: QPointF) -> bool:
        if not self._within.adjusted(-1, -1, 1, 1).contains(at):
            return False
        column, row = self._cell(at)
        near = (
            taken
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for taken in self._taken.get((column + across, row + down), ())
        )
        return all(math.hypot(t.x() - at.x(), t.y() - at.y()) >= self._apart for t in near)

    def _cell(self, at: QPointF) -> tuple[int, int]:
        return math.floor(at.x() / self._apart), math.floor(at.y() / self._apart)
