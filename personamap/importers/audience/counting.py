"""From a table to an audience: counts that may be kept, and what to tell about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from personamap.analysis.disclosure.earlier import tables_of
from personamap.analysis.disclosure.publishing import (
    FEWEST_TO_CROSS,
    LEAST_SMALLEST,
    SMALLEST,
    Wanted,
    keep,
)
from personamap.analysis.disclosure.rings import (
    FacetPair,
    as_told_before,
    closes_ring,
    closes_ring_with,
    default_pairs,
)
from personamap.domain.audience import Audience
from personamap.domain.base import new_id
from personamap.domain.facet import Facet
from personamap.errors import AudienceRefused, MappingRefused
from personamap.i18n import _, in_digits, plural
from personamap.importers.apart.task import Wanted as StillWanted
from personamap.importers.audience import rows
from personamap.importers.audience.answering import Answered, ColumnReport, answered
from personamap.importers.audience.mapping import AudienceMapping
from personamap.importers.audience.memory import leave_no_core_file
from personamap.importers.audience.opening import open_rows


class Wishes(Struct, frozen=True):
    """What somebody wants of an audience beside its columns.

    Without `pairs`, the `preferred` ones are crossed as far as they form no
    ring, and the first facet that matters with each of the others.
    `crossed_before` are those of the audience this one replaces: whoever
    has both must find no ring either.
    """

    name: str = ""
    source: str = ""
    date: str = ""
    smallest: int = SMALLEST
    pairs: tuple[FacetPair, ...] = ()
    preferred: tuple[FacetPair, ...] = ()
    crossed_before: tuple[FacetPair, ...] = ()


class AudienceImport(Struct, frozen=True):
    """An audience ready to be added, the facets it needs, and what there is to say about it."""

    audience: Audience
    facets: tuple[Facet, ...]
    columns: tuple[ColumnReport, ...]
    notes: tuple[str, ...]


def count_audience(
    path: Path,
    mapping: AudienceMapping,
    facets: Mapping[str, Facet],
    wishes: Wishes,
    progress: rows.Progress,
) -> AudienceImport:
    """Read the mapped columns of a table and keep nothing of them but safe counts."""
    check_mapping(mapping, facets, wishes)
    columns = tuple(column.column for column in mapping.columns)
    wanted = rows.Wanted((*columns, *filter(None, (mapping.count,))), len(columns))
    leave_no_core_file()
    counts = open_rows(path, _as_wanted(progress)).count(wanted, progress)
    if not mapping.count:
        rows.check_apart(path.name, wanted, counts)
    found = answered(counts, mapping.columns, facets, wishes.smallest)
    del counts
    return _kept(path.name, found, facets, wishes)


def _as_wanted(progress: rows.Progress) -> StillWanted:
    """Return what asks whether to go on where nobody knows yet how much there is to read."""

    def is_wanted() -> bool:
        progress(0, 0)  # stops here, by raising, when the person does not want it any more
        return True

    return is_wanted


def check_mapping(mapping: AudienceMapping, facets: Mapping[str, Facet], wishes: Wishes) -> None:
    """Raise `MappingRefused` where a mapping names what is not there or may not be."""
    for problem in _problems(mapping, facets, wishes):
        raise MappingRefused(problem)


def _problems(
    mapping: AudienceMapping, facets: Mapping[str, Facet], wishes: Wishes
) -> Iterator[str]:
    if not mapping.columns:
        yield _("no column is counted by a facet yet. Choose at least one.")
    chosen = [column.facet for column in mapping.columns]
    for column in mapping.columns:
        facet = facets.get(column.facet)
        if facet is None:
            yield _("there is no facet “{facet}” for “{column}”; known are {facets}.").format(
                facet=column.facet, column=column.column, facets=", ".join(sorted(facets))
            )
        elif strange := [v for v in column.values.values() if facet.find_value(v) is None]:
            yield _("the facet “{facet}” has no value “{value}”; it has {values}.").format(
                facet=facet.id, value=strange[0], values=", ".join(v.id for v in facet.values)
            )
    if len(set(chosen)) < len(chosen):
        yield _("two columns are counted by one facet. Choose the better one.")
    yield from _limits(chosen, wishes)


def _limits(chosen: list[str], wishes: Wishes) -> Iterator[str]:
    if wishes.smallest < LEAST_SMALLEST:
        yield _(
            "counts of fewer than {least} people are never kept, so that nobody can be found in "
            "them. Choose {least} or more; {usual} is usual."
        ).format(least=LEAST_SMALLEST, usual=SMALLEST)
    if missing := [facet for pair in wishes.pairs for facet in pair if facet not in chosen]:
        yield _("“{facet}” cannot be crossed, because no column is counted by it.").format(
            facet=missing[0]
        )
    if ring := closes_ring(wishes.pairs):
        yield _(
            "crossing “{first}” with “{second}” too would let small groups be worked out from the "
            "other crossings. Leave one of them out."
        ).format(first=ring[0], second=ring[1])
    elif ring := closes_ring_with(wishes.crossed_before, wishes.pairs):
        yield _(
            "crossing “{first}” with “{second}” would let small groups be worked out together with "
            "the crossings of the audience it replaces. Leave it out, or remove that one first."
        ).format(first=ring[0], second=ring[1])


def _kept(
    table: str, found: Answered, facets: Mapping[str, Facet], wishes: Wishes
) -> AudienceImport:
    chosen = tuple(column.facet for column in found.columns)
    by_star = sorted(chosen, key=lambda facet: not facets[facet].starred)
    pairs = as_told_before(wishes.pairs, wishes.crossed_before) or default_pairs(
        by_star, wishes.preferred, wishes.crossed_before
    )
    kept = keep(found.profiles, Wanted(chosen, pairs, wishes.smallest))
    if kept.people < wishes.smallest:
        raise AudienceRefused(
            table,
            _(
                "it is about fewer than {smallest} people, and so few could be told apart. "
                "Choose a table of a larger group."
            ).format(smallest=wishes.smallest),
        )
    audience = Audience(
        id=new_id("aud"),
        name=wishes.name,
        source=wishes.source,
        date=wishes.date,
        people=kept.people,
        facets=chosen,
        groups=kept.groups,
        smallest_group=wishes.smallest,
        hidden=kept.hidden,
    )
    needed = tuple(facets[facet] for facet in chosen)
    tables = tables_of(kept.groups)
    totals = {facets: sum(counts.values()) for facets, counts in tables.items()}
    told = tuple(
        column.beside(totals.get((column.facet,), 0), wishes.smallest) for column in found.columns
    )
    return AudienceImport(audience, needed, told, tuple(_notes(audience, found)))


def _notes(audience: Audience, found: Answered) -> Iterator[str]:
    if found.unread:
        yield plural(
            "{count} row has no number of people that can be read, and was left out.",
            "{count} rows have no number of people that can be read, and were left out.",
            found.unread,
        )
    counted = {ref.facet for group in audience.groups for ref in group.values}
    for column in found.columns:
        if column.facet not in counted:
            yield _(
                "No count of “{column}” can be kept: its groups are too small, or their names "
                "are not known."
            ).format(column=column.column)
    if audience.people < FEWEST_TO_CROSS and len(found.columns) > 1:
        yield _(
            "Facets are counted one by one and not crossed, because fewer than {fewest} people "
            "are in this audience."
        ).format(fewest=in_digits(FEWEST_TO_CROSS))
