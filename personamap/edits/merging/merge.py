"""The three-way merge of a project: what it gives, and what is left to choose."""

from __future__ import annotations

from msgspec import Struct

from personamap.domain.changes import COLLECTIONS
from personamap.domain.project import Project
from personamap.edits.media import used_media
from personamap.edits.merging.mentions import Mentions
from personamap.edits.merging.own_ids import with_own_ids
from personamap.edits.merging.point import NOTHING, UNKNOWN, Choices, Point, Spot, Three
from personamap.edits.merging.removals import Removals, without
from personamap.edits.merging.walking import Walk

_NO_CHOICES: Choices = {}
_PARTS = tuple(Project.model_fields)


class Merged(Struct, frozen=True):
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

    What only one side changed is taken from it, what both changed stays as
    it is in mine, and nothing is dropped: `choices` says otherwise for
    single points. Without `base` nobody knows who changed what, so every
    field in which the two differ is a choice.
    """
    if base is None:
        points, project = _walked(None, mine, theirs, choices)
    else:
        removals = Removals(base, mine, with_own_ids(base, mine, theirs))
        removals.settle(choices)
        points, project = _walked(base, removals.mine, removals.theirs, choices)
        points = (*removals.points, *points)
    project = _without_unwanted(project, points, choices)
    in_order = sorted(points, key=lambda point: _PARTS.index(point.part))
    return Merged(_with_what_it_shows(project, (mine, theirs)), tuple(in_order))


def _walked(
    base: Project | None, mine: Project, theirs: Project, choices: Choices
) -> tuple[tuple[Point, ...], Project]:
    many = frozenset(f.id for one in (mine, theirs) for f in one.facets if f.many)
    walk = Walk(choices, many, (Mentions(base, mine), Mentions(base, theirs)))
    three = Three(UNKNOWN if base is None else base, mine, theirs)
    project: Project = walk.entity(Spot((), Project, ""), three)
    return tuple(walk.points), project


def _without_unwanted(project: Project, points: tuple[Point, ...], choices: Choices) -> Project:
    """Return `project` without what hangs on items that somebody chose to do without."""
    for point in points:
        unwanted = point.path in choices and point.three.of(point.taken) is NOTHING
        if unwanted and len(point.path) == len(("part", "id")) and point.part in COLLECTIONS:
            project = without(project, point.part, frozenset((point.path[1],)))
    return project


def _with_what_it_shows(project: Project, sides: tuple[Project, Project]) -> Project:
    """Return `project` with what it shows or speaks of where both sides had that.

    A picture is dropped by whoever shows it no longer while the other begins to show it.
    """
    missing = _missing_media(project).difference(*map(_missing_media, sides))
    found = {one.id: one for side in sides for one in side.media if one.id in missing}
    if found:
        project = project.with_items(media=(*project.media, *found.values()))
    if _is_held(project) or not all(map(_is_held, sides)):
        return project
    return project.with_items(aim=project.aim.evolve(audience=None))


def _missing_media(project: Project) -> set[str]:
    return used_media(project) - {media.id for media in project.media}


def _is_held(project: Project) -> bool:
    """Tell whether the audience a cast is held against, if any, is there."""
    against = project.aim.audience
    return against is None or any(audience.id == against for audience in project.audiences)
