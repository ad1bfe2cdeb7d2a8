"""What came of a merge: as data, as lines, and with comments on what was not taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from pydantic import Field

from personamap.analysis.differences import readable, summary, told
from personamap.analysis.differences.difference_answer import (
    ConflictAnswer,
    DifferenceAnswer,
    conflict_answers,
    difference_answers,
)
from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.difference_text import tell_conflicts, tell_differences
from personamap.cli.output import say
from personamap.domain.project import Project
from personamap.edits.merging.merge import Merged
from personamap.edits.merging.point import Point
from personamap.i18n import _, plural
from personamap.services.common_base import Base, Version
from personamap.services.conflict_notes import with_notes


class MergeAnswer(JsonAnswer):
    """What `merge --json` answers."""

    out: str
    summary: str
    taken: tuple[DifferenceAnswer, ...] = Field(description="What came in from theirs.")
    conflicts: tuple[ConflictAnswer, ...] = Field(
        description="What both changed, each in another way, or of which nobody knows who did."
    )
    noted: bool = Field(description="Whether comments in the new file keep what was not taken.")
    proposed_base: str | None = Field(
        description="Without BASE: the file from which both seem to come, if there is one."
    )


class MergeOutcome(Struct, frozen=True):
    """Two versions and what came of merging them; `proposed` is a base that was not named."""

    merged: Merged
    mine: Version
    theirs: Version
    proposed: Base | None

    @property
    def conflicts(self) -> tuple[Point, ...]:
        """What somebody has to look at."""
        return readable(self.merged.conflicts)

    def with_notes(self) -> Project:
        """Return the merged project with comments that keep what was not taken."""
        return with_notes(self.merged.project, self._sides, self.conflicts, self._name)

    def answer(self, out: Path, *, noted: bool) -> MergeAnswer:
        """Return the outcome as data."""
        proposed = self.proposed.path if self.proposed else None
        return MergeAnswer(
            out=str(out),
            summary=summary(told(*self._sides, self._taken)),
            taken=difference_answers(*self._sides, self._taken),
            conflicts=conflict_answers(*self._sides, self.conflicts),
            noted=noted and bool(self.conflicts),
            proposed_base=None if proposed is None else str(proposed),
        )

    def tell(self, *, noted: bool) -> None:
        """Say what was taken from theirs, then what somebody has to look at."""
        taken = told(*self._sides, self._taken)
        say(_("Taken from {file}: {summary}.").format(file=self._name, summary=summary(taken)))
        tell_differences(taken, self._name)
        if self.conflicts:
            count = len(self.conflicts)
            say(
                plural(
                    "{count} conflict, mine → theirs:", "{count} conflicts, mine → theirs:", count
                )
            )
            tell_conflicts(told(*self._sides, self.conflicts), self._name)
        for line in self._ending(noted=noted):
            say(line)

    @property
    def _sides(self) -> tuple[Project, Project]:
        return self.mine.project, self.theirs.project

    @property
    def _taken(self) -> tuple[Point, ...]:
        points = readable(self.merged.points)
        return tuple(p for p in points if not p.is_conflict and p.taken != "mine")

    @property
    def _name(self) -> str:
        return "" if self.theirs.path is None else self.theirs.path.name

    def _ending(self, *, noted: bool) -> Iterator[str]:
        if self.conflicts:
            yield _("Where there is a conflict mine was kept, and what one side removed stays.")
        if self.conflicts and noted:
            yield _("Comments in the new file keep what theirs says there.")
        if self.proposed is not None and self.proposed.path is not None:
            yield self.proposed.words
            yield _("To merge through it, name it first: personamap merge “{path}” …").format(
                path=self.proposed.path
            )
