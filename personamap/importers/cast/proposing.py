"""Proposes where each column goes; people see it, and why, before anything happens."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from personamap.domain.columns import FIELD_COLUMNS, FacetColumn, facet_columns, folded
from personamap.domain.facet import Facet
from personamap.importers.cast.headings import (
    facets_named,
    field_of,
    heading_words,
    known_headings,
)
from personamap.importers.cast.mapping import FACET, ColumnMapping, ColumnUse
from personamap.importers.cast.values import FacetWords, near_spelling
from personamap.importers.tables import Table

OWN_TABLE = folded(next(column.heading for column in FIELD_COLUMNS if column.field == "id"))
"""The heading by which a table we wrote ourselves is known."""

ENOUGH = 0.8
"""The share of a column's cells that must name values of a facet before it is taken for it."""

_FEWEST_DIFFERENT = 2
_SAMPLE = 200
_OTHERS = (
    "audience boss child children client colleague customer customers daughter family father "
    "friend husband learners manager managers mother parents partner pronouns son spouse team "
    "user users wife"
)
_OTHER_PEOPLE = frozenset(_OTHERS.split())
"""Words of headings that speak of somebody else: such values say nothing about the persona."""

_OWN_WORDS = re.compile(r"(?:\s*\(|\s*[:–-]\s+)(?:in )?own words\)?$", re.IGNORECASE)
_ONE_LINE = frozenset(column.field for column in FIELD_COLUMNS if column.kind != "list") - {
    "brief",
    "notes",
}


def is_own_table(table: Table) -> bool:
    """Tell whether this program wrote the table."""
    return any(folded(column) == OWN_TABLE for column in table.columns)


def propose_mapping(table: Table, facets: tuple[Facet, ...]) -> ColumnMapping:
    """Return where each column of `table` could go, given the facets there are to fill."""
    own = _own_columns(table, facets)
    uses: list[ColumnUse] = []
    for column in table.columns:
        taken = {use.goes_to for use in uses}
        use = own.get(folded(column)) or _named(table, column, facets) or None
        if use is None or (use.goes_to in taken and _holds_one(use.goes_to)):
            use = ColumnUse(column=column, because="nothing fits")
        uses.append(use.evolve(column=column))
    return ColumnMapping(columns=tuple(_by_values(table, uses, facets)))


def _holds_one(goes_to: str) -> bool:
    return goes_to in _ONE_LINE or goes_to.startswith(FACET)


def _own_columns(table: Table, facets: tuple[Facet, ...]) -> dict[str, ColumnUse]:
    """Return the uses of columns that we wrote, by their exact headings."""
    if not is_own_table(table):
        return {}
    uses = {folded(column.heading): column.field for column in FIELD_COLUMNS}
    uses |= {folded(column.heading): _facet_use(column) for column in facet_columns(facets)}
    return {
        heading: ColumnUse(column=heading, goes_to=goes_to, because="name")
        for heading, goes_to in uses.items()
    }


def _facet_use(column: FacetColumn) -> str:
    plain = f"{FACET}{column.facet.id}"
    return plain if column.aspect == "values" else f"{plain}/{column.aspect}"


def _named(table: Table, column: str, facets: tuple[Facet, ...]) -> ColumnUse | None:
    found = _target(table, column, column, facets)
    if found:
        return ColumnUse(column=column, goes_to=found, because="name")
    slip = near_spelling(heading_words(column) or " ", known_headings(facets))
    found = _target(table, column, slip, facets) if slip else ""
    return ColumnUse(column=column, goes_to=found, because="near name") if found else None


def _target(table: Table, column: str, heading: str, facets: tuple[Facet, ...]) -> str:
    own_words = _OWN_WORDS.search(heading)
    if own_words:
        named = facets_named(heading[: own_words.start()], facets)
        return f"{FACET}{named[0].id}/own_words" if named else ""
    cells = _filled(table, column)
    named = facets_named(heading, facets)
    field = field_of(heading)
    if field == "age" and cells and not any(cell.strip()[:1].isdigit() for cell in cells):
        field = ""
    if field:
        return field
    if not named:
        return ""
    different = _different(cells)
    return FACET + max(named, key=lambda facet: _share(different, facet)).id


def _by_values(
    table: Table, uses: Sequence[ColumnUse], facets: tuple[Facet, ...]
) -> list[ColumnUse]:
    """Look at the cells of columns whose headings say nothing."""
    taken = {use.facet for use in uses}
    free = [facet for facet in facets if facet.active and facet.id not in taken]
    result = []
    for use in uses:
        if use.because == "nothing fits":
            result.append(_fitted(use, _filled(table, use.column), free))
            free = [facet for facet in free if facet.id != result[-1].facet]
        else:
            result.append(use)
    return result


def _fitted(use: ColumnUse, cells: list[str], free: Sequence[Facet]) -> ColumnUse:
    if not cells:
        return use.evolve(because="empty")
    if _OTHER_PEOPLE & set(heading_words(use.column).split()):
        return use
    different = _different(cells)
    best = _best(different, free) if len(different) >= _FEWEST_DIFFERENT else None
    return use.evolve(goes_to=f"{FACET}{best.id}", because="values") if best else use


def _filled(table: Table, column: str) -> list[str]:
    return [cell for cell in table.cells(column) if cell.strip()]


def _different(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the first different cells; that many tell what a column is about."""
    return tuple(itertools.islice(dict.fromkeys(map(str.strip, cells)), _SAMPLE))


def _share(different: Sequence[str], facet: Facet, *, by_label: bool = False) -> float:
    """Return which part of these cells a facet has values for."""
    words = FacetWords.of(facet)
    fitting = sum(words.fits(cell, by_label=by_label) for cell in different)
    return fitting / max(len(different), 1)


def _best(different: Sequence[str], facets: Sequence[Facet]) -> Facet | None:
    """Return the one facet whose own labels nearly all of these cells are."""
    shares = [(_share(different, facet, by_label=True), facet) for facet in facets]
    best = max((share for share, _facet in shares), default=0.0)
    fitting = [facet for share, facet in shares if share == best]
    return fitting[0] if best >= ENOUGH and len(fitting) == 1 else None
