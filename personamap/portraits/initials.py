"""Initials of a name in any script, for personas without a portrait."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200d"
_VIRAMA_CLASS = 9
_CASED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN")


def initials(name: str) -> str:
    """Return up to two first letters of a name, or one where the script has no capitals."""
    words = [word for word in (_from_first_letter(part) for part in name.split()) if word]
    if not words:
        return ""
    first = _first_grapheme(words[0])
    if len(words) == 1 or not (_has_capitals(first) and _has_capitals(words[-1])):
        return _raised(first)
    return _raised(first) + _raised(_first_grapheme(words[-1]))


def _from_first_letter(word: str) -> str:
    for at, letter in enumerate(word):
        if unicodedata.category(letter)[0] in "LNS":
            return word[at:]
    return ""


def _first_grapheme(word: str) -> str:
    end = 1
    while end < len(word) and _continues(word[end - 1], word[end]):
        end += 1
    return word[:end]


def _continues(before: str, letter: str) -> bool:
    if letter in _JOINERS or before in _JOINERS:
        return True
    if unicodedata.category(letter).startswith("M"):
        return True
    if 0x1F3FB <= ord(letter) <= 0x1F3FF:
        return True
    return unicodedata.combining(before) == _VIRAMA_CLASS and letter.isalpha()


def _has_capitals(text: str) -> bool:
    return unicodedata.name(text[0], "").startswith(_CASED_SCRIPTS)


def _raised(grapheme: str) -> str:
    capital = grapheme.upper()
    return capital if len(capital) == len(grapheme) else grapheme
