"""Runs of one direction, for formats that want to be told where right-to-left text stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from personamap.i18n import is_right_to_left, language

_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_LEFT_TO_RIGHT = "L"
_SET_APART = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_LAST_SET_APART = re.compile("\u2068([^\u2066-\u2069]*)\u2069$")
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


def runs_against(text: str, *, rtl: bool) -> bool:
    """Tell whether a text runs against the page: by its first letter with a direction (UAX #9).

    What is set apart in a text does not tell how the text runs (rule P2).
    """
    kinds = map(unicodedata.bidirectional, _SET_APART.sub("", text))
    first = next((k for k in kinds if k == _LEFT_TO_RIGHT or k in _RIGHT_TO_LEFT), None)
    return first is not None and (first in _RIGHT_TO_LEFT) != rtl


def language_against(*, rtl: bool) -> str:
    """Return the language of the program where its words run against a page, or nothing.

    Labels that no catalogue has in the language of a course are in that of the program; on a
    page that runs the other way they can be told from the words of the author.
    """
    return "" if is_right_to_left() == rtl else language().replace("_", "-")


def language_of(text: str, *, rtl: bool) -> str:
    """Return the language of a text that runs against the page, or nothing for all others."""
    return language_against(rtl=rtl) if runs_against(text, rtl=rtl) else ""


def marked_against(text: str, *, rtl: bool) -> str:
    """Return a text that keeps its own signs at its ends where the page runs against it.

    A full stop at the end would go to the other end of the line. The invisible marks of
    Unicode (LRM, RLM; UAX #9) stand around it as letters would; lists and cells, whose bullets
    and edges stay where the page has them, cannot be turned around as a whole.
    """
    if not runs_against(text, rtl=rtl):
        return text
    mark = _LEFT_TO_RIGHT_MARK if rtl else _RIGHT_TO_LEFT_MARK
    before, after = ("" if _has_direction(letter) else mark for letter in (text[0], text[-1]))
    return f"{before}{text}{after}"


def joined_at_end(text: str) -> str:
    """Return a text whose end is not set apart where it runs the same way as the whole.

    It reads the same (UAX #9), and programs that lay out what is set apart piece by piece, as
    LibreOffice does, turn the quotes around in it.
    """
    found = _LAST_SET_APART.search(text)
    if found is None or not any(map(_has_direction, text[: found.start()])):
        return text
    rtl = runs_against(text, rtl=False)
    return text if runs_against(found[1], rtl=rtl) else text[: found.start()] + found[1]


def directed_runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield pieces of `text` and whether each runs right to left.

    What has no direction of its own (spaces, digits, signs) goes with what
    stands before it, and at the start with what follows.
    """
    begin, runs_left = 0, None
    for at, letter in enumerate(text):
        if not _has_direction(letter):
            continue
        now = unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT
        if runs_left is not None and now != runs_left:
            yield text[begin:at], runs_left
            begin = at
        runs_left = now
    if text[begin:]:
        yield text[begin:], bool(runs_left)


def _has_direction(letter: str) -> bool:
    kind = unicodedata.bidirectional(letter)
    return kind == _LEFT_TO_RIGHT or kind in _RIGHT_TO_LEFT
