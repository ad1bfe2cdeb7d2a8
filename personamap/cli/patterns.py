"""`personamap patterns`: the combinations that a table of categories lacks."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.json_answer import JsonAnswer
from personamap.analysis.patterns.cube import Said, UncoveredTable
from personamap.cli.output import say, say_json, say_table, shown_progress
from personamap.i18n import _, in_digits, plural
from personamap.services.patterns import Lacking, find_patterns, most_telling

MOST_SHOWN = 50


class PatternsAnswer(JsonAnswer):
    """What `patterns --json` answers: each pattern and how many rows show it.

    All of its conditions together are met by fewer rows than the threshold;
    without any one of them, at least as many meet the rest.
    """

    mups: tuple[tuple[Said, int], ...]


def patterns(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="A CSV, TSV or XLSX file.")],
    *,
    columns: Annotated[
        str | None,
        typer.Option(metavar="A,B", help="The columns to look at; all, if none are named."),
    ] = None,
    threshold: Annotated[
        int, typer.Option(min=1, help="How many rows a combination needs to count as there.")
    ] = 1,
    level: Annotated[int, typer.Option(min=1, help="How many values a combination may join.")] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Find the combinations of values that too few rows of a table show.

    Each is told in its shortest form: without any one of its values,
    enough rows show the rest (maximal uncovered patterns). Expected is how
    many rows would show it if its values had nothing to do with each other.

    Example: personamap patterns staff.csv --columns gender,site,level --threshold 10
    """
    chosen = _names(columns) if columns else []
    with shown_progress(_("Looking for combinations")) as progress:
        found = find_patterns(table, chosen, threshold, level, progress)
    if as_json:
        say_json(PatternsAnswer(mups=tuple(found.patterns())))
    else:
        _tell(table.name, found, threshold, level)


def _names(columns: str) -> list[str]:
    """Return the names in a list; one that holds a comma stands in quotation marks."""
    names = next(csv.reader([columns], skipinitialspace=True), [])
    return [name.strip() for name in names if name.strip()]


def _tell(name: str, found: UncoveredTable, threshold: int, level: int) -> None:
    say(
        _("{name}: {rows}, {columns}").format(
            name=name,
            rows=plural("{count} row", "{count} rows", found.table.size),
            columns=plural("{count} column", "{count} columns", len(found.table.columns)),
        )
    )
    shown = most_telling(found, MOST_SHOWN)
    say_table(
        _title(len(found), threshold, level),
        (_("Combination"), _("Rows"), _("Expected")),
        [_row(each) for each in shown],
    )
    if not shown:
        say(_("Every combination of at most {level} values is there.").format(level=level))
    elif len(found) > len(shown):
        say(
            _("{shown} of {all} are shown; --json lists them all.").format(
                shown=len(shown), all=in_digits(len(found))
            )
        )


def _title(count: int, threshold: int, level: int) -> str:
    nobody = _("{combinations} of at most {level} values that no row shows:")
    few = _("{combinations} of at most {level} values shown by fewer than {threshold} rows:")
    return (nobody if threshold == 1 else few).format(
        combinations=plural("{count} combination", "{count} combinations", count),
        level=level,
        threshold=in_digits(threshold),
    )


def _row(each: Lacking) -> tuple[str, str, str]:
    said = _(", ").join(
        _("{column}: {value}").format(column=column, value=value or _("(empty)"))
        for column, value in each.said.items()
    )
    return said or _("(any row)"), in_digits(each.rows), f"{each.expected:,.1f}"
