"""Which columns of a table are counted, and by which facet: everything else is left unread."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from personamap.domain.base import Entity, Text
from personamap.domain.facet import FacetId

COUNT = "count"
"""Stands in a mapping of plain pairs for the column that says how many people a row is about."""


class CountedColumn(Entity):
    """A column and the facet it is counted by.

    `values` says which value of the facet a word of this table stands
    for, where the facet does not know it.
    """

    column: Text
    facet: FacetId
    values: dict[str, str] = Field(default_factory=dict)


class AudienceMapping(Entity):
    """The columns that are read, and the one that holds counts where rows are no single people."""

    columns: tuple[CountedColumn, ...] = ()
    count: Text = ""

    def with_column(self, column: str, facet: str) -> Self:
        """Return a mapping in which a column is counted by a facet, by none, or holds counts.

        A facet is counted from one column only: the one it was chosen for last.
        """
        rest = tuple(c for c in self.columns if c.column != column and c.facet != facet)
        if facet == COUNT:
            return self.evolve(columns=rest, count=column)
        count = "" if self.count == column else self.count
        chosen = (CountedColumn(column=column, facet=facet),) if facet else ()
        return self.evolve(columns=(*rest, *chosen), count=count)

    def with_word(self, column: str, word: str, value: str) -> Self:
        """Return a mapping in which a word of a column stands for a value, or for none again."""
        return self.evolve(
            columns=tuple(
                c.evolve(values=_worded(c.values, word, value)) if c.column == column else c
                for c in self.columns
            )
        )

    def target_of(self, column: str) -> str:
        """Return the facet a column is counted by, `count`, or nothing."""
        if column == self.count:
            return COUNT
        return next((c.facet for c in self.columns if c.column == column), "")


def _worded(values: dict[str, str], word: str, value: str) -> dict[str, str]:
    rest = {known: to for known, to in values.items() if known != word}
    return rest | {word: value} if value else rest
