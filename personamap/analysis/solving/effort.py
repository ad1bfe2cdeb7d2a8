"""How hard to look for the fewest, and when to stop looking.

A search is paid for in steps and not in time: what comes out then depends
on the question and the seed alone, and not on how fast or how busy the
computer is.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from msgspec import Struct

STEPS_A_SECOND = 8_000_000
"""A step is what one propagation of the SAT solver takes: this many in a second of a computer
of 2024. Other work is counted by how many of them it takes as long as."""

PATIENCE, PATIENCE_SECONDS = 8.0, 60.0
"""How many times slower a computer may be before the clock ends a search after all; a short search
may take a minute all the same."""

Stop = Callable[[], bool]
"""Tells whether somebody no longer wants the answer."""


def never() -> bool:
    """Nobody asks to stop."""
    return False


class Stopped(Exception):
    """Somebody asked to stop before there was an answer."""


class Effort(Struct, frozen=True):
    """What a search may spend: so many new people, seconds, and a seed for its choices.

    The seconds are those of an ordinary computer, and are counted in
    steps, so that the same seed gives the same answer everywhere; another
    seed gives another answer that is just as small, where there is one.
    """

    max_new: int = 12
    seconds: float = 5.0
    seed: int = 1


class _Account(Struct):
    """What all parts of one budget have spent together, and what ends them all."""

    stop: Stop
    latest: float
    spent: int = 0


class Budget:
    """Counts the steps of one search down and asks whether to stop."""

    def __init__(self, seconds: float, stop: Stop = never) -> None:
        latest = time.monotonic() + max(PATIENCE_SECONDS, seconds * PATIENCE)
        self._account = _Account(stop, latest)
        self._end = int(seconds * STEPS_A_SECOND)

    @property
    def left(self) -> int:
        """The steps that are left, never less than none."""
        return max(0, self._end - self._account.spent)

    @property
    def over(self) -> bool:
        """Whether to come back with the best so far."""
        return not self.left or self.hurry

    @property
    def hurry(self) -> bool:
        """Whether to come back whatever is left: somebody asks to, or it takes far too long."""
        return time.monotonic() >= self._account.latest or self._account.stop()

    def spend(self, steps: int) -> None:
        """Take steps off this budget and all it is part of."""
        self._account.spent += steps

    def part(self, share: float) -> Budget:
        """Return a budget over a share of the steps that are left."""
        part = Budget(0.0)
        part._account = self._account
        part._end = self._account.spent + int(self.left * share)
        return part

    def check(self) -> None:
        """Raise `Stopped` if somebody asked to stop."""
        if self._account.stop():
            raise Stopped
