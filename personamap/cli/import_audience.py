"""`personamap import audience`: who will take the course, as counts from a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import asdict
from pydantic import Field

from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.output import say, say_json, say_table
from personamap.cli.saving import save_over
from personamap.domain.audience import Audience
from personamap.domain.project import Project
from personamap.errors import MappingRefused
from personamap.i18n import _, in_digits
from personamap.importers.audience.answering import ColumnReport
from personamap.importers.audience.counting import AudienceImport, Wishes
from personamap.importers.audience.mapping import COUNT, AudienceMapping
from personamap.services.audiences import (
    add_audience,
    load_audience_mapping,
    propose_audience,
    read_audience,
)
from personamap.services.projects import open_or_start

_MOST_WORDS = 8


class ColumnCounted(JsonAnswer):
    """What became of one column; only words of many people are named in `often`."""

    column: str
    facet: str
    counted: int = Field(description="People in the counts that are kept.")
    small: int | None = Field(
        description="People on values whose counts are not kept; like the next two, nothing where "
        "the number would let a small group be worked out."
    )
    empty: int | None
    unknown: int | None = Field(description="People described in words that name no value.")
    unknown_words: int
    often: tuple[str, ...]


class AudienceReport(JsonAnswer):
    """The answer of `import audience --json`; its `mapping` can be used again with `--map`."""

    written: bool
    mapping: AudienceMapping
    audience: Audience
    columns: tuple[ColumnCounted, ...]
    notes: tuple[str, ...]


def import_audience(  # noqa: PLR0913 -- each argument is an option of the command
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="CSV, TSV, XLSX or Parquet.")],
    *,
    into: Annotated[Path, typer.Option(help="The project; a file not there yet is made new.")],
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--map",
            help='Which columns are counted, as JSON: {"Gender": "gender", "Staff": "count"}, or '
            "the mapping that --json prints. Other columns are not read.",
        ),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN=FACET", help="Count a column by a facet; may be repeated."),
    ] = None,
    count: Annotated[
        str, typer.Option(metavar="COLUMN", help="The column with the number of people of a row.")
    ] = "",
    cross: Annotated[
        list[str] | None,
        typer.Option(metavar="FACET,FACET", help="Cross two facets; may be repeated."),
    ] = None,
    k: Annotated[int, typer.Option("--k", help="Hide counts of fewer people; at least 5.")] = 10,
    name: Annotated[str, typer.Option(help="What the audience is called.")] = "",
    source: Annotated[str, typer.Option(help="Where the table comes from.")] = "",
    date: Annotated[str, typer.Option(help="The day it describes, as 2026-11-24.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would happen; write nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Count who will take the course; keep the counts and nothing else.

    Rows are read once and forgotten. Only columns that are counted by a
    facet are looked at; without --map and --column those whose headings or
    entries name one. Counts below k are hidden, and so are those from which
    they could be worked out. An audience the project already has is replaced.

    Example: personamap import audience staff.csv --into course.personamap --column "Sex=gender"
    """
    opened = open_or_start(into)
    project = opened.project
    pairs = tuple(_pair(text) for text in cross or ())
    wishes = Wishes(name or table.stem, source, date, k, pairs)
    uses = _mapping(project, table, mapping, column or (), count)
    found = read_audience(project, table, uses, wishes)
    if not dry_run:
        save_over(add_audience(project, found), opened, "import")
    if as_json:
        say_json(_report(uses, found, written=not dry_run))
        return
    for line in _told(found):
        say(line)
    say(_ending(found.audience, into, dry_run=dry_run))


def _mapping(
    project: Project, table: Path, saved: Path | None, columns: Sequence[str], count: str
) -> AudienceMapping:
    """Return what was asked for, or the proposal where nothing was."""
    if saved:
        mapping = load_audience_mapping(saved)
    elif columns:
        mapping = AudienceMapping()
    else:
        mapping = propose_audience(project, table).mapping
    for text in columns:
        name, equals, facet = text.rpartition("=")
        if not equals:
            raise MappingRefused(_("write --column as “Heading=facet”."))
        mapping = mapping.with_column(name, facet)
    return mapping.with_column(count, COUNT) if count else mapping


def _pair(text: str) -> tuple[str, str]:
    facets = [part.strip() for part in text.split(",")]
    if len(facets) != 2:
        raise MappingRefused(_("write --cross as two facets with a comma between them."))
    return facets[0], facets[1]


def _report(mapping: AudienceMapping, found: AudienceImport, *, written: bool) -> AudienceReport:
    return AudienceReport(
        written=written,
        mapping=mapping,
        audience=found.audience,
        columns=tuple(ColumnCounted.model_validate(asdict(column)) for column in found.columns),
        notes=found.notes,
    )


def _told(found: AudienceImport) -> Iterator[str]:
    labels = {facet.id: facet.label for facet in found.facets}
    say_table(
        _("Columns that were counted:"),
        (_("Column"), _("By"), _("Kept"), _("Not kept"), _("Left empty"), _("Not known")),
        [_column_row(column, labels) for column in found.columns],
    )
    for column in found.columns:
        if column.often:
            yield _("“{column}” also says {words}; --map can say which values these are.").format(
                column=column.column, words=", ".join(column.often[:_MOST_WORDS])
            )
    if any(column.small is None for column in found.columns):
        yield _("“–” stands where a number would let a small group of people be worked out.")
    for note in found.notes:
        yield _("Note: {note}").format(note=note)


def _column_row(column: ColumnReport, labels: dict[str, str]) -> tuple[str, ...]:
    numbers = (column.counted, column.small, column.empty, column.unknown)
    told = ("–" if number is None else in_digits(number) for number in numbers)
    return (column.column, labels[column.facet], *told)


def _ending(audience: Audience, into: Path, *, dry_run: bool) -> str:
    words = {
        "people": in_digits(audience.people),
        "counts": in_digits(len(audience.groups)),
        "k": audience.smallest_group,
        "path": into,
    }
    if dry_run:
        return _(
            "{people} people were counted, and {counts} counts of {k} or more could be kept; "
            "nothing was written to “{path}”."
        ).format(**words)
    return _(
        "{people} people were counted, and {counts} counts of {k} or more are kept in “{path}”."
    ).format(**words)
