"""The change list: what is otherwise in the whole cast since each person was last handed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.exporters import wording
from personamap.exporters.earlier_issues import EarlierIssue, EarlierIssues, Marked
from personamap.exporters.flow_blocks import Block, Chapter, Heading, Items, LabelText, Words
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline
from personamap.exporters.private import visible_project
from personamap.exporters.report import chosen_personas, empty_outline
from personamap.exporters.sheet_outline import SheetOutline
from personamap.i18n import _
from personamap.stopping import each

_KEY = "changes"


def change_outline(project: Project, options: ExportOptions) -> Outline:
    """Return who came, who went and what is told of whom in another way."""
    whole = replace(options, sections=())
    visible = visible_project(project, whole)
    people = chosen_personas(visible, whole)
    issues = EarlierIssues(project, whole)
    outline = empty_outline(visible, whole, _("Change list"), is_draft=issues.is_draft)
    title = _("Change list: {course}").format(course=outline.title)
    return replace(outline, title=title, chapters=(_chapter(visible, whole, people, issues),))


def _chapter(
    visible: Project, options: ExportOptions, people: Sequence[Persona], issues: EarlierIssues
) -> Chapter:
    if not issues.newest_first:
        return Chapter(_KEY, _("Nothing to compare with yet"), "", (Words(LabelText(_never())),))
    latest = issues.newest_first[0]
    title = _("Changed since issue {number}").format(number=latest.hand_off.number)
    sheets = SheetOutline(visible, options)
    found = {one.id: issues.marked(one, sheets.sheet(one)) for one in each(people)}
    blocks = (
        *_listed(_("New in the cast"), [one for one in people if found[one.id] is None]),
        *_gone(visible, latest, options),
        *(block for marked in found.values() if marked for block in _changed(marked, latest)),
        *_listed(_("As they were"), [one for one in people if _is_unchanged(found[one.id])]),
    )
    return Chapter(_KEY, title, _handed(latest), blocks)


def _never() -> str:
    return _(
        "No issue of these sheets has been recorded. When you hand them over, record it as an "
        "issue; from then on this list says what changed since."
    )


def _handed(issue: EarlierIssue) -> str:
    hand_off = issue.hand_off
    words = _("Handed to {name} on {day}.") if issue.day else _("Handed to {name}.")
    return words.format(name=hand_off.recipient, day=issue.day) if hand_off.recipient else issue.day


def _listed(title: str, people: Sequence[Persona]) -> Iterator[Block]:
    if people:
        yield Heading(2, LabelText(title))
        yield Items(tuple(_named(persona) for persona in people))


def _gone(visible: Project, latest: EarlierIssue, options: ExportOptions) -> Iterator[Block]:
    """Tell who is no longer in the cast; nothing where only some people were chosen."""
    here = {persona.id for persona in visible.cast}
    gone = [one for one in latest.project.cast if latest.holds(one.id) and one.id not in here]
    return _listed(_("No longer in the cast"), [] if options.personas else gone)


def _changed(marked: Marked, latest: EarlierIssue) -> Iterator[Block]:
    if not marked.lines:
        return
    yield Heading(2, marked.sheet.name)
    if marked.since is not latest:
        since = _("Since issue {number}, the last one with this sheet")
        yield Words(LabelText(since.format(number=marked.since.hand_off.number)), "note")
    yield Items(
        tuple(
            _("{label}: {text}").format(label=line.label, text=line.text) for line in marked.lines
        )
    )


def _is_unchanged(marked: Marked | None) -> bool:
    return marked is not None and not marked.lines


def _named(persona: Persona) -> str:
    name = persona.name or _("Nameless")
    return wording.capital(", ".join(filter(None, (name, persona.job.title))))
