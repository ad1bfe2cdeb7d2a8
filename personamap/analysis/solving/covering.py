"""What rows must show: combinations of values, some of which must never meet.

This is the covering array of combinatorial testing, with what a cast
needs beside it: combinations that are already there are simply not asked
for, some must never meet in one row, and a row may leave a facet blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

Targets = tuple[tuple[int, ...], ...]
Row = tuple[int | None, ...]
"""One value of each facet, or none."""

Rows = tuple[Row, ...]


class Covering(Struct, frozen=True):
    """What rows must show. Values are numbered through, facet after facet.

    `sizes` says how many values each facet has, `targets` which values
    must meet in some row, `forbidden` which must never meet in one.
    """

    sizes: tuple[int, ...]
    targets: Targets
    forbidden: Targets = ()

    @property
    def facets(self) -> list[range]:
        """The values of each facet."""
        ends = list(accumulate(self.sizes))
        return [range(end - size, end) for end, size in zip(ends, self.sizes, strict=True)]

    @property
    def facet_of(self) -> list[int]:
        """The place of the facet of each value."""
        return [place for place, size in enumerate(self.sizes) for _value in range(size)]

    def possible(self) -> Iterator[tuple[int, ...]]:
        """Yield the targets that some row can show without showing what is forbidden."""
        facet_of = self.facet_of
        barred = [frozenset(values) for values in self.forbidden]
        for target in dict.fromkeys(self.targets):
            values = frozenset(target)
            one_each = len({facet_of[value] for value in values}) == len(values)
            if one_each and not any(values >= bar for bar in barred):
                yield target
