"""Runs of one direction, for formats that want to be told where right-to-left text stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_LEFT_TO_RIGHT = "L"


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
