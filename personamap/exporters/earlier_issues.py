"""What a sheet said when it was last handed over, and so what is otherwise in it now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.review import HandOff
from personamap.domain.subjects import part_of
from personamap.exporters import wording
from personamap.exporters.change_rows import RowWords
from personamap.exporters.options import ExportOptions
from personamap.exporters.private import visible_project
from personamap.exporters.sheet_changes import SheetComparison
from personamap.exporters.sheet_outline import SheetOutline
from personamap.exporters.sheet_parts import ChangeList, Pair, Sheet
from personamap.i18n import _
from personamap.storage.snapshots import Snapshot, read_snapshot, snapshot_media

_UNTOLD = ("withheld", "undisclosed")


class EarlierIssue(Struct, frozen=True):
    """One issue and the cast as it was then, cut to what the present reader may see."""

    hand_off: HandOff
    project: Project
    sheets: SheetOutline
    was_cut: bool

    @property
    def day(self) -> str:
        """The day of this issue, in words."""
        return wording.dated(self.hand_off.date)

    def holds(self, persona_id: str) -> bool:
        """Tell whether somebody was handed over in this issue."""
        return persona_id in self.hand_off.personas and any(
            persona.id == persona_id for persona in self.project.cast
        )


class Marked(Struct, frozen=True):
    """A sheet with its marks, since which issue, and what changed in words."""

    sheet: Sheet
    since: EarlierIssue
    lines: tuple[Pair, ...]


class EarlierIssues:
    """Looks up what was handed over before, for one reader of one project.

    A cast that is the same as when it was last handed over is that issue,
    so what it changed is what changed since the one before: printed again,
    an issue looks as it did.
    """

    def __init__(self, project: Project, options: ExportOptions) -> None:
        self._project, self._options = project, options

    @cached_property
    def newest_first(self) -> tuple[EarlierIssue, ...]:
        """The issues there is something to compare with."""
        return tuple(self._read())

    @property
    def is_draft(self) -> bool:
        """Tell whether the cast has moved on since the issue whose number is on the pages."""
        numbers = [one.number for one in self._project.hand_offs]
        return any(issue.hand_off.number == max(numbers) for issue in self.newest_first)

    def marked(self, persona: Persona, sheet: Sheet) -> Marked | None:
        """Return the sheet with marks; nothing when it was never handed over."""
        for issue in self.newest_first:
            if issue.holds(persona.id):
                return self._compared(issue, persona, sheet)
        return None

    def with_changes(self, persona: Persona, sheet: Sheet) -> Sheet:
        """Return the sheet with marks and the list of what they stand for, where there are any."""
        found = self.marked(persona, sheet) if self._options.wants("changes") else None
        if found is None or not found.lines:
            return sheet
        number = found.since.hand_off.number
        changes = ChangeList(
            _("Changed since issue {number}").format(number=number),
            found.since.day,
            _("Changed since issue {number}, listed at the end").format(number=number),
            found.lines,
        )
        return replace(found.sheet, back=(*found.sheet.back, changes))

    def _read(self) -> Iterator[EarlierIssue]:
        recorded = sorted(self._project.hand_offs, key=lambda one: -one.number)
        for place, hand_off in enumerate(one for one in recorded if one.snapshot):
            media = self._project.find_media(hand_off.snapshot or "")
            snapshot = read_snapshot(media) if media else None
            if snapshot and not (place == 0 and self._is_this(snapshot)):
                yield self._issue(hand_off, snapshot)

    def _is_this(self, snapshot: Snapshot) -> bool:
        """Tell whether the cast is what was handed over, seen with the eyes of its readers."""
        reader = ExportOptions(reader="team" if snapshot.is_private else "anyone")
        now, then = (visible_project(one, reader) for one in (self._project, snapshot.project))
        return _digest(now) == _digest(then)

    def _issue(self, hand_off: HandOff, snapshot: Snapshot) -> EarlierIssue:
        # Quotes follow the language: a course said to be in another one is not reworded.
        language = self._project.course.language
        course = snapshot.project.course.evolve(language=language)
        seen = visible_project(snapshot.project.with_items(course=course), self._options)
        was_cut = self._options.sees_private and not snapshot.is_private
        return EarlierIssue(hand_off, seen, SheetOutline(seen, self._options), was_cut)

    def _compared(self, issue: EarlierIssue, persona: Persona, sheet: Sheet) -> Marked:
        earlier = issue.project.persona(persona.id)
        words = RowWords(self._project.course.language, _untold(persona), issue.was_cut)
        comparison = SheetComparison(
            issue.sheets.sheet(earlier),
            sheet,
            words,
            drawn_anew=earlier.portrait != persona.portrait,
        )
        marked = comparison.marked()
        return Marked(marked, issue, tuple(comparison.lines))


def _digest(project: Project) -> str:
    return snapshot_media(Snapshot(project)).id


def _untold(persona: Persona) -> frozenset[str]:
    return frozenset(
        part_of(persona.id, answer.facet) for answer in persona.answers if answer.state in _UNTOLD
    )
