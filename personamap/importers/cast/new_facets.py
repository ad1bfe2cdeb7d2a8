"""A column whose values fit no facet, as a facet of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from personamap.domain.columns import folded
from personamap.domain.facet import Facet, FacetValue
from personamap.edits.naming import facet_id_of, value_id_of
from personamap.errors import MappingRefused
from personamap.i18n import _
from personamap.importers.cast.cells import comma_parts, values_of

MOST_VALUES = 200
"""More different values than this are texts or names, which nobody can count."""

_LONGEST_LABEL = 200


def facet_from_column(column: str, cells: Sequence[str], taken: Collection[str]) -> Facet:
    """Return a facet with every different value of a column, in the order they appear."""
    several = any(len(values_of(cell)) > 1 for cell in cells)
    parts = [part for cell in cells for part in _parts(cell, by_comma=not several)]
    different = {folded(part): part for part in reversed(parts)}
    if len(different) > MOST_VALUES:
        raise MappingRefused(
            _(
                "“{column}” has {count} different values, too many for a facet. "
                "Let it go to the notes."
            ).format(column=column, count=len(different))
        )
    values: dict[str, FacetValue] = {}
    for text in reversed(different.values()):
        value_id = value_id_of(text, values)
        values[value_id] = _value(value_id, text)
    return Facet(
        id=facet_id_of(column, taken),
        label=column[:_LONGEST_LABEL],
        many=several or any(len(comma_parts(cell)) > 1 for cell in cells),
        values=tuple(values.values()),
    )


def _parts(cell: str, *, by_comma: bool) -> tuple[str, ...]:
    return comma_parts(cell) if by_comma else values_of(cell)


def _value(value_id: str, text: str) -> FacetValue:
    """Make a value; a very long one is cut for its label and found again by its synonym."""
    if len(text) <= _LONGEST_LABEL:
        return FacetValue(id=value_id, label=text)
    return FacetValue(id=value_id, label=text[: _LONGEST_LABEL - 1] + "…", synonyms=(text[:1000],))
