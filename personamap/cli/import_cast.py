"""`personamap import cast`: people from a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.output import say, say_json, say_table
from personamap.cli.saving import save_over
from personamap.i18n import _, plural
from personamap.importers.cast.labels import REASONS, target_label
from personamap.importers.cast.mapping import ColumnMapping, ColumnUse
from personamap.importers.cast.report import CastImport, RowReport
from personamap.services.imports import (
    CastProposal,
    add_cast,
    combined,
    load_mapping,
    propose_cast,
    read_cast,
)
from personamap.services.projects import open_or_start

_SHOWN_ROWS = 200


class PlacedCell(JsonAnswer):
    """Where the text of one cell stands now."""

    column: str
    where: str


class UnknownWords(JsonAnswer):
    """Words no value of a facet answers to, kept as own words."""

    column: str
    text: str


class ImportedRow(JsonAnswer):
    """What became of one row of the table."""

    row: int
    persona: str
    name: str
    placed: tuple[PlacedCell, ...]
    unknown: tuple[UnknownWords, ...]
    warnings: tuple[str, ...]


class ImportReport(JsonAnswer):
    """The answer of `import cast --json`; its `columns` can be used again with `--map`."""

    written: bool
    columns: tuple[ColumnUse, ...]
    people: tuple[ImportedRow, ...]
    facets: tuple[str, ...]
    experiences: int
    notes: tuple[str, ...]


def import_cast(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="A CSV, TSV or XLSX file.")],
    *,
    into: Annotated[Path, typer.Option(help="The project; a file not there yet is made new.")],
    mapping: Annotated[
        Path | None,
        typer.Option("--map", help="Where columns go, as JSON: what --json prints, or less."),
    ] = None,
    new_facet: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="Make a facet of this column; may be repeated."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would happen; write nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Add the people of a table to a project; nothing in the table is dropped.

    What fits no field and no facet stands in the notes of each persona.

    Example: personamap import cast people.xlsx --into course.personamap --dry-run
    """
    wanted = load_mapping(mapping) if mapping else None
    opened = open_or_start(into)
    project = opened.project
    proposal = propose_cast(project, table)
    uses = combined(proposal.mapping, wanted, new_facet or ())
    result = read_cast(project, proposal, uses)
    if not dry_run:
        save_over(add_cast(project, result), opened, "import")
    if as_json:
        say_json(_report(uses, result, written=not dry_run))
        return
    _tell_columns(result, proposal)
    for line in _told(result):
        say(line)
    say(_ending(result, into, dry_run=dry_run))


def _report(uses: ColumnMapping, result: CastImport, *, written: bool) -> ImportReport:
    return ImportReport(
        written=written,
        columns=uses.columns,
        people=tuple(map(_row, result.rows)),
        facets=tuple(facet.id for facet in result.newcomers.facets),
        experiences=len(result.newcomers.experiences),
        notes=result.notes,
    )


def _row(row: RowReport) -> ImportedRow:
    return ImportedRow(
        row=row.row,
        persona=row.persona,
        name=row.name,
        placed=tuple(PlacedCell(column=cell.column, where=cell.where) for cell in row.placed),
        unknown=tuple(UnknownWords(column=u.column, text=u.text) for u in row.unknown),
        warnings=row.warnings,
    )


def _tell_columns(result: CastImport, proposal: CastProposal) -> None:
    facets = (*proposal.facets, *result.newcomers.facets)
    say_table(
        _("Columns of “{table}”:").format(table=proposal.table.name),
        (_("Column"), _("Goes to"), _("Why")),
        [
            (use.column, target_label(use, facets), _(REASONS[use.because]))
            for use in result.mapping.columns
        ],
    )


def _told(result: CastImport) -> Iterator[str]:
    yield _("People:")
    for row in result.rows[:_SHOWN_ROWS]:
        yield from _row_lines(row)
    if len(result.rows) > _SHOWN_ROWS:
        yield _("  … and {count} more; --json lists them all.").format(
            count=len(result.rows) - _SHOWN_ROWS
        )
    for note in result.notes:
        yield _("Note: {note}").format(note=note)


def _row_lines(row: RowReport) -> Iterator[str]:
    yield _("  Row {row}: {name}").format(row=row.row, name=row.name or _("(no name)"))
    for unknown in row.unknown:
        yield _("    “{text}” is no value of {column}; kept as own words").format(
            text=unknown.text, column=unknown.column
        )
    for warning in row.warnings:
        yield f"    {warning}"


def _ending(result: CastImport, into: Path, *, dry_run: bool) -> str:
    count = len(result.rows)
    people = plural("{count} person", "{count} people", count)
    if dry_run:
        return _("{people} would come into “{path}”; nothing was written.").format(
            people=people, path=into
        )
    return _("{people} came into “{path}”.").format(people=people, path=into)
