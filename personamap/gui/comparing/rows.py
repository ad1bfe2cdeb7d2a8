"""The rows of a comparison: a person or thing, and below it every field in which it differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from personamap.analysis.differences.telling import Telling
from personamap.domain.changes import COLLECTIONS
from personamap.domain.project import Project
from personamap.edits.merging.choosing import sides_of
from personamap.edits.merging.point import Choices, Point, Side
from personamap.i18n import N_, _

_PARTS = tuple(Project.model_fields)
_TAKEN: Mapping[Side, str] = {"mine": N_("Mine"), "theirs": N_("Theirs"), "both": N_("Both")}
_MARKS: Mapping[str, str] = {
    "personas": "user",
    "facets": "list-filter",
    "experiences": "link",
    "relationships": "users",
    "scenes": "clapperboard",
    "comments": "message-circle",
    "decisions": "check",
    "sign_offs": "circle-check",
    "pins": "pin",
}


class Row(Struct, frozen=True):
    """One difference, and how it is settled so far."""

    point: Point
    decided: bool

    @property
    def waits(self) -> bool:
        """Tell whether both sides changed this and nobody has decided yet."""
        return self.point.is_conflict and not self.decided

    @property
    def sides(self) -> tuple[Side, ...]:
        """What can be chosen here."""
        return sides_of(self.point)

    @property
    def is_whole(self) -> bool:
        """Tell whether a whole member or item came or went, not the text of a field."""
        return self.point.kind in ("added", "removed")

    @property
    def is_item(self) -> bool:
        """Tell whether this is about a person or thing as a whole, not about a field of it."""
        return self.point.part in COLLECTIONS and len(self.point.path) == len(("part", "id"))

    @property
    def taken_words(self) -> str:
        """Say what stands here now."""
        taken = _(_TAKEN[self.point.taken])
        return _("{side}, to decide").format(side=taken) if self.waits else taken


class Group(Struct, frozen=True):
    """A person or thing with everything in which the two versions of it differ."""

    part: str
    title: str
    rows: tuple[Row, ...]

    @property
    def mark(self) -> str:
        """The icon that stands for this kind of thing."""
        return _MARKS.get(self.part, "file-text")

    @property
    def is_item(self) -> bool:
        """Tell whether all there is to it is that one version has it and the other does not."""
        return len(self.rows) == 1 and self.rows[0].is_item

    @property
    def waits(self) -> bool:
        """Tell whether something in it waits for a decision."""
        return any(row.waits for row in self.rows)


def groups_of(points: Iterable[Point], choices: Choices, telling: Telling) -> tuple[Group, ...]:
    """Return the points by what they are about; first what has conflicts, decided or not."""
    found: dict[tuple[str, str], list[Row]] = {}
    for point in points:
        row = Row(point, point.path in choices)
        found.setdefault((point.part, telling.item(point)), []).append(row)
    groups = [
        Group(part, telling.title(rows[0].point), tuple(_conflicts_first(rows)))
        for (part, _item), rows in found.items()
    ]
    return tuple(sorted(groups, key=lambda group: (not _has_conflict(group.rows), _at(group))))


def with_choices(
    groups: Iterable[Group], points: Iterable[Point], choices: Choices
) -> tuple[Group, ...]:
    """Return the same rows in the same places, as they are settled now."""
    now = {point.path: point for point in points}
    return tuple(
        replace(
            group,
            rows=tuple(Row(now[r.point.path], r.point.path in choices) for r in group.rows),
        )
        for group in groups
    )


def can_all_be(rows: Iterable[Row], side: Side) -> bool:
    """Tell whether a side can be chosen for all of these."""
    return all(side in row.sides for row in rows)


def _conflicts_first(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: not row.point.is_conflict)


def _has_conflict(rows: Iterable[Row]) -> bool:
    return any(row.point.is_conflict for row in rows)


def _at(group: Group) -> int:
    return _PARTS.index(group.part)
