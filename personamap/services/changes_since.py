"""What changed in the cast since a moment: whom or what, in which field, before and now.

Told is what the cast is and not what was said about it: comments, answers, decisions, sign-offs
and issues stand on pages of their own. Nor is it told where things stand on the map, in which
order people hang on the wall and in which colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from personamap.analysis.differences import readable, summary
from personamap.analysis.differences.contents import content_lines
from personamap.analysis.differences.telling import Difference, Telling
from personamap.domain.project import Project
from personamap.domain.review import HandOff, SignOff
from personamap.edits.merging.merge import merge
from personamap.edits.merging.point import Point
from personamap.errors import PersonamapError
from personamap.exporters.options import ExportOptions
from personamap.exporters.private import visible_project
from personamap.exporters.states import states_of
from personamap.i18n import _
from personamap.services.earlier_states import (
    EarlierState,
    Then,
    earlier_states,
    first_choice,
    then,
)
from personamap.storage.snapshots import as_kept

Sort = Literal["people", "scenes", "rest"]

_SORTS: Mapping[str, Sort] = {"personas": "people", "relationships": "people", "scenes": "scenes"}
_SAID = ("comments", "decisions", "reflections", "sign_offs", "hand_offs", "pins")
_PLACES = {
    "personas": "person",
    "experiences": "experience",
    "scenes": "scene",
    "facets": "facet",
    "course": "course",
    "aim": "coverage",
    "audiences": "coverage",
}
_ORDERS_THAT_TELL = ("scenes", "facets")


class Change(Struct, frozen=True):
    """One thing that is otherwise now; `place` and `item` lead to it, where it is still there."""

    told: Difference
    point: Point
    place: str
    item: str

    @property
    def sort(self) -> Sort:
        """What this is about: people, scenes, or the course with all that belongs to it."""
        return _SORTS.get(self.told.part, "rest")


class Compared(Struct, frozen=True):
    """The cast at a moment and now, both seen with the same eyes, and what differs."""

    before: Project
    now: Project
    telling: Telling
    changes: tuple[Change, ...]

    def in_full(self, change: Change) -> tuple[str, str]:
        """Return what stood there and what stands there now, in full."""
        if change.told.field:
            return self.telling.values(change.point)
        before, now = (
            "\n".join(content_lines(side, change.point)) for side in (self.before, self.now)
        )
        return before, now


class Since(Struct, frozen=True):
    """All there is to tell: what can be measured from, from what it was, and what came of it.

    Nothing was `compared` where nothing changed, or where nobody knows what it was like.
    """

    states: tuple[EarlierState, ...]
    then: Then | None
    compared: Compared | None
    summary: str
    note: str


def changes_since(project: Project, path: Path | None, wanted: str, known: Then | None) -> Since:
    """Tell what changed since the moment of that id, or since the newest there is.

    `known` is what was read last time: an older copy is not read again for every edit.
    """
    states = earlier_states(project, path)
    chosen = next((state for state in states if state.id == wanted), first_choice(states))
    if chosen is None:
        return Since((), None, None, "", "")
    try:
        is_known = known is not None and known.snapshot is not None and known.state == chosen
        found = known if known and is_known else then(project, chosen, path)
    except PersonamapError as error:
        return Since(states, Then(chosen, None), None, _("It can no longer be read."), str(error))
    return _told(states, found, project)


def _told(states: tuple[EarlierState, ...], found: Then, project: Project) -> Since:
    kept, snapshot = found.state.kept, found.snapshot
    if isinstance(kept, SignOff) and states_of(project, [kept.subject]) == (kept.state,):
        words = _("Nothing has changed: it is as it was signed.")
        return Since(states, found, None, words, "")
    if snapshot is None:
        return Since(states, found, None, _("Something has changed since."), _only_that())
    compared = _compared(found, snapshot.is_private, snapshot.project, project)
    line = summary(change.told for change in compared.changes)
    words = _("{summary}.").format(summary=line[:1].upper() + line[1:])
    return Since(states, found, compared, words, _note(found, snapshot.is_private))


def _compared(found: Then, is_private: bool, before: Project, project: Project) -> Compared:
    kept, now = found.state.kept, project
    if isinstance(kept, HandOff):
        reader = ExportOptions(reader="team" if is_private else "anyone", personas=kept.personas)
        now = as_kept(visible_project(project, reader))
    elif isinstance(kept, SignOff):
        anybody = ExportOptions(personas=(kept.subject,) if kept.subject else ())
        before, now = (visible_project(one, anybody) for one in (before, project))
    telling = Telling(before, now)
    points = (
        point
        for point in readable(merge(before, before, now).points)
        if _is_told(point)
        and not (isinstance(kept, HandOff) and _is_let_go(point))
        and _is_about(point, found.state.about, (before, now))
    )
    changes = tuple(_change(telling.difference(point), point, project) for point in points)
    return Compared(before, now, telling, changes)


def _is_told(point: Point) -> bool:
    match point.path:
        case (part, *_inner) if part in _SAID:
            return False
        case (part,) if point.kind == "moved":
            return part in _ORDERS_THAT_TELL
        case ("personas", _persona, "colour"):
            return False
    return True


def _is_let_go(point: Point) -> bool:
    """Tell whether an issue keeps too little: of a facet only the values that were answered.

    Another answer is no new value.
    """
    is_value = point.path[0] == "facets" and "values" in point.path[2:3]
    return is_value and point.kind != "changed"


def _is_about(point: Point, persona: str, sides: tuple[Project, Project]) -> bool:
    """Tell whether something is part of what was signed, which was one person or the whole."""
    if not persona or persona in point.path:
        return True
    if len(point.path) < len(("part", "id")):
        return False
    part, item = point.path[:2]
    return any(item in _ids_around(side, part, persona) for side in sides)


def _ids_around(project: Project, part: str, persona: str) -> Iterator[str]:
    """Yield the ids in one part of the project that belong to a person."""
    if part == "relationships":
        yield from (tie.id for tie in project.relationships if persona in (tie.source, tie.target))
    found = project.find_persona(persona)
    if part == "experiences" and found is not None:
        yield from (lived.experience for lived in found.experiences)


def _change(told: Difference, point: Point, project: Project) -> Change:
    part, item = told.part, told.id
    if part == "relationships":
        tie = next((tie for tie in project.relationships if tie.id == item), None)
        return Change(told, point, "person" if tie else "", tie.source if tie else "")
    place = _PLACES.get(part, "")
    if item and place != "coverage" and not any(one.id == item for one in getattr(project, part)):
        place = ""
    return Change(told, point, place, item if place else "")


def _note(found: Then, is_private: bool) -> str:
    match found.state.kept:
        case HandOff() if is_private:
            return _("An issue keeps what sheets are made of: no aims, and no audience.")
        case HandOff():
            return _(
                "This issue was for readers who see no private answers and no notes, so only what "
                "they may see is compared."
            )
        case SignOff():
            return _(
                "A sign-off keeps a fingerprint, and this has the same one: {record}. Compared is "
                "what reviewers may see."
            ).format(record=found.known_by)
        case _:
            return _("Compared with the copy as a whole, as it stood in the file.")


def _only_that() -> str:
    return _(
        "A sign-off keeps a fingerprint only, which tells that something is otherwise and not "
        "what. No issue and no older copy of this file here is as it was signed. Whoever records "
        "an issue with the sheets gets the words too."
    )
