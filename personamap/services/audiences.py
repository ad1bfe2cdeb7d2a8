"""Bringing an audience into a project: proposing, counting, and holding it to the earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from personamap.analysis.disclosure.earlier import held_to_earlier, tables_of
from personamap.analysis.disclosure.publishing import keep_totals
from personamap.domain.audience import Audience
from personamap.domain.base import new_id
from personamap.domain.project import Project
from personamap.edits.audiences import set_audience
from personamap.i18n import _, in_digits
from personamap.importers.apart.task import Wanted, always
from personamap.importers.audience.answering import ColumnReport
from personamap.importers.audience.counting import AudienceImport, Wishes, count_audience
from personamap.importers.audience.mapping import COUNT, AudienceMapping
from personamap.importers.audience.proposing import AudienceSurvey, survey_table
from personamap.importers.audience.rows import Progress
from personamap.services.imports import offered_facets, read_mapping


def propose_audience(project: Project, path: Path, wanted: Wanted = always) -> AudienceSurvey:
    """Look at a table and propose which of its columns are counted by which facet."""
    return survey_table(path, offered_facets(project), wanted)


def read_audience(
    project: Project,
    path: Path,
    mapping: AudienceMapping,
    wishes: Wishes,
    progress: Progress = lambda _done, _total: None,
) -> AudienceImport:
    """Count a table as `mapping` says; the project stays as it is.

    Where the project has an audience, the new one is never finer: its
    smallest count is not below the earlier one, no small difference
    between the two can be told, and together they cross no ring of facets.
    """
    facets = {facet.id: facet for facet in offered_facets(project)}
    aimed = tuple((pair.first, pair.second) for pair in project.aim.pairs)
    wishes = replace(wishes, preferred=aimed)
    earlier = present_audience(project)
    if earlier is None:
        return count_audience(path, mapping, facets, wishes, progress)
    smallest = max(wishes.smallest, earlier.smallest_group)
    crossed = tuple((f[0], f[1]) for f in tables_of(earlier.groups) if len(f) == 2)
    wishes_now = replace(wishes, smallest=smallest, crossed_before=crossed)
    found = count_audience(path, mapping, facets, wishes_now, progress)
    return _held(found, earlier, wishes.smallest)


def _held(found: AudienceImport, earlier: Audience, wanted: int) -> AudienceImport:
    """Return what was found as coarse as it has to be beside the earlier audience, and say so."""
    held, smallest = held_to_earlier(found.audience, earlier), found.audience.smallest_group
    notes = [*found.notes]
    if smallest > wanted:
        notes.append(
            _("Counts below {smallest} stay hidden, as in the audience it replaces.").format(
                smallest=smallest
            )
        )
    if held != found.audience:
        notes.append(
            _(
                "Some counts stay as they were in the audience it replaces, because they changed "
                "by fewer than {smallest} people, who could be found by subtracting. To start "
                "anew, remove the audience first."
            ).format(smallest=smallest)
        )
    columns = found.columns if held == found.audience else _untold(found.columns, held)
    return replace(found, audience=held, columns=columns, notes=tuple(notes))


def _untold(columns: Sequence[ColumnReport], held: Audience) -> tuple[ColumnReport, ...]:
    """Return columns beside counts that stay as they were: what is in none of them is of now."""
    tables = tables_of(held.groups)
    return tuple(
        replace(
            column,
            counted=sum(tables.get((column.facet,), {}).values()),
            small=None,
            empty=None,
            unknown=None,
        )
        for column in columns
    )


def typed_audience(
    project: Project, about: Audience, totals: Mapping[str, Mapping[str, int]]
) -> AudienceImport:
    """Return an audience from numbers somebody typed: people a value, facet by facet.

    `about` says how many people there are and how small a count may be. The
    same rules hold as for a table, and the earlier audience is minded too.
    Where only what it says of itself is new, all its counts stay.
    """
    counts = {facet: told for facet, values in totals.items() if (told := _filled(values))}
    earlier = present_audience(project)
    if earlier and counts == totals_of(earlier) and _is_as_large(about, earlier):
        same = earlier.evolve(name=about.name, source=about.source, date=about.date)
        return AudienceImport(same, (), (), ())
    smallest = max(about.smallest_group, earlier.smallest_group if earlier else 0)
    kept = keep_totals(about.people, counts, smallest)
    typed = about.evolve(
        id=earlier.id if earlier else new_id("aud"),
        facets=tuple(counts),
        groups=kept.groups,
        people=kept.people,
        hidden=kept.hidden,
        smallest_group=smallest,
    )
    facets = tuple(facet for facet in offered_facets(project) if facet.id in counts)
    found = AudienceImport(typed, facets, (), tuple(_typed_notes(about, kept.people, earlier)))
    return _held(found, earlier, about.smallest_group) if earlier else found


def totals_of(audience: Audience) -> dict[str, dict[str, int]]:
    """Return the counts of single values by facet; crossings cannot be typed."""
    tables = tables_of(audience.groups)
    return {
        facets[0]: {key[0].value: people for key, people in counts.items() if len(key) == 1}
        for facets, counts in tables.items()
        if len(facets) == 1
    }


def _is_as_large(about: Audience, earlier: Audience) -> bool:
    told = (about.people, about.smallest_group)
    return told == (earlier.people, earlier.smallest_group)


def _typed_notes(about: Audience, people: int, earlier: Audience | None) -> Iterator[str]:
    if people > about.people > 0:
        yield _(
            "The numbers of one facet add up to {people}, so there are as many people in all."
        ).format(people=in_digits(people))
    if earlier and any(len(group.values) > 1 for group in earlier.groups):
        yield _(
            "Counts of several values at once came from a table. They cannot be typed, and are "
            "lost if you keep these."
        )


def _filled(values: Mapping[str, int]) -> dict[str, int]:
    return {value: people for value, people in values.items() if people}


def present_audience(project: Project) -> Audience | None:
    """Return the audience a project is held against now."""
    chosen = [a for a in project.audiences if a.id == project.aim.audience]
    return next(iter((*chosen, *project.audiences)), None)


def add_audience(project: Project, found: AudienceImport) -> Project:
    """Return `project` with an imported audience in place of any other."""
    return set_audience(project, found.audience, found.facets)


def load_audience_mapping(path: Path) -> AudienceMapping:
    """Read a mapping, as `--json` prints it or as plain `{"column": "facet"}`."""
    return read_mapping(path, AudienceMapping, _full)


def _full(written: Any) -> Any:
    if not isinstance(written, dict) or isinstance(written.get("columns"), list):
        columns = written.get("columns") if isinstance(written, dict) else written
        count = written.get("count", "") if isinstance(written, dict) else ""
        return {"columns": columns, "count": count}
    pairs = {column: facet for column, facet in written.items() if facet != COUNT}
    count = next((column for column, facet in written.items() if facet == COUNT), "")
    return {"columns": [{"column": c, "facet": f} for c, f in pairs.items()], "count": count}
