"""Pattern-Breaker as two people would write it in plain Python: the peers of `bench_patterns`.

The level-wise search of Asudeh, Jin and Jagadish, "Assessing and Remedying
Coverage for a Given Dataset" (ICDE 2019, algorithm 1). A covered pattern
is extended by later columns only, and a longer one is looked at when each
of its patterns with one condition less is covered. `ByRows` hands on the
rows of a pattern and sorts them by what they say in one more column, about
as fast as the programs that are public; `ByBits` keeps the rows of each
value as the bits of one whole number, as the appendix of the paper does.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Row = tuple[str, ...]
Pattern = tuple[tuple[int, str], ...]
People = TypeVar("People")
"""The rows that a pattern matches, in whatever form a search keeps them."""


class PatternBreaker(ABC, Generic[People]):
    """The search; how rows are kept, split and counted is for those below to say."""

    def __init__(self, everybody: People, columns: int) -> None:
        self._everybody, self._columns = everybody, columns

    @abstractmethod
    def split(self, people: People, column: int) -> Iterable[tuple[str, People]]:
        """Return the people who say each value of a column."""

    @abstractmethod
    def count(self, people: People) -> int:
        """Return how many they are."""

    def find(self, threshold: int, level: int) -> dict[Pattern, int]:
        """Return the maximal uncovered patterns and how many rows each matches."""
        here: dict[Pattern, People] = {(): self._everybody}
        found: dict[Pattern, int] = {}
        for _size in range(level):
            covered: dict[Pattern, People] = {}
            for pattern, people in self._longer(here):
                count = self.count(people)
                if count >= threshold:
                    covered[pattern] = people
                else:
                    found[pattern] = count
            here = covered
        return found

    def _longer(self, covered: Mapping[Pattern, People]) -> Iterator[tuple[Pattern, People]]:
        for pattern, people in covered.items():
            for column in range(pattern[-1][0] + 1 if pattern else 0, self._columns):
                for value, some in self.split(people, column):
                    longer = (*pattern, (column, value))
                    if all(longer[:n] + longer[n + 1 :] in covered for n in range(len(longer))):
                        yield longer, some


class ByRows(PatternBreaker[Sequence[Row]]):
    """Keeps rows as they are."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._domains = [sorted(set(column)) for column in zip(*rows, strict=True)]
        super().__init__(rows, len(self._domains))

    def split(self, people: Sequence[Row], column: int) -> Iterable[tuple[str, Sequence[Row]]]:
        """Look at every row once."""
        parts: dict[str, list[Row]] = {value: [] for value in self._domains[column]}
        for row in people:
            parts[row[column]].append(row)
        return parts.items()

    def count(self, people: Sequence[Row]) -> int:
        """Return how many rows there are."""
        return len(people)


class ByBits(PatternBreaker[int]):
    """Keeps the rows of each value of each column, one bit a row."""

    def __init__(self, having: Sequence[Mapping[str, int]], size: int) -> None:
        self._having = having
        super().__init__((1 << size) - 1, len(having))

    def split(self, people: int, column: int) -> Iterable[tuple[str, int]]:
        """Intersect with each value."""
        return ((value, people & having) for value, having in self._having[column].items())

    def count(self, people: int) -> int:
        """Return how many bits are set."""
        return people.bit_count()


def bits_of(rows: Sequence[Row]) -> list[dict[str, int]]:
    """Return for each column the rows that say each value."""
    return [
        {
            value: int("".join("1" if cell == value else "0" for cell in reversed(column)), 2)
            for value in sorted(set(column))
        }
        for column in zip(*rows, strict=True)
    ]
