"""Which column of a table goes where: a value people may edit, save and use again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import Field

from personamap.domain.base import Entity, Text
from personamap.domain.columns import ASPECTS, Aspect
from personamap.errors import MappingRefused
from personamap.i18n import _

NOTES = "notes"
LEAVE_OUT = "leave-out"
NEW_FACET = "new-facet"
FACET = "facet:"

_ASPECTS: dict[str, Aspect] = {aspect: aspect for aspect in ASPECTS}

Because = Literal["name", "near name", "values", "asked", "empty", "nothing fits"]


class ColumnUse(Entity):
    """Where one column goes, and why that was proposed.

    `goes_to` is a field of a persona (`brief`, `job.title`), a facet
    (`facet:gender`) or one aspect of its answer (`facet:gender/own_words`),
    `new-facet`, `notes` or `leave-out`. `values` says which value of the
    facet a word of this table stands for, where the facet does not know it.
    """

    column: Text
    goes_to: str = NOTES
    because: Because = "asked"
    values: dict[str, str] = Field(default_factory=dict)

    @property
    def facet(self) -> str:
        """The id of the facet this column speaks of, or nothing."""
        if not self.goes_to.startswith(FACET):
            return ""
        return self.goes_to.removeprefix(FACET).partition("/")[0]

    @property
    def aspect(self) -> Aspect:
        """What of the answer on that facet this column holds."""
        return _ASPECTS.get(self.goes_to.partition("/")[2], "values")

    def check_aspect(self) -> None:
        """Raise `MappingRefused` when what follows the facet is unknown."""
        wanted = self.goes_to.partition("/")[2] if self.facet else ""
        if wanted and wanted not in _ASPECTS:
            raise MappingRefused(
                _("“{aspect}” of “{column}” is none of {known}.").format(
                    aspect=wanted, column=self.column, known=", ".join(ASPECTS)
                )
            )


class ColumnMapping(Entity):
    """The uses of all columns; a column it does not name goes to the notes."""

    columns: tuple[ColumnUse, ...] = ()

    def use_of(self, column: str) -> ColumnUse:
        """Return where a column goes."""
        found = next((use for use in self.columns if use.column == column), None)
        return found or ColumnUse(column=column, because="nothing fits")

    def with_use(self, column: str, goes_to: str) -> Self:
        """Return a mapping in which somebody chose where a column goes."""
        old = self.use_of(column)
        if old.goes_to == goes_to and old in self.columns:
            return self
        new = ColumnUse(column=column, goes_to=goes_to)
        if old not in self.columns:
            return self.evolve(columns=(*self.columns, new))
        return self.evolve(columns=tuple(new if use is old else use for use in self.columns))

    def with_new_facets(self, columns: Iterable[str]) -> Self:
        """Return a mapping in which each of `columns` becomes a facet of its own."""
        mapping = self
        for column in columns:
            mapping = mapping.with_use(column, NEW_FACET)
        return mapping

    @property
    def has_names(self) -> bool:
        """Tell whether a column holds the names of people."""
        return any(use.goes_to.partition(".")[0] == "name" for use in self.columns)
