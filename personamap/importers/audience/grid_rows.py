"""The first sheet of a workbook, or a small text in an unusual encoding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from personamap.domain.columns import unguarded
from personamap.errors import TableRefused
from personamap.i18n import _
from personamap.importers.audience.rows import (
    Counts,
    Progress,
    Wanted,
    WordLimit,
    Words,
    headings,
    places_of,
)
from personamap.importers.grid import Grid


class GridRows:
    """Rows that are in memory already."""

    def __init__(self, name: str, grid: Grid) -> None:
        rows = [row for row in grid.rows if any(map(str.strip, row))]
        if not rows:
            raise TableRefused(name, _("it is empty. Put headings in the first row."))
        self._name, self._heading, self._rows = name, headings(name, rows[0]), rows[1:]

    def sample(self, most: int) -> tuple[Words, Sequence[Words]]:
        """Return the headings and the first rows."""
        return self._heading, self._rows[:most]

    def count(self, wanted: Wanted, progress: Progress) -> Counts:
        """Go through all rows."""
        places = places_of(self._name, self._heading, wanted)
        counts = Counter(
            tuple(unguarded(row[p]).strip() if p < len(row) else "" for p in places)
            for row in self._rows
        )
        WordLimit(self._name, wanted).check(counts)
        progress(len(self._rows), len(self._rows))
        return counts
