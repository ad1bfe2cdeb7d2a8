"""Finding the combinations that a table of categories lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import nsmallest
from math import prod
from pathlib import Path

from msgspec import Struct

from personamap.analysis.patterns.cube import Said, UncoveredTable, find_uncovered_in
from personamap.analysis.patterns.table import MOST_CELLS, make_table
from personamap.errors import PatternsRefused
from personamap.i18n import _, in_digits
from personamap.importers.grid import STAFF
from personamap.importers.tables import Table, read_table

MOST_PATTERNS = 1_000_000
MOST_VALUES = 1_000
FEW_VALUES = 20
"""A column of so few values is never taken for names or numbers of people."""

Progress = Callable[[int, int], None]


class Lacking(Struct, frozen=True):
    """One combination, how many rows show it, and how many one would expect to.

    Expected is what the numbers of each value alone would give, if they
    had nothing to do with each other.
    """

    said: Said
    rows: int
    expected: float


def find_patterns(
    path: Path,
    columns: Sequence[str] = (),
    threshold: int = 1,
    level: int | None = None,
    progress: Progress = lambda _done, _total: None,
) -> UncoveredTable:
    """Find what fewer than `threshold` rows of a file show, or raise a `PersonamapError`."""
    table = read_table(path, STAFF)
    chosen = tuple(dict.fromkeys(columns)) or table.columns
    _check_columns(table, chosen)
    numbered = make_table(chosen, map(table.cells, chosen))
    deepest = len(chosen) if level is None else level
    if numbered.cells(deepest) > MOST_CELLS:
        raise PatternsRefused(
            table.name, _("the columns have too many values. Choose fewer, or a lower level.")
        )
    found = find_uncovered_in(numbered, threshold, level, MOST_PATTERNS, progress)
    if not found.complete:
        raise PatternsRefused(
            table.name,
            _("there are more than {most}. Choose fewer columns, or a lower level.").format(
                most=in_digits(MOST_PATTERNS)
            ),
        )
    return found


def most_telling(found: UncoveredTable, most: int) -> list[Lacking]:
    """Return the patterns of fewest conditions, and of these the most expected ones first."""
    return nsmallest(most, _weighed(found), key=lambda each: (len(each.said), -each.expected))


def _weighed(found: UncoveredTable) -> Iterator[Lacking]:
    table = found.table
    size = max(1, table.size)
    shares = {
        (column, value): count / size
        for column, values, counts in zip(table.columns, table.values, table.counts(), strict=True)
        for value, count in zip(values, counts, strict=True)
    }
    for said, rows in found.patterns():
        yield Lacking(said, rows, size * prod(shares[item] for item in said.items()))


def _check_columns(table: Table, chosen: Sequence[str]) -> None:
    if not table.rows:
        raise PatternsRefused(table.name, _("it has a heading and no rows below it."))
    for column in chosen:
        if column not in table.columns:
            raise PatternsRefused(
                table.name,
                _("it has no column “{column}”. Choose among: {known}.").format(
                    column=column, known=", ".join(table.columns)
                ),
            )
        _check_values(table, column)


def _check_values(table: Table, column: str) -> None:
    values, rows = len(set(table.cells(column))), len(table.rows)
    if values > FEW_VALUES and values * 2 > rows:
        reason = _(
            "“{column}” holds {values} different values in {rows} rows, as names and numbers of "
            "people do. Say with --columns which ones to look at."
        )
    elif values > MOST_VALUES:
        reason = _(
            "“{column}” holds {values} different values, more than the {most} that can be told "
            "apart. Group them, or say with --columns which ones to look at."
        )
    else:
        return
    raise PatternsRefused(
        table.name,
        reason.format(
            column=column,
            values=in_digits(values),
            rows=in_digits(rows),
            most=in_digits(MOST_VALUES),
        ),
    )
