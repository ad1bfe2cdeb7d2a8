"""What differs between two versions of a project, item by item and field by field, in words."""

from __future__ import annotations

from collections.abc import Iterable

from personamap.analysis.differences.summary import summary
from personamap.analysis.differences.telling import Difference, Telling
from personamap.domain.project import Project
from personamap.edits.merging.merge import merge
from personamap.edits.merging.point import Point

__all__ = ["Difference", "differences", "readable", "summary", "told"]


def differences(before: Project, after: Project) -> tuple[Difference, ...]:
    """Return everything in which `after` is not as `before`; items are the same by their ids.

    Pictures are told where they are shown, not for themselves.
    """
    return told(before, after, merge(before, before, after).points)


def told(mine: Project, theirs: Project, points: tuple[Point, ...]) -> tuple[Difference, ...]:
    """Return the points of a merge as differences, without what nobody can read."""
    telling = Telling(mine, theirs)
    return tuple(telling.difference(point) for point in readable(points))


def readable(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points that a person can read about: a picture is told where it is shown."""
    return tuple(point for point in points if point.part != "media")
