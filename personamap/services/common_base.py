"""What two versions of a project both come from, found among the older copies that were kept.

A copy serves when the other version holds all that was done up to it. One that is too old only
makes more to choose from; one that is too new would take back what the other never saw, so in
doubt it is the older one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from personamap.domain.project import Project
from personamap.edits.merging.merge import merge
from personamap.edits.merging.point import Point
from personamap.errors import PersonamapError
from personamap.i18n import _
from personamap.services.backup_words import kept_words
from personamap.services.backups import open_copy
from personamap.services.projects import Opened
from personamap.services.times import time_words
from personamap.storage.backups import older_copies
from personamap.storage.older_copy import OlderCopy

MOST_COPIES = 12
"""How many older copies are looked into; each costs as much as opening the file."""

Report = Callable[[int, int], None]


class Version(Struct, frozen=True):
    """A project and the file it is from, if any; `digest` names the bytes of that file."""

    project: Project
    path: Path | None = None
    digest: str = ""


class Base(Struct, frozen=True):
    """What two versions come from, and how that is told, in a sentence."""

    project: Project
    words: str
    path: Path | None = None


def version_of(opened: Opened) -> Version:
    """Return a file that was opened as one of two versions."""
    return Version(opened.project, opened.path, opened.digest)


def kept_copies(mine: Version, theirs: Version) -> tuple[OlderCopy, ...]:
    """Return the older copies of both files that open, mine before theirs, no bytes twice."""
    found = [*_copies_of(mine), *_copies_of(theirs)]
    return tuple({copy.digest: copy for copy in reversed(found)}.values())[::-1]


def find_base(mine: Version, theirs: Version, report: Report) -> Base | None:
    """Return the newest older copy from which both come, as far as can be told."""
    own, other = _copies_of(mine), _copies_of(theirs)
    shared = {copy.digest for copy in other}
    for copy in own:
        if copy.digest in shared or (theirs.digest and theirs.digest.startswith(copy.digest)):
            base = _read(copy)
            if base is not None:
                return base
    of_mine = Base(mine.project, _("Theirs has all of mine and goes on from it."), mine.path)
    of_theirs = Base(theirs.project, _("Mine has all of theirs and goes on from it."), theirs.path)
    return _by_content(of_mine, theirs.project, own, report) or _by_content(
        of_theirs, mine.project, other, report
    )


def base_of(copy: OlderCopy) -> Base:
    """Read an older copy as what both come from; raises when it no longer opens."""
    project = open_copy(copy).project
    words = _("Both come from the older copy of {time}, kept {occasion}.")
    named = words.format(time=time_words(copy.made), occasion=kept_words(copy))
    return Base(project, named, copy.path)


def _by_content(
    here: Base, there: Project, copies: Sequence[OlderCopy], report: Report
) -> Base | None:
    """Return the newest state of `here` whose every step `there` has as well."""
    newest = here
    for number, copy in enumerate(copies[:MOST_COPIES]):
        report(number, min(len(copies), MOST_COPIES))
        older = _read(copy)
        if older is None or not _steps(older.project, newest.project):
            continue
        # What was brought in may be from `there`: having it does not make it come from here.
        if copy.reason != "import" and _has_all(older.project, newest.project, there):
            return newest
        newest = older
    # Nothing tells whether `there` knows the oldest, unless it is nearer to that than to `here`.
    apart = len(_steps(here.project, there))
    return newest if len(_steps(newest.project, there)) < apart else None


def _has_all(before: Project, after: Project, there: Project) -> bool:
    """Tell whether nothing in `there` is as it was before, where it is not afterwards."""
    behind = {p.path for p in _steps(after, there)} - {p.path for p in _steps(before, there)}
    return not any(point.path in behind for point in _steps(before, after))


def _steps(before: Project, after: Project) -> tuple[Point, ...]:
    return merge(before, before, after).points


def _copies_of(version: Version) -> tuple[OlderCopy, ...]:
    if version.path is None:
        return ()
    return tuple(copy for copy in older_copies(version.path) if copy.opens)


def _read(copy: OlderCopy) -> Base | None:
    try:
        return base_of(copy)
    except PersonamapError:
        return None
