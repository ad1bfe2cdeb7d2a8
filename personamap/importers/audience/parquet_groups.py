"""What is asked of a Parquet file. Read in a process of its own, by an embedded engine.

The engine opens the file by its path, so the wall lets it open files; its own settings leave it
this one and nothing else: no network, no extension it does not have in it, and no folder to put
rows into when memory runs short.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb

from personamap.i18n import _
from personamap.importers.apart.refusal import NotRead

MEMORY = "512MB"
_ROWS_A_TURN = 10_000

# The engine loads what it needs of Python with its first question, which is before the wall.
duckdb.connect(":memory:", config={"threads": 1}).execute("select ?::varchar", ["1"]).fetchall()


def asked(_content: bytes, options: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the headings with the first rows, or with columns how many rows say the same.

    Where a column is missing there are only the headings. One with more than so many different
    entries ends it; the answer then names its place.
    """
    with engine_for(options["path"]) as engine:
        described = engine.execute("describe select * from read_parquet(?)", [options["path"]])
        found: dict[str, Any] = {"heading": [str(row[0]) for row in described.fetchall()]}
        if "columns" not in options:
            found["rows"] = _sample(engine, options)
        elif set(options["columns"]) <= set(found["heading"]):
            found |= _counted(engine, options)
    return {}, json.dumps(found).encode()


def _sample(engine: Any, options: Mapping[str, Any]) -> list[list[str]]:
    found = engine.execute(
        f"select columns(*)::varchar from read_parquet(?) limit {int(options['rows'])}",
        [options["path"]],
    )
    return [[cell or "" for cell in row] for row in found.fetchall()]


def _counted(engine: Any, options: Mapping[str, Any]) -> dict[str, Any]:
    columns = ", ".join(f"trim({_quoted(column)}::varchar)" for column in options["columns"])
    grouped = engine.execute(
        f"select {columns}, count(*) from read_parquet(?) group by all", [options["path"]]
    )
    seen: list[set[str]] = [set() for _column in range(options["described"])]
    counts: list[list[Any]] = []
    while rows := grouped.fetchmany(_ROWS_A_TURN):
        counts += [[*(cell or "" for cell in cells), people] for *cells, people in rows]
        place = _apart(seen, rows, options["most"])
        if place is not None:
            return {"apart": place}
    return {"counts": counts}


def _apart(seen: Sequence[set[str]], rows: Sequence[Sequence[str]], most: int) -> int | None:
    for words, entries in zip(seen, zip(*rows, strict=True), strict=False):
        words.update(filter(None, entries))
    return next((place for place, words in enumerate(seen) if len(words) > most), None)


@contextmanager
def engine_for(path: str) -> Iterator[Any]:
    """Open the engine, shut off from everything but one file; tell its errors in our words."""
    engine = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": MEMORY,
            "threads": 1,
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
        raise NotRead(
            _("it needs more memory than is given to it. Choose fewer columns, or save it as CSV.")
        ) from error
    except duckdb.Error:
        # What the engine says may quote a cell, so its words are not passed on.
        raise NotRead(
            _("it is damaged or no Parquet file. Save your table anew, or as CSV.")
        ) from None
    finally:
        engine.close()


def _quoted(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _text(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"
