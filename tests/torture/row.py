"""A line of the table at the end: what is wanted, how much of it, and what came out."""

from __future__ import annotations

import os

from msgspec import Struct


class Row(Struct, frozen=True):
    """One goal, the figure to reach, what came out, and whether that is enough."""

    goal: str
    figure: str
    outcome: str
    holds: bool

    def __str__(self) -> str:
        return (
            f"{'' if self.holds else 'NOT REACHED: '}{self.goal} | {self.figure} | {self.outcome}"
        )


class NotHere(Exception):
    """Says why something cannot be tried on this computer; its row then says so."""


def rounds(full: int) -> int:
    """Return how often to do something: `full` times, or fewer where somebody only has a look."""
    return max(1, round(full * float(os.environ.get("TORTURE_SCALE", "1"))))
