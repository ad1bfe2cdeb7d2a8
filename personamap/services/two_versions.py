"""What is on screen and what stands in another file, side by side, and one project of both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from personamap.analysis.differences import readable
from personamap.domain.project import Project
from personamap.edits.merging.merge import Merged, merge
from personamap.edits.merging.point import Choices, Point
from personamap.i18n import _
from personamap.services.common_base import (
    Base,
    Version,
    base_of,
    find_base,
    kept_copies,
    version_of,
)
from personamap.services.conflict_notes import with_notes
from personamap.services.projects import open_project
from personamap.storage.older_copy import OlderCopy

Report = Callable[[int, int], None]


class TwoVersions(Struct, frozen=True):
    """Mine and theirs, what both come from if that is known, and what a merge makes of them.

    `copies` are the older copies through which they could be compared as well.
    """

    mine: Version
    theirs: Version
    base: Base | None
    copies: tuple[OlderCopy, ...]
    merged: Merged

    @property
    def points(self) -> tuple[Point, ...]:
        """Everything that theirs would bring, and everything both changed."""
        return readable(self.merged.points)

    @property
    def are_the_same(self) -> bool:
        """Tell whether the two hold the same."""
        return self.mine.project == self.theirs.project


def read_two(mine: Version, path: Path, base: Base | None, report: Report) -> TwoVersions:
    """Read another file and compare it with mine; without a base, look for one."""
    return compared_with(mine, version_of(open_project(path)), base, report)


def compared_with(mine: Version, theirs: Version, base: Base | None, report: Report) -> TwoVersions:
    """Compare another version with mine; without a base, look for one."""
    return _compared(mine, theirs, base or find_base(mine, theirs, report), report)


def compared_through(two: TwoVersions, base: Base | None, report: Report) -> TwoVersions:
    """Compare the same two through another version, or without knowing what they come from."""
    return _compared(two.mine, two.theirs, base, report)


def through_copy(two: TwoVersions, copy: OlderCopy, report: Report) -> TwoVersions:
    """Compare the same two through an older copy."""
    return _compared(two.mine, two.theirs, base_of(copy), report)


def through_file(two: TwoVersions, path: Path, report: Report) -> TwoVersions:
    """Compare the same two through a project that somebody chose."""
    words = _("Both come from “{file}”, as you chose.").format(file=path.name)
    return _compared(two.mine, two.theirs, Base(open_project(path).project, words, path), report)


def merged_with(two: TwoVersions, choices: Choices) -> TwoVersions:
    """Merge the same two as somebody chose."""
    return replace(two, merged=_merge(two.base, two.mine, two.theirs, choices))


def brought_together(two: TwoVersions, choices: Choices, name: str) -> Project:
    """Return one project of both; what nobody decided stays mine, and a comment keeps theirs."""
    undecided = [p for p in two.points if p.is_conflict and p.path not in choices]
    sides = (two.mine.project, two.theirs.project)
    return with_notes(two.merged.project, sides, undecided, name)


def _compared(mine: Version, theirs: Version, base: Base | None, report: Report) -> TwoVersions:
    report(0, 0)  # Somebody may have gone on to something else while a file was read.
    merged = _merge(base, mine, theirs, {})
    return TwoVersions(mine, theirs, base, kept_copies(mine, theirs), merged)


def _merge(base: Base | None, mine: Version, theirs: Version, choices: Choices) -> Merged:
    return merge(base.project if base else None, mine.project, theirs.project, choices)
