"""Finds the value of a facet that a piece of text names.

Only the words of the facet itself are known: labels, ids and synonyms.
Nothing is ever concluded from other words, from a name or from pronouns.
A near spelling is taken only when it is nearly equal, and always told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Self

from msgspec import Struct

from personamap.domain.columns import folded
from personamap.domain.facet import Facet
from personamap.domain.persona import StatedValue
from personamap.importers.cast.cells import comma_parts, values_of

NEAR = 90.0
"""How alike, of 100, two spellings must be: one letter more or less in six."""

_SHORTEST_NEAR = 6
_DASHES = re.compile("[\u2010-\u2015\u2212]")


class Piece(Struct, frozen=True):
    """One piece of a cell, and the value it names if it names one.

    `is_label` says that the text is nothing but the value's own label;
    any other words are worth keeping beside it. `near` holds the word it
    was taken for.
    """

    text: str
    value: StatedValue | None = None
    is_label: bool = False
    near: str = ""


Otherwise = Callable[[str, str], Piece]
"""What becomes of a text, and of the word it is looked up by, that names no value exactly."""


class FacetWords(Struct, frozen=True):
    """The words of one facet, ready to be looked up."""

    facet: Facet
    values: Mapping[str, str]
    labels: frozenset[str]
    options: Mapping[str, str]

    @classmethod
    def of(cls, facet: Facet, more: Mapping[str, str] | None = None) -> Self:
        """Return the words of a facet and `more` words for its values; ids win over labels."""
        values = {_key(word): value.id for value in facet.values for word in value.synonyms}
        values |= {_key(value.label): value.id for value in facet.values}
        values |= {value.id: value.id for value in facet.values}
        values |= {_key(word): value for word, value in (more or {}).items()}
        values.pop("", None)
        options = [option for qualifier in facet.qualifiers for option in qualifier.options]
        return cls(
            facet=facet,
            values=values,
            labels=frozenset({_key(value.label) for value in facet.values}),
            options={_key(word): o.id for o in options for word in o.synonyms}
            | {_key(option.label): option.id for option in options}
            | {option.id: option.id for option in options},
        )

    def pieces(self, cell: str) -> tuple[Piece, ...]:
        """Return what a cell says, piece by piece; no text is left out."""
        return self._cut(cell, self._near)

    def fits(self, cell: str, *, by_label: bool = False) -> bool:
        """Tell whether every piece of a cell names a value, letter for letter.

        With `by_label` synonyms do not count: they are fine below a heading
        that names the facet, but "yes", "small" or "senior" alone could
        be about anything.
        """
        pieces = self._cut(cell, _unknown)
        return bool(pieces) and all(
            piece.value and (piece.is_label or not by_label) for piece in pieces
        )

    def _cut(self, cell: str, otherwise: Otherwise) -> tuple[Piece, ...]:
        whole = self._find(cell, otherwise)
        if whole.value is not None and not whole.near:
            return (whole,)
        texts = values_of(cell)
        return tuple(piece for text in texts for piece in self._pieces_of(text, otherwise))

    def _pieces_of(self, text: str, otherwise: Otherwise) -> Iterable[Piece]:
        whole = self._find(text, otherwise)
        parts = comma_parts(text)
        if (whole.value is not None and not whole.near) or len(parts) < 2:
            return (whole,)
        found = tuple(self._joined(parts, otherwise))
        return found if any(piece.value for piece in found) else (whole,)

    def _joined(self, parts: tuple[str, ...], otherwise: Otherwise) -> Iterator[Piece]:
        """Take the longest runs of parts that name a value, since a label may hold commas."""
        start = 0
        while start < len(parts):
            runs = (
                (end, self._find(", ".join(parts[start:end]), otherwise))
                for end in range(len(parts), start + 1, -1)
            )
            alone = (start + 1, self._find(parts[start], otherwise))
            start, piece = next(
                ((end, found) for end, found in runs if found.value and not found.near), alone
            )
            yield piece

    def _find(self, text: str, otherwise: Otherwise) -> Piece:
        text = text.strip()
        word = _key(text)
        value = self.values.get(word)
        if value is not None:
            return Piece(text, StatedValue(value=value), word in self.labels)
        return self._qualified(text) or otherwise(text, word)

    def _qualified(self, text: str) -> Piece | None:
        """Read `Seeing (permanent)`: a value with words in brackets behind it."""
        base, bracket, rest = text.removesuffix(")").rpartition("(")
        value = self.values.get(_key(base)) if bracket and text.endswith(")") else None
        if value is None:
            return None
        said = [_key(part) for part in rest.replace("+", ",").split(",")]
        known = tuple(dict.fromkeys(self.options[word] for word in said if word in self.options))
        is_label = _key(base) in self.labels and all(word in self.options for word in said)
        return Piece(text, StatedValue(value=value, qualifiers=known), is_label)

    def _near(self, text: str, word: str) -> Piece:
        if len(word) < _SHORTEST_NEAR:
            return Piece(text)
        near = near_spelling(word, self.values)
        return Piece(text, StatedValue(value=self.values[near]), near=near) if near else Piece(text)


def _unknown(text: str, _word: str) -> Piece:
    return Piece(text)


def near_spelling(word: str, known: Iterable[str]) -> str:
    """Return the one known word that `word` is a slip of, or nothing.

    The first letter and every digit must agree: `asexual` is no slip of
    `sexual`, nor `16 to 34` of `16 to 24`.
    """
    from rapidfuzz import fuzz, process  # heavy, and only needed for words that are not known

    alike = [
        name
        for name in known
        if len(name) >= _SHORTEST_NEAR and name[0] == word[0] and _digits(name) == _digits(word)
    ]
    found = process.extract(word, alike, scorer=fuzz.ratio, score_cutoff=NEAR, limit=2)
    return str(found[0][0]) if len(found) == 1 else ""


def _key(text: str) -> str:
    """Spell dashes of any length alike too, since people type the short one."""
    return folded(_DASHES.sub("-", text))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
