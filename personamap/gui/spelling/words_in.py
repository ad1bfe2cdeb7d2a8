"""Where the words of a text are that a dictionary can be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QTextBoundaryFinder

_PIECE = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|@|^www\.|[\\/_#]", re.IGNORECASE)
_ItemStart = QTextBoundaryFinder.BoundaryReason.StartOfItem


class Word(NamedTuple):
    """A word and its place, counted as Qt does: in UTF-16."""

    start: int
    length: int
    text: str


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text, found by the rules of Unicode (UAX #29).

    Addresses, names of files, numbers and abbreviations in capitals are
    no words a dictionary would know.
    """
    at = units = 0
    for piece in _PIECE.finditer(text):
        units, at = units + _units(text[at : piece.start()]), piece.start()
        if not _ADDRESS.search(piece.group()):
            yield from _words_of(piece.group(), units)


def _words_of(piece: str, offset: int) -> Iterator[Word]:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, piece)
    coded = piece.encode("utf-16-le", "surrogatepass")
    start = 0
    while start != -1:
        begins = bool(finder.boundaryReasons() & _ItemStart)
        end = finder.toNextBoundary()
        if begins and end != -1:
            word = coded[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
            if _can_be_asked(word):
                yield Word(offset + start, end - start, word)
        start = end


def _can_be_asked(word: str) -> bool:
    letters = sum(letter.isalpha() for letter in word)
    return letters > 1 and not word.isupper() and not any(letter.isdigit() for letter in word)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
