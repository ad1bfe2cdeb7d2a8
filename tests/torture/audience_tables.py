"""Tables of people with a hundred words that must never be found again, in three formats."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

TOKENS = tuple(f"Zyx{number:03}Qvw" for number in range(100))
NAMES, RARE, NUMBERS = TOKENS[:60], TOKENS[60:80], TOKENS[80:]
"""As names, as rare entries of a column that is counted, and as numbers of staff."""

HEADING = ("Full name", "Staff number", "Age", "Disability")
MANY = 4_000
"""So many that facets are crossed too."""


def rows() -> list[tuple[str, ...]]:
    """Return people of whom two columns can be counted, and a hundred can be told apart."""
    found = [(name, "", "16 to 34", "Hearing") for name in NAMES]
    found += [("Somebody", "", rare, "No disability") for rare in RARE]
    found += [("Somebody", number, "35 to 54", "No disability") for number in NUMBERS]
    ages, abilities = ("16 to 34", "35 to 54", "55 and over"), ("Hearing", "No disability")
    for number in range(MANY):
        found.append(("Somebody", "", ages[number % 3], abilities[number % 7 > 0]))
    return found


def write_table(folder: Path, kind: str) -> Path:
    """Write the people as a table and return where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"people.{kind}"
    {"csv": _csv, "xlsx": _xlsx, "parquet": _parquet}[kind](path, [HEADING, *rows()])
    return path


def _csv(path: Path, table: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(table)


def _xlsx(path: Path, table: Sequence[tuple[str, ...]]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    book.save(path)


def _parquet(path: Path, table: Sequence[tuple[str, ...]]) -> None:
    import duckdb

    plain = path.with_suffix(".plain")
    _csv(plain, table)
    duckdb.execute(f"copy (from read_csv('{plain}', all_varchar=true)) to '{path}'")
    plain.unlink()
