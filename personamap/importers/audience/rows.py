"""The rows of a table, counted by what stands in some of its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from personamap.errors import AudienceRefused, TableRefused
from personamap.i18n import _, in_digits
from personamap.importers.grid import STAFF

MOST_WORDS = 50
"""A column with more different entries holds names or numbers of people, not groups."""

Words = tuple[str, ...]
Counts = Mapping[Words, int]
"""How many rows say the same in the wanted columns. Nothing else of a table is ever in it."""

Progress = Callable[[int, int], None]


class Wanted(Struct, frozen=True):
    """The columns to read, in this order, and how many of them describe people.

    A last one beyond those says how many people a row is about.
    """

    columns: tuple[str, ...]
    described: int


class RowReader(Protocol):
    """Reads one kind of file."""

    def sample(self, most: int) -> tuple[Words, Sequence[Words]]:
        """Return the headings and the first rows, so that people can say what is what."""

    def count(self, wanted: Wanted, progress: Progress) -> Counts:
        """Go through all rows and count them."""


class WordLimit:
    """Stops reading as soon as a wanted column turns out to tell people apart."""

    def __init__(self, table: str, wanted: Wanted) -> None:
        self._table = table
        self._seen = {column: {""} for column in wanted.columns[: wanted.described]}

    def check(self, rows: Iterable[Words]) -> None:
        """Raise `AudienceRefused` when a column has too many different entries."""
        for words, entries in zip(self._seen.values(), zip(*rows, strict=True), strict=False):
            words.update(entries)
        for column, words in self._seen.items():
            if len(words) > MOST_WORDS + 1:
                raise AudienceRefused(self._table, tells_people_apart(column))


def check_apart(table: str, wanted: Wanted, counts: Counts) -> None:
    """Refuse a column in which everybody has an entry of their own."""
    for place, column in enumerate(wanted.columns[: wanted.described]):
        words: Counter[str] = Counter()
        for row, people in counts.items():
            words[row[place]] += people
        words.pop("", None)
        if len(words) > 1 and max(words.values()) == 1:
            raise AudienceRefused(table, tells_people_apart(column))


def places_of(table: str, heading: Sequence[str], wanted: Wanted) -> tuple[int, ...]:
    """Return where the wanted columns stand, or refuse a table that lacks one."""
    missing = next((column for column in wanted.columns if column not in heading), None)
    if missing is not None:
        raise AudienceRefused(
            table,
            _("it has no column “{column}”. Check how its heading is spelled.").format(
                column=missing
            ),
        )
    return tuple(heading.index(column) for column in wanted.columns)


def headings(table: str, cells: Sequence[str]) -> Words:
    """Return the headings of a table, none of them empty and no two alike."""
    check_width(table, len(cells))
    names: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        wanted = cell.strip() or _("Column {number}").format(number=number)
        name, count = wanted, 1
        while name in names:
            count += 1
            name = f"{wanted} ({count})"
        names[name] = None
    return tuple(names)


def check_width(table: str, columns: int) -> None:
    """Refuse a table with more columns than anybody could look through."""
    if columns > STAFF.columns:
        raise TableRefused(
            table,
            _("it has {columns} columns, more than the {most} that are read. {advice}").format(
                columns=in_digits(columns), most=STAFF.columns, advice=_(STAFF.advice)
            ),
        )


def tells_people_apart(column: str) -> str:
    """Say why a column is refused."""
    return _(
        "“{column}” has an entry of its own for nearly everybody, as names and staff numbers do. "
        "Count by columns with at most {most} different entries, such as age bands."
    ).format(column=column, most=MOST_WORDS)
