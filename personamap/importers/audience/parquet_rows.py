"""Parquet files, grouped by an embedded engine that comes with the extra `audience`.

The engine may read this one file and nothing else: no network, no
extension it does not have in it, and no folder to put rows into when
memory runs short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from personamap.domain.columns import unguarded
from personamap.errors import AudienceRefused, TableRefused
from personamap.i18n import _
from personamap.importers.audience.rows import (
    Counts,
    Progress,
    Wanted,
    WordLimit,
    Words,
    check_width,
    places_of,
)

MAGIC = b"PAR1"
MEMORY = "512MB"
_ROWS_A_TURN = 50_000


class ParquetRows:
    """One Parquet file on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with _engine(path) as engine:
            described = engine.execute("describe select * from read_parquet(?)", [str(path)])
            self._heading = tuple(str(row[0]) for row in described.fetchall())
        check_width(path.name, len(self._heading))

    def sample(self, most: int) -> tuple[Words, Sequence[Words]]:
        """Return the headings and the first rows."""
        with _engine(self._path) as engine:
            found = engine.execute(
                f"select columns(*)::varchar from read_parquet(?) limit {int(most)}",
                [str(self._path)],
            )
            return self._heading, [tuple(cell or "" for cell in row) for row in found.fetchall()]

    def count(self, wanted: Wanted, progress: Progress) -> Counts:
        """Let the engine group the rows by the wanted columns."""
        places_of(self._path.name, self._heading, wanted)
        columns = ", ".join(f"trim({_quoted(column)}::varchar)" for column in wanted.columns)
        counts: Counter[Words] = Counter()
        limit = WordLimit(self._path.name, wanted)
        with _engine(self._path) as engine:
            grouped = engine.execute(
                f"select {columns}, count(*) from read_parquet(?) group by all", [str(self._path)]
            )
            while rows := grouped.fetchmany(_ROWS_A_TURN):
                for *cells, people in rows:
                    counts[tuple(unguarded(cell or "") for cell in cells)] += people
                limit.check(counts)
                progress(0, 0)
        return counts


@contextmanager
def _engine(path: Path) -> Iterator[Any]:
    """Open the engine, shut off from everything but one file; tell its errors in our words."""
    try:
        import duckdb  # heavy, and only there with the extra
    except ImportError as error:
        raise AudienceRefused(path.name, _no_engine()) from error
    engine = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": MEMORY,
            "temp_directory": "",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        },
    )
    try:
        engine.execute(f"set allowed_paths = [{_text(path)}]")
        engine.execute("set enable_external_access = false")
        engine.execute("set lock_configuration = true")
        yield engine
    except duckdb.OutOfMemoryException as error:
        raise AudienceRefused(
            path.name,
            _("it needs more memory than is given to it. Choose fewer columns, or save it as CSV."),
        ) from error
    except duckdb.Error:
        # What the engine says may quote a cell, so its words are not passed on.
        raise TableRefused(
            path.name, _("it is damaged or no Parquet file. Save your table anew, or as CSV.")
        ) from None
    finally:
        engine.close()


def _quoted(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _text(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _no_engine() -> str:
    return _(
        "reading Parquet takes an addition. Install it with pip install personamap[audience], "
        "or save your table as CSV."
    )
