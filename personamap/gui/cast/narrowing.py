"""What a search and a filter leave of a list; no part of the project."""

from __future__ import annotations

from typing import Self

from msgspec import Struct
from msgspec.structs import replace

Mark = tuple[str, str]
"""What is filtered by: of which kind it is, and which one of them."""


class Narrowing(Struct, frozen=True):
    """Words and marks that were asked for. Marks of one kind widen, marks of several narrow."""

    words: str = ""
    marks: frozenset[Mark] = frozenset()

    @property
    def narrows(self) -> bool:
        """Tell whether anything could be left out."""
        return bool(self.words.strip() or self.marks)

    def of_all(self) -> Self:
        """Return the same order with nothing left out."""
        return replace(self, words="", marks=frozenset())

    def with_words(self, words: str) -> Self:
        """Return the same choice with another search."""
        return replace(self, words=words)

    def with_mark(self, mark: Mark, wanted: bool) -> Self:
        """Return the same choice with one mark set or not."""
        return replace(self, marks=self.marks | {mark} if wanted else self.marks - {mark})
