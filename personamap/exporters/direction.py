"""Runs of one direction, for formats that want to be told where right-to-left text stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_LEFT_TO_RIGHT = "L"


def runs_against(text: str, *, rtl: bool) -> bool:
    """Tell whether a text runs against the page: by its first letter with a direction (UAX #9)."""
    kinds = map(unicodedata.bidirectional, text)
    first = next((k for k in kinds if k == _LEFT_TO_RIGHT or k in _RIGHT_TO_LEFT), None)
    return first is not None and (first in _RIGHT_TO_LEFT) != rtl


def directed_runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield pieces of `text` and whether each runs right to left.

    What has no direction of its own (spaces, digits, signs) goes with what
    stands before it, and at the start with what follows.
    """
    begin, runs_left = 0, None
    for at, letter in enumerate(text):
        kind = unicodedata.bidirectional(letter)
        if kind not in _RIGHT_TO_LEFT and kind != _LEFT_TO_RIGHT:
            continue
        now = kind in _RIGHT_TO_LEFT
        if runs_left is not None and now != runs_left:
            yield text[begin:at], runs_left
            begin = at
        runs_left = now
    if text[begin:]:
        yield text[begin:], bool(runs_left)
