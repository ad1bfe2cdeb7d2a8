"""From the words of a table to values of facets, and what no facet knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from personamap.analysis.disclosure.publishing import Profile
from personamap.analysis.disclosure.singles import Category, safe_counts
from personamap.analysis.facet_counts import roots_of
from personamap.domain.facet import Facet
from personamap.importers.audience.mapping import CountedColumn
from personamap.importers.audience.rows import Counts
from personamap.importers.cast.values import FacetWords


class ColumnReport(Struct, frozen=True):
    """How many people a column puts on a value, leaves empty, or describes in unknown words.

    `small` are on a value whose count is not kept. A number that is not
    known stands where telling it would let a small group be worked out.
    `often` names the unknown words of enough people to be told, the most
    frequent first; rarer ones could be about one person, and are only counted.
    """

    column: str
    facet: str
    counted: int = 0
    small: int | None = 0
    empty: int | None = 0
    unknown: int | None = 0
    unknown_words: int = 0
    often: tuple[str, ...] = ()

    def beside(self, kept: int, smallest: int) -> ColumnReport:
        """Return what may be told of it beside counts that add up to `kept` people.

        Everybody else is small, empty or unknown, and how many that is can
        be worked out from the counts: so these are held to the same rule.
        """
        parts = {"small": self.counted - kept, "empty": self.empty, "unknown": self.unknown}
        known: dict[Category, int] = {(part,): people or 0 for part, people in parts.items()}
        told = safe_counts(known, smallest) if any(known.values()) else known
        small, empty, unknown = (told.get((part,)) for part in parts)
        return replace(self, counted=kept, small=small, empty=empty, unknown=unknown)


class Answered(Struct, frozen=True):
    """How many people share each profile, what became of each column, and unreadable counts."""

    profiles: Mapping[Profile, int]
    columns: tuple[ColumnReport, ...]
    unread: int


class _Reading(Struct):
    column: CountedColumn
    words: FacetWords
    roots: Mapping[str, str]
    known: dict[str, Category | None] = field(default_factory=dict)
    people: Counter[str] = field(default_factory=Counter)

    def category(self, cell: str) -> Category | None:
        """Return the first-level values a cell names, or nothing if it holds an unknown word."""
        if cell not in self.known:
            pieces = self.words.pieces(cell)
            named = {
                self.roots.get(piece.value.value, piece.value.value)
                for piece in pieces
                if piece.value is not None and not piece.near
            }
            all_known = all(piece.value is not None and not piece.near for piece in pieces)
            self.known[cell] = tuple(sorted(named)) if all_known else None
        return self.known[cell]

    def report(self, smallest: int) -> ColumnReport:
        unknown = {word: n for word, n in self.people.items() if self.known[word] is None}
        often = sorted((-n, word) for word, n in unknown.items() if n >= smallest)
        return ColumnReport(
            column=self.column.column,
            facet=self.column.facet,
            counted=sum(n for word, n in self.people.items() if self.known[word]),
            empty=sum(n for word, n in self.people.items() if self.known[word] == ()),
            unknown=sum(unknown.values()),
            unknown_words=len(unknown),
            often=tuple(word for _n, word in often),
        )


def answered(
    counts: Counts, columns: tuple[CountedColumn, ...], facets: Mapping[str, Facet], smallest: int
) -> Answered:
    """Return rows as profiles; a last cell beyond `columns` says how many people a row is about."""
    readings = [_reading(column, facets[column.facet]) for column in columns]
    profiles: Counter[Profile] = Counter()
    unread = 0
    for words, rows in counts.items():
        each = _people(words[len(columns)]) if len(words) > len(columns) else 1
        if each is None:
            unread += rows
            continue
        people = rows * each
        cells = tuple(zip(readings, words, strict=False))
        profiles[tuple(reading.category(word) or () for reading, word in cells)] += people
        for reading, word in cells:
            reading.people[word] += people
    reports = tuple(reading.report(smallest) for reading in readings)
    return Answered({key: n for key, n in profiles.items() if n}, reports, unread)


def _reading(column: CountedColumn, facet: Facet) -> _Reading:
    return _Reading(column, FacetWords.of(facet, column.values), roots_of(facet))


def _people(cell: str) -> int | None:
    """Return a number of people written with or without marks between thousands."""
    plain = cell.replace(",", "").replace("\u202f", "").replace("\xa0", "").replace(" ", "")
    plain = plain.removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= 10 else None
