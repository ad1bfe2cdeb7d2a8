"""How well what somebody typed fits a text: words begun, words inside, first letters, slips.

Every word that was typed must be found somewhere, in any order. A word
that begins a word of the text counts most, then one inside it, then the
first letters of its words ("oc" for "Older copies"), then a word with a
slip of the finger in it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

WHOLE, BEGINS_ALL, BEGINS_WORD, INSIDE, INITIALS, SLIP = 110.0, 100.0, 80.0, 60.0, 50.0, 30.0
_BESIDE = 0.6
"""What a word is worth that is not in the text itself but in what is said beside it."""

_WORD = re.compile(r"\w+")
_SHORTEST_SLIP = 4
_ALIKE = 0.75
_LENGTH = 0.02
"""How much each letter of a text counts against it, so that short ones come first."""


class Searched(Struct, frozen=True):
    """What can be searched, in letters that are compared: no case, no accents."""

    text: str
    beside: str = ""

    @classmethod
    def of(cls, text: str, beside: str = "") -> Searched:
        """Return a text, and what else it is known by, ready to be searched."""
        return cls(plain(text), plain(beside))


def plain(text: str) -> str:
    """Return a text without what people leave out when they type: case, accents, marks."""
    folded = text.casefold()
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(folded))


def fit(query: str, searched: Searched) -> float:
    """Return how well a query (as `plain` makes it) fits, or 0 where some word is missing."""
    if not query:
        return 1.0
    if searched.text.startswith(query):
        whole = f"{searched.text} ".startswith(f"{query} ")
        return (WHOLE if whole else BEGINS_ALL) - _LENGTH * len(searched.text)
    words = query.split()
    worth = [_fit_word(word, searched) for word in words]
    if not all(worth):
        return _fit_initials(query, searched.text)
    return max(sum(worth) / len(worth) - _LENGTH * len(searched.text), 0.1)


def _fit_word(word: str, searched: Searched) -> float:
    own = _worth_in(word, searched.text) or _BESIDE * _worth_in(word, searched.beside)
    return own or _worth_of_slip(word, searched.text)


def _worth_in(word: str, text: str) -> float:
    if text.startswith(word) or f" {word}" in text:
        return BEGINS_WORD
    return INSIDE if word in text else 0.0


def _worth_of_slip(word: str, text: str) -> float:
    if len(word) < _SHORTEST_SLIP:
        return 0.0
    best = max((_likeness(word, other) for other in text.split()), default=0.0)
    return SLIP * best if best >= _ALIKE else 0.0


@lru_cache(maxsize=65_536)
def _likeness(word: str, other: str) -> float:
    from rapidfuzz.distance import OSA

    # What is still being typed is compared with as much of the other word as there is of it.
    whole = OSA.normalized_similarity(word, other, score_cutoff=_ALIKE)
    begun = OSA.normalized_similarity(word, other[: len(word)], score_cutoff=_ALIKE)
    return float(max(whole, begun))


def _fit_initials(query: str, text: str) -> float:
    letters = "".join(word[0] for word in text.split())
    return INITIALS - _LENGTH * len(text) if len(query) > 1 and letters.startswith(query) else 0.0
