"""Who sits where in each course: the values of every facet, course beside course."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.catalogue.catalogue import Catalogue
from personamap.analysis.coverage import CoverageReport
from personamap.analysis.facet_counts import FacetCount
from personamap.domain.facet import FacetValue, ValueRef
from personamap.domain.scene import NarrativeFunction

Seat = tuple[str, ...] | None
"""People by their ids in the catalogue; nothing where a course does not count by the facet."""


class SeatRow(Struct, frozen=True):
    """A facet or one of its values, and who is there in each course.

    In the row of a facet sits everybody who says something on it. `depth`
    is 0 for a facet, 1 for a value and 2 for a detail; `below` says how
    many rows can be shown under this one.
    """

    id: str
    facet: str
    label: str
    depth: int
    seats: tuple[Seat, ...]
    everybody: tuple[str, ...]
    below: int = 0
    starred: bool = False


class Seats:
    """Reads the seats of a catalogue, of everybody or of those alone who do one thing."""

    def __init__(self, catalogue: Catalogue, function: NarrativeFunction | None = None) -> None:
        self.courses = tuple(
            _Course(report, ids, function)
            for report, ids in zip(catalogue.reports, catalogue.joined.ids, strict=True)
        )
        self._across = catalogue.across
        self.wholes = catalogue.across.facets
        index = catalogue.across.checked.index
        self._asked = (
            None if function is None else set(index.people_in(index.deeds.doing[function]))
        )

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many people are asked about in each course, and in all of them at the end."""
        everybody = self._across.project.cast if self._asked is None else self._asked
        return (*(course.size for course in self.courses), len(everybody))

    @property
    def that_matter(self) -> tuple[str, ...]:
        """The starred facets, or all where no star is set."""
        starred = tuple(count.facet.id for count in self.wholes if count.facet.starred)
        return starred or tuple(count.facet.id for count in self.wholes)

    def rows(self, opened: Collection[str]) -> tuple[SeatRow, ...]:
        """Return the facets, starred ones first; those in `opened` are followed by their values."""
        ordered = sorted(self.wholes, key=lambda count: not count.facet.starred)
        return tuple(row for count in ordered for row in self._of_facet(count, opened))

    def _of_facet(self, count: FacetCount, opened: Collection[str]) -> Iterator[SeatRow]:
        facet = count.facet
        yield SeatRow(
            id=facet.id,
            facet=facet.id,
            label=facet.label,
            depth=0,
            seats=tuple(course.stating(facet.id) for course in self.courses),
            everybody=self._wanted(stated(count)),
            below=len(count.groups),
            starred=facet.starred,
        )
        if facet.id in opened:
            for group in count.groups:
                yield from self._of_group(count, group, opened)

    def _of_group(
        self, count: FacetCount, group: FacetValue, opened: Collection[str]
    ) -> Iterator[SeatRow]:
        details = count.details(group.id)
        row = self._of_value(count, group, 1, len(details))
        yield row
        if row.id in opened:
            for value in details:
                yield self._of_value(count, value, 2, 0)

    def _of_value(self, count: FacetCount, value: FacetValue, depth: int, below: int) -> SeatRow:
        facet = count.facet.id
        return SeatRow(
            id=ValueRef(facet=facet, value=value.id).node,
            facet=facet,
            label=value.label,
            depth=depth,
            seats=tuple(course.having(facet, value.id) for course in self.courses),
            everybody=self._wanted(count.of(value.id)),
            below=below,
            starred=value.starred,
        )

    def _wanted(self, people: Sequence[str]) -> tuple[str, ...]:
        asked = self._asked
        return tuple(p for p in people if asked is None or p in asked)


class _Course:
    """The counts of one course, with people under their ids in the catalogue."""

    def __init__(
        self, report: CoverageReport, ids: Mapping[str, str], function: NarrativeFunction | None
    ) -> None:
        self._ids = ids
        self._counts = {count.facet.id: count for count in report.facets}
        index = report.checked.index
        self._asked = set(
            index.people_in(index.deeds.doing[function])
            if function is not None
            else (persona.id for persona in report.project.cast)
        )

    @property
    def size(self) -> int:
        return len(self._asked)

    def stating(self, facet_id: str) -> Seat:
        count = self._counts.get(facet_id)
        return None if count is None else self._seat(stated(count))

    def having(self, facet_id: str, value_id: str) -> Seat:
        count = self._counts.get(facet_id)
        return None if count is None else self._seat(count.of(value_id))

    def _seat(self, people: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._ids[p] for p in people if p in self._asked)


def stated(count: FacetCount) -> tuple[str, ...]:
    """Return who says something on a facet, in values or in own words, each once."""
    said = (person for people in count.people.values() for person in people)
    return tuple(dict.fromkeys((*said, *count.own_words)))
