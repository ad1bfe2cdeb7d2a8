"""Rows that show many combinations each, one after another: never optimal, always there.

Several candidates for the next row are built side by side and the best is
kept, as in AETG (Cohen, Dalal, Fredman, Patton, "The AETG System", IEEE
Transactions on Software Engineering 23 (7), 1997). Each value is chosen
for what the row can then be expected to show, as in the density algorithm
(Bryce, Colbourn, "The Density Algorithm for Pairwise Interaction
Testing", Software Testing, Verification and Reliability 17 (3), 2007).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from personamap.analysis.solving.covering import Covering, Row, Rows, Targets
from personamap.analysis.solving.effort import Budget

_MOST_CANDIDATES, _LEAST_CANDIDATES, _CANDIDATE_ROOM = 12, 3, 60_000
"""How many rows are built side by side: as many as so many targets allow at once."""

_NOISE, _SHUFFLE = 0.05, 0.3
_SHOWN = 0.99


def fill_rows(problem: Covering, seed: int, budget: Budget) -> Rows:
    """Return rows that show all targets, each of which must be possible."""
    builder = RowBuilder(problem, seed)
    rows: list[Row] = []
    while builder.is_lacking:
        budget.check()
        rows.append(builder.next_row())
    return tuple(rows)


class RowBuilder:
    """Builds rows for what is still lacking, by weight; a target may be lacking several times.

    `chances` holds for each candidate and target how likely the finished
    row shows it, were the facets still open filled by lot.
    """

    def __init__(
        self,
        problem: Covering,
        seed: int = 1,
        weights: Sequence[float] | None = None,
        lacking: Sequence[int] | None = None,
    ) -> None:
        import numpy as np

        self._np: Any = np
        self._facets = problem.facets
        targets = problem.targets
        self._random: Any = np.random.default_rng(seed)
        self._of = problem.facet_of
        self._weights: Any = np.ones(len(targets), np.float32)
        if weights is not None:
            self._weights[:] = weights
        self._lacking: Any = np.ones(len(targets), np.int32)
        if lacking is not None:
            self._lacking[:] = lacking
        room = _CANDIDATE_ROOM // max(1, len(targets))
        self._candidates = max(_LEAST_CANDIDATES, min(_MOST_CANDIDATES, room))
        self._by_lot: Any = self._chances_by_lot(targets)
        self._holding: list[Any] = self._targets_of_values(targets)
        self._forbidden = [self._np.array(values) for values in problem.forbidden]

    @property
    def is_lacking(self) -> bool:
        """Whether some target needs another row."""
        return bool(self._lacking.any())

    def next_row(self) -> Row:
        """Return one more row, and count what it shows as there."""
        np = self._np
        self._holding = [held[self._lacking[held] > 0] for held in self._holding]
        chances = np.tile(self._by_lot, (self._candidates, 1))
        chosen = np.full((self._candidates, len(self._facets)), -1)
        has = np.zeros((self._candidates, len(self._of)), bool)
        for place in self._order():
            self._choose(place, chances, chosen, has)
        shown = (chances > _SHOWN) & (self._lacking > 0)
        best = int((shown * self._weights).sum(1).argmax())
        self._lacking -= shown[best]
        return tuple(int(value) if value >= 0 else None for value in chosen[best])

    def _choose(self, place: int, chances: Any, chosen: Any, has: Any) -> None:
        """Give every candidate a value of one facet, or none where none adds anything."""
        np = self._np
        values = self._facets[place]
        if not values:
            return
        worth = np.stack([self._worth(value, chances) for value in values], 1)
        worth *= 1 + _NOISE * self._random.random(worth.shape, dtype=np.float32)
        if self._forbidden:
            for number, value in enumerate(values):
                worth[self._barred(value, has), number] = -1.0
        picked = np.where(worth.max(1) > 0, worth.argmax(1), -1)
        here = picked[:, None] == np.arange(len(values))
        surer = here * np.float32(len(values))
        for number, value in enumerate(values):
            chances[:, self._holding[value]] *= surer[:, number : number + 1]
        has[:, values[0] : values[-1] + 1] = here
        chosen[:, place] = np.where(picked >= 0, values[0] + picked, -1)

    def _worth(self, value: int, chances: Any) -> Any:
        held = self._holding[value]
        return chances[:, held] @ self._weights[held]

    def _barred(self, value: int, has: Any) -> Any:
        barred = self._np.zeros(len(has), bool)
        for bar in self._forbidden:
            if value in bar:
                barred |= has[:, bar[bar != value]].all(1)
        return barred

    def _order(self) -> Any:
        """Return the facets, those with most still to show first, with some shuffling."""
        np = self._np
        most = [max((len(self._holding[v]) for v in values), default=0) for values in self._facets]
        shuffle = 1 + _SHUFFLE * self._random.random(len(most))
        return np.argsort(-np.array(most, float) * shuffle)

    def _chances_by_lot(self, targets: Targets) -> Any:
        sizes = [len(self._facets[place]) for place in self._of]
        chances = self._np.ones(len(targets), self._np.float32)
        for number, target in enumerate(targets):
            for value in target:
                chances[number] /= sizes[value]
        return chances

    def _targets_of_values(self, targets: Targets) -> list[Any]:
        holding: list[list[int]] = [[] for _value in self._of]
        for number, target in enumerate(targets):
            for value in target:
                holding[value].append(number)
        return [self._np.array(held, int) for held in holding]
