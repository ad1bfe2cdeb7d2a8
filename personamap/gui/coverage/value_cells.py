"""What one facet row shows: its values with their people, groups and details."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from personamap.analysis.facet_counts import FacetCount
from personamap.domain.facet import FacetValue
from personamap.i18n import _, in_digits, plural

MORE = "+"
"""The id of the cell that stands for values nobody has; no value can be called so."""

MOST_EMPTY = 12


class ValueCell(Struct, frozen=True):
    """One seat of a facet row; `hidden` counts the empty ones it stands for."""

    id: str
    label: str
    people: tuple[str, ...] = ()
    is_detail: bool = False
    starred: bool = False
    hidden: int = 0

    @property
    def caption(self) -> str:
        """How many people sit here, in words when nobody does."""
        return in_digits(len(self.people)) if self.people else _("nobody")

    @property
    def tone(self) -> str:
        """The colour of the label: quieter for details and for empty seats."""
        return "ink" if self.people and not self.is_detail else "ink3"

    @property
    def spoken(self) -> str:
        """The cell as a screen reader says it."""
        if self.hidden:
            return plural("{count} value nobody has", "{count} values nobody has", self.hidden)
        people = plural("{count} person", "{count} people", len(self.people))
        said = people if self.people else _("nobody")
        return _("{value}: {people}").format(value=self.label, people=said)


def cells_of(count: FacetCount, details: bool, everything: bool) -> list[ValueCell]:
    """Return the seats of a row: groups, with their details if wanted.

    A row with many empty seats shows the taken and the starred ones and
    says how many more nobody sits on, unless everything is wanted.
    """
    cells = list(_cells(count, details))
    empty = [cell for cell in cells if not cell.people and not cell.starred]
    if everything or len(empty) <= MOST_EMPTY:
        return cells
    more = plural("{count} more", "{count} more", len(empty))
    kept = [cell for cell in cells if cell.people or cell.starred]
    return [*kept, ValueCell(MORE, more, hidden=len(empty))]


def has_details(count: FacetCount) -> bool:
    """Tell whether a facet has two levels."""
    return len(count.people) < len(count.facet.values)


def _cells(count: FacetCount, details: bool) -> Iterator[ValueCell]:
    for group in count.groups:
        yield _cell(count, group, False)
        if details:
            yield from (_cell(count, value, True) for value in count.details(group.id))


def _cell(count: FacetCount, value: FacetValue, is_detail: bool) -> ValueCell:
    return ValueCell(value.id, value.label, count.of(value.id), is_detail, value.starred)
