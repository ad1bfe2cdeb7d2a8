"""The three-way merge of a project: what it gives, and what is left to choose."""

from __future__ import annotations

from dataclasses import dataclass

from personamap.domain.project import Project
from personamap.edits.merging.point import UNKNOWN, Choices, Point, Spot, Three
from personamap.edits.merging.walking import Walk

_NO_CHOICES: Choices = {}


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged project, and every point at which one of two sides had to be taken."""

    project: Project
    points: tuple[Point, ...]

    @property
    def conflicts(self) -> tuple[Point, ...]:
        """What both sides changed, each in another way."""
        return tuple(point for point in self.points if point.is_conflict)


def merge(
    base: Project | None, mine: Project, theirs: Project, choices: Choices = _NO_CHOICES
) -> Merged:
    """Bring what became of `base` in `theirs` into `mine`.

    Without `base` nobody knows who changed what: every field in which the
    two differ is a choice, and nothing is dropped.
    """
    many = frozenset(f.id for one in (mine, theirs) for f in one.facets if f.many)
    walk = Walk(choices, many)
    before = UNKNOWN if base is None else base
    project = walk.entity(Spot((), Project, ""), Three(before, mine, theirs))
    return Merged(project, tuple(walk.points))
