"""XLSX workbooks, read apart from this process."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from personamap.errors import TableRefused
from personamap.importers.apart.door import read_apart
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.task import MEGABYTE, Task, Wanted, always
from personamap.importers.grid import CAST, STAFF, Grid, TableLimits

_TASKS = {
    CAST: Task("workbook", 20, 400 * MEGABYTE, 60 * MEGABYTE, {"limits": "cast"}),
    STAFF: Task("workbook", 180, 2_000 * MEGABYTE, 600 * MEGABYTE, {"limits": "staff"}),
}


def read_workbook(
    name: str, content: bytes, limits: TableLimits = CAST, wanted: Wanted = always
) -> Grid:
    """Return the rows of the first sheet with content, or raise `TableRefused`."""
    try:
        facts, rows = read_apart(_TASKS[limits], content, wanted)
    except NotRead as refusal:
        raise TableRefused(name, str(refusal)) from refusal
    return Grid(_even(orjson.loads(rows)), tuple(facts["notes"]))


def _even(numbered: Sequence[tuple[int, list[str]]]) -> tuple[tuple[str, ...], ...]:
    """Put rows where they stand in the sheet; a short row only means that its end is empty."""
    rows: list[tuple[str, ...]] = []
    heading = len(numbered[0][1]) if numbered else 0
    empty = ("",) * heading
    for number, cells in numbered:
        rows.extend([empty] * (number - 1 - len(rows)))
        rows.append((*cells, *empty[len(cells) :]))
    return tuple(rows)
