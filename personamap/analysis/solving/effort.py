"""How hard to look for the fewest, and when to stop looking."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

Stop = Callable[[], bool]
"""Tells whether somebody no longer wants the answer."""


def never() -> bool:
    """Nobody asks to stop."""
    return False


class Stopped(Exception):
    """Somebody asked to stop before there was an answer."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What a search may spend: so many new people, seconds, and a seed for its choices.

    The same seed gives the same answer wherever the time suffices; another
    seed gives another answer that is just as small, where there is one.
    """

    max_new: int = 12
    seconds: float = 5.0
    seed: int = 1


class Clock:
    """Counts the seconds of one search down and asks whether to stop."""

    def __init__(self, seconds: float, stop: Stop = never) -> None:
        self._end = time.monotonic() + seconds
        self._stop = stop

    @property
    def left(self) -> float:
        """The seconds that are left, never less than none."""
        return max(0.0, self._end - time.monotonic())

    @property
    def over(self) -> bool:
        """Whether to come back with the best so far."""
        return self.left <= 0.0 or self._stop()

    def part(self, share: float) -> Clock:
        """Return a clock over a share of the seconds that are left."""
        return Clock(self.left * share, self._stop)

    def check(self) -> None:
        """Raise `Stopped` if somebody asked to stop."""
        if self._stop():
            raise Stopped
