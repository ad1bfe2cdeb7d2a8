"""A table and a mapping of its columns to people that can be added to a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from personamap.domain.columns import folded
from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.cast import Newcomers, colour_of
from personamap.errors import MappingRefused, NoNames
from personamap.i18n import _, plural
from personamap.importers.cast.beside import Around
from personamap.importers.cast.headings import FIELD_LABELS, ONLY_OURS
from personamap.importers.cast.lives import Lives
from personamap.importers.cast.mapping import (
    FACET,
    LEAVE_OUT,
    NEW_FACET,
    NOTES,
    ColumnMapping,
    ColumnUse,
)
from personamap.importers.cast.new_facets import facet_from_column
from personamap.importers.cast.people import PersonReader, Reading
from personamap.importers.cast.proposing import is_own_table
from personamap.importers.cast.report import CastImport, RowReport
from personamap.importers.cast.values import FacetWords
from personamap.importers.tables import Table

MANY_PEOPLE = 200
"""From here on a table is more likely a staff list than a cast."""

_SHOWN_NAMES = 5
_SHOWN_COLUMNS = 12


def import_table(
    project: Project,
    table: Table,
    mapping: ColumnMapping,
    facets: tuple[Facet, ...],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> CastImport:
    """Return the people of `table`, with every cell of it accounted for.

    `facets` are those a column may go to; the ones used that the project
    lacks come along as newcomers. Nothing that is there already changes.
    """
    _check(table, mapping, facets)
    mapping, made = _with_facets_made(table, mapping, facets)
    offered = {facet.id: facet for facet in (*facets, *made)}
    uses = tuple(mapping.use_of(column) for column in table.columns)
    reading = Reading(
        table=table.name,
        words=_words(uses, offered),
        lives=Lives(project.experiences),
        around=Around.of(project),
        taken_ids={persona.id for persona in project.personas},
        is_own=is_own_table(table),
    )
    people, reports = _people(table, uses, reading, progress)
    used = dict.fromkeys(use.facet for use in uses if use.facet)
    have = {facet.id for facet in project.facets}
    return CastImport(
        mapping=mapping,
        newcomers=Newcomers(
            personas=people,
            facets=tuple(offered[name] for name in used if name not in have),
            experiences=reading.lives.new,
        ),
        rows=reports,
        notes=(*table.notes, *_notes(project, uses, offered, people)),
    )


def _people(
    table: Table,
    uses: tuple[ColumnUse, ...],
    reading: Reading,
    progress: Callable[[int, int], None],
) -> tuple[tuple[Persona, ...], tuple[RowReport, ...]]:
    first = len(reading.taken_ids)
    people: list[Persona] = []
    reports: list[RowReport] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        progress(len(people), len(table.rows))
        colour = colour_of(first + len(people))
        reader = PersonReader(reading, number, colour)
        persona, report = reader.read(zip(uses, row, strict=True))
        people.append(persona)
        reports.append(report)
        reading.taken_ids.add(persona.id)
    return tuple(people), tuple(reports)


def _check(table: Table, mapping: ColumnMapping, facets: tuple[Facet, ...]) -> None:
    known_facets = {facet.id for facet in facets}
    for use in mapping.columns:
        use.check_aspect()
        if use.column not in table.columns:
            raise MappingRefused(
                _("“{table}” has no column “{column}”; it has {columns}.").format(
                    table=table.name, column=use.column, columns=_listed(table.columns)
                )
            )
        if use.facet and use.facet not in known_facets:
            raise MappingRefused(
                _("there is no facet “{facet}” for “{column}”; known are {facets}.").format(
                    facet=use.facet, column=use.column, facets=", ".join(sorted(known_facets))
                )
            )
        if not use.facet and use.goes_to not in _TARGETS:
            raise MappingRefused(
                _("“{column}” cannot go to “{target}”; choose one of {targets}.").format(
                    column=use.column, target=use.goes_to, targets=", ".join(sorted(_TARGETS))
                )
            )
    if not mapping.has_names:
        raise NoNames(table.name, _listed(table.columns))


_TARGETS = frozenset({*FIELD_LABELS, *ONLY_OURS, NOTES, LEAVE_OUT, NEW_FACET, f"{FACET}…"})


def _with_facets_made(
    table: Table, mapping: ColumnMapping, facets: tuple[Facet, ...]
) -> tuple[ColumnMapping, tuple[Facet, ...]]:
    """Make the facets that were asked for, and send their columns there."""
    made: list[Facet] = []
    for use in mapping.columns:
        if use.goes_to == NEW_FACET:
            taken = {facet.id for facet in (*facets, *made)}
            cells = [cell for cell in table.cells(use.column) if cell.strip()]
            facet = facet_from_column(use.column, cells, taken)
            made.append(facet)
            mapping = mapping.with_use(use.column, f"{FACET}{facet.id}")
    return mapping, tuple(made)


def _words(uses: Iterable[ColumnUse], offered: dict[str, Facet]) -> dict[str, FacetWords]:
    words: dict[str, FacetWords] = {}
    for use in uses:
        if not use.facet or (use.facet in words and not use.values):
            continue
        facet = offered[use.facet]
        strange = [value for value in use.values.values() if facet.find_value(value) is None]
        if strange:
            raise MappingRefused(
                _("the facet “{facet}” has no value “{value}”; it has {values}.").format(
                    facet=facet.id,
                    value=strange[0],
                    values=", ".join(value.id for value in facet.values),
                )
            )
        words[use.facet] = FacetWords.of(facet, use.values)
    return words


def _notes(
    project: Project,
    uses: tuple[ColumnUse, ...],
    offered: dict[str, Facet],
    people: tuple[Persona, ...],
) -> tuple[str, ...]:
    return (*_guesses(uses, offered), *_size(people), *_twice(project, people))


def _guesses(uses: tuple[ColumnUse, ...], offered: dict[str, Facet]) -> Iterable[str]:
    reasons = {
        "values": _("“{column}” was taken for {target} because its values fit."),
        "near name": _("“{column}” was taken for {target}, a near spelling."),
    }
    for use in uses:
        if use.because in reasons:
            facet = offered.get(use.facet)
            target = facet.label if facet else _(FIELD_LABELS.get(use.goes_to, use.goes_to))
            yield reasons[use.because].format(column=use.column, target=target)


def _size(people: tuple[Persona, ...]) -> Iterable[str]:
    if len(people) > MANY_PEOPLE:
        yield plural(
            "{count} person came in.",
            "{count} people came in. A cast is rarely larger than a dozen, so check that this "
            "is a cast and not a list of staff: personas are invented people.",
            len(people),
        )


def _twice(project: Project, people: tuple[Persona, ...]) -> Iterable[str]:
    here = {folded(persona.name) for persona in project.personas}
    counts = Counter(folded(persona.name) for persona in people)
    again = {p.name: None for p in people if p.name and folded(p.name) in here}
    twice = {p.name: None for p in people if p.name and counts[folded(p.name)] > 1}
    if again:
        yield _("Already in the project, and added once more: {names}.").format(
            names=_listed(tuple(again), _SHOWN_NAMES)
        )
    if twice:
        yield _("More than once in the table: {names}.").format(
            names=_listed(tuple(twice), _SHOWN_NAMES)
        )


def _listed(names: tuple[str, ...], most: int = _SHOWN_COLUMNS) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
