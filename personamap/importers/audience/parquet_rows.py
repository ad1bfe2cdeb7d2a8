"""Parquet files, read apart from this process by an engine that comes with the extra `audience`."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from personamap.domain.columns import unguarded
from personamap.errors import AudienceRefused, TableRefused
from personamap.i18n import _
from personamap.importers.apart.door import read_apart
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.task import MEGABYTE, Task, always
from personamap.importers.apart.task import Wanted as StillWanted
from personamap.importers.audience.rows import (
    MOST_WORDS,
    Counts,
    Progress,
    Wanted,
    WordLimit,
    Words,
    check_width,
    places_of,
    tells_people_apart,
)

MAGIC = b"PAR1"
_SECONDS = 180
_MEMORY, _ANSWER = 2_000 * MEGABYTE, 100 * MEGABYTE


class ParquetRows:
    """One Parquet file on disk."""

    def __init__(self, path: Path, wanted: StillWanted = always) -> None:
        self._path, self._wanted = path, wanted
        if importlib.util.find_spec("duckdb") is None:
            raise AudienceRefused(path.name, _no_engine())

    def sample(self, most: int) -> tuple[Words, Sequence[Words]]:
        """Return the headings and the first rows."""
        found = self._ask({"rows": most})
        heading = tuple(found["heading"])
        check_width(self._path.name, len(heading))
        return heading, [tuple(row) for row in found["rows"]]

    def count(self, wanted: Wanted, progress: Progress) -> Counts:
        """Let the engine group the rows by the wanted columns."""
        asked = {"columns": wanted.columns, "described": wanted.described, "most": MOST_WORDS + 1}
        found = self._ask(asked)
        places_of(self._path.name, found["heading"], wanted)
        if "apart" in found:
            column = wanted.columns[found["apart"]]
            raise AudienceRefused(self._path.name, tells_people_apart(column))
        counts: Counter[Words] = Counter()
        for *cells, people in found["counts"]:
            counts[tuple(map(unguarded, cells))] += people
        WordLimit(self._path.name, wanted).check(counts)
        progress(0, 0)
        return counts

    def _ask(self, options: Mapping[str, Any]) -> Any:
        told = {"path": str(self._path), **options}
        task = Task("parquet table", _SECONDS, _MEMORY, _ANSWER, told)
        try:
            _facts, found = read_apart(task, b"", self._wanted)
        except NotRead as refusal:
            raise TableRefused(self._path.name, str(refusal)) from None
        return orjson.loads(found)


def _no_engine() -> str:
    return _(
        "reading Parquet takes an addition. Install it with pip install personamap[audience], "
        "or save your table as CSV."
    )
