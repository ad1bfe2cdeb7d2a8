"""Where a text may be broken: between graphemes, and between lines.

ICU knows the rules and the dictionaries (Thai, Khmer, Lao and Myanmar
write no spaces between words). It comes as the wheel `icu4py`: 15 MB, for
Windows, macOS and Linux, imported in 16 ms and only when a text is not
plain Latin. The pure-Python `uniseg` was turned down because it has no
dictionaries and would break such scripts between any two letters.
"""

from __future__ import annotations

import re

from personamap.exporters.pdf.letters import SIMPLE

Span = tuple[int, int]

_SIMPLE_WORD = re.compile(r"(?:\d{1,3} )?[^ \-]+-* *|-+ *| +")
"""A short number stays with what it counts, as in "8 lines" and "9 October"."""


def words(text: str, lang: str) -> list[Span]:
    """Return the pieces between which a line may end, each with the space after it."""
    if SIMPLE.issuperset(text):
        return [match.span() for match in _SIMPLE_WORD.finditer(text)]
    from icu4py.breakers import LineBreaker

    return _segments(LineBreaker(text, _locale(lang)).segments(), text)


def simple_words(text: str) -> list[str]:
    """Return the words of a plain Latin text, each with the space after it."""
    found: list[str] = _SIMPLE_WORD.findall(text)
    return found


def graphemes(text: str, lang: str) -> list[Span]:
    """Return what readers take for single letters."""
    if SIMPLE.issuperset(text):
        return [(i, i + 1) for i in range(len(text))]
    from icu4py.breakers import CharacterBreaker

    return _segments(CharacterBreaker(text, _locale(lang)).segments(), text)


def _locale(lang: str) -> str:
    return lang or "en"


def _segments(found: object, text: str) -> list[Span]:
    spans: list[Span] = list(found)  # type: ignore[call-overload]
    if not spans or spans[-1][1] == len(text):
        return spans
    # ICU counts UTF-16 units; letters beyond the first plane take two.
    place, units = {0: 0}, 0
    for position, letter in enumerate(text):
        units += 2 if letter > "\uffff" else 1
        place[units] = position + 1
    return [(place[a], place[b]) for a, b in spans if a in place and b in place]
