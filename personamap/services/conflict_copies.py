"""Which files beside a project are copies of it that hold something it does not."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.services.common_base import MOST_COPIES, Report, Version, version_of
from personamap.services.projects import open_project
from personamap.services.two_versions import TwoVersions, compared_with, through_copy
from personamap.storage.conflict_copies import Beside

MOST_LOOKED_INTO = 20
"""How many files beside a project are read; each costs as much as opening it."""


def copies_with_news(mine: Version, found: Iterable[Beside], report: Report) -> tuple[Path, ...]:
    """Return those of the conflict copies found beside a project that are worth comparing.

    One that was brought in before, or never had anything new, is not. They are
    only read: what becomes of them is for people to say.
    """
    first = islice(found, MOST_LOOKED_INTO)
    return tuple(beside.path for beside in first if _has_news(mine, beside, report))


def _has_news(mine: Version, beside: Beside, report: Report) -> bool:
    report(0, 0)  # Another project may be on screen by now.
    try:
        theirs = version_of(open_project(beside.path))
    except PersonamapError:
        # Comparing says why it cannot be read; a name given by hand is no conflict at all.
        return beside.is_certain
    if not beside.is_certain and not _are_of_one(mine.project, theirs.project):
        return False
    two = compared_with(mine, theirs, None, report)
    return bool(two.points) and not _is_all_here(two, report)


def _is_all_here(two: TwoVersions, report: Report) -> bool:
    """Tell whether mine has all that theirs changed since some version that was kept."""
    for copy in two.copies[:MOST_COPIES]:
        with suppress(PersonamapError):
            if not through_copy(two, copy, report).points:
                return True
    return False


def _are_of_one(mine: Project, theirs: Project) -> bool:
    """Tell whether both go back to one document: ids are drawn anew in every project."""
    return not _ids(mine).isdisjoint(_ids(theirs))


def _ids(project: Project) -> set[str]:
    items = (*project.personas, *project.scenes, *project.experiences, *project.relationships)
    return {item.id for item in items}
