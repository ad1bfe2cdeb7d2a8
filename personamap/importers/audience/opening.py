"""Finds out what kind of table a file is."""

from __future__ import annotations

from pathlib import Path

from personamap.errors import CannotRead
from personamap.importers.apart.task import Wanted, always
from personamap.importers.audience.grid_rows import GridRows
from personamap.importers.audience.parquet_rows import MAGIC, ParquetRows
from personamap.importers.audience.rows import RowReader
from personamap.importers.audience.text_rows import TextRows
from personamap.importers.delimited import read_delimited
from personamap.importers.grid import STAFF
from personamap.importers.plain_text import is_wide
from personamap.importers.tables import read_limited, refuse_other_formats
from personamap.importers.workbook import read_workbook
from personamap.storage.files import open_plain

_START = 4096


def open_rows(path: Path, wanted: Wanted = always) -> RowReader:
    """Return a reader for a CSV, TSV, XLSX or Parquet file; its bytes tell which, not its name."""
    try:
        with open_plain(path) as stream:
            start = stream.read(_START)
        refuse_other_formats(path.name, start)
        if start.startswith(MAGIC):
            return ParquetRows(path, wanted)
        if start.startswith(b"PK\x03\x04"):
            content = read_limited(path, STAFF)
            return GridRows(path.name, read_workbook(path.name, content, STAFF, wanted))
        if is_wide(start):
            return GridRows(path.name, read_delimited(path.name, read_limited(path, STAFF), STAFF))
        return TextRows(path)
    except OSError as error:
        raise CannotRead(path, error) from error
