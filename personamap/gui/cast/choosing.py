"""Which personas the wall shows, and in which order: search, filter and sort."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Literal

from msgspec.structs import replace
from typing_extensions import override

from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.gui.cast.card import BLANKS
from personamap.gui.cast.narrowing import Mark, Narrowing
from personamap.i18n import N_

Order = Literal["cast", "name", "job.title", "brief", "blanks", "findings"]
_KINDS = ("stated", *BLANKS)

ORDERS: Mapping[Order, str] = {
    "cast": N_("Order of the cast"),
    "name": N_("Name"),
    "job.title": N_("Job title"),
    "blanks": N_("Most blanks first"),
    "findings": N_("Most findings first"),
}


_TEXTS: Mapping[str, Callable[[Persona], str]] = {
    "name": lambda persona: persona.name,
    "job.title": lambda persona: persona.job.title,
    "brief": lambda persona: persona.brief,
}
_COLUMNS: Mapping[str, Order] = {"name": "name", "job.title": "job.title", "brief": "brief"}
_Place = tuple[bool, str | int]
"""Whether somebody stands at the end whichever way round, and where they stand otherwise."""


class Choosing(Narrowing, frozen=True):
    """What a person asked to see on the wall; no part of the project.

    A mark is a facet id with one of its value ids, or with a kind of blank
    after a colon. With `by_facet`, people stand in the order of the values of
    that facet. Whoever has nothing to go by stands at the end, also `backwards`.
    """

    archived: bool = False
    order: Order = "cast"
    by_facet: str = ""
    backwards: bool = False

    @property
    def column(self) -> str:
        """What people are sorted by: a facet, or an order that may be a column of the sheet."""
        return self.by_facet or self.order

    def sorted_by(self, column: str, *, backwards: bool) -> Choosing:
        """Return the same choice by a column of the sheet, or in the order of the cast."""
        order = _COLUMNS.get(column)
        by_facet = "" if order else column
        return replace(self, order=order or "cast", by_facet=by_facet, backwards=backwards)

    @override
    def of_all(self) -> Choosing:
        return replace(self, words="", marks=frozenset(), archived=False)

    @property
    @override
    def narrows(self) -> bool:
        return bool(self.words.strip() or self.marks or self.archived)


def blank_mark(facet_id: str, state: str) -> Mark:
    """Return the mark of those who leave a facet blank in one way."""
    return facet_id, f":{state}"


def chosen_ids(
    project: Project, choosing: Choosing, findings: Callable[[str], int]
) -> tuple[str, ...]:
    """Return the ids of the personas to show, in order."""
    facets = project.active_facets
    people = [p for p in project.personas if p.archived == choosing.archived]
    words = choosing.words.casefold().split()
    if words:
        labels = {(f.id, value.id): value.label for f in facets for value in f.values}
        people = [p for p in people if _mentions(p, labels, words)]
    wanted = _by_facet(choosing.marks)
    if wanted:
        people = [p for p in people if _has_marks(p, project, wanted)]
    return tuple(p.id for p in _ordered(people, project, choosing, findings))


def _ordered(
    people: list[Persona], project: Project, choosing: Choosing, findings: Callable[[str], int]
) -> list[Persona]:
    facet = project.find_facet(choosing.by_facet)
    turned = choosing.backwards and facet is None
    if choosing.order in _TEXTS:
        text = _TEXTS[choosing.order]
        people = _sorted(people, lambda p: (not text(p).strip(), text(p).casefold()), turned)
    elif choosing.order == "blanks":
        facets = project.active_facets
        blanks = {p.id: sum(p.answer(f.id).is_blank for f in facets) for p in people}
        people = _sorted(people, lambda p: (False, -blanks[p.id]), turned)
    elif choosing.order == "findings":
        people = _sorted(people, lambda p: (False, -findings(p.id)), turned)
    elif turned:
        people = people[::-1]
    if facet is None:
        return people
    places = {value.id: at for at, value in enumerate(facet.values)}
    return _sorted(people, lambda p: _place_among(p, facet.id, places), choosing.backwards)


def _sorted(
    people: list[Persona], place: Callable[[Persona], _Place], backwards: bool
) -> list[Persona]:
    """Sort people, either way round with those at the end who have nothing to go by."""
    within = sorted(people, key=lambda p: place(p)[1], reverse=backwards)
    return sorted(within, key=lambda p: place(p)[0])


def _place_among(persona: Persona, facet_id: str, places: Mapping[str, int]) -> _Place:
    """Return where the first value somebody has stands, blanks of a kind together at the end."""
    answer = persona.answer(facet_id)
    if answer.is_blank:
        return True, _KINDS.index(answer.state)
    return False, min(
        (places.get(v, len(places)) for v in answer.counted_values), default=len(places)
    )


def _by_facet(marks: Collection[Mark]) -> dict[str, set[str]]:
    wanted: dict[str, set[str]] = {}
    for facet_id, mark in marks:
        wanted.setdefault(facet_id, set()).add(mark)
    return wanted


def _has_marks(persona: Persona, project: Project, wanted: Mapping[str, set[str]]) -> bool:
    return all(
        not _marks_of(persona, project.find_facet(facet_id), facet_id).isdisjoint(marks)
        for facet_id, marks in wanted.items()
    )


def _marks_of(persona: Persona, facet: Facet | None, facet_id: str) -> set[str]:
    answer = persona.answer(facet_id)
    if answer.is_blank:
        return {":undecided" if answer.state == "stated" else f":{answer.state}"}
    values = set(answer.counted_values)
    return values | {facet.group_of(value) for value in values} if facet else values


def _mentions(persona: Persona, labels: Mapping[Mark, str], words: Collection[str]) -> bool:
    answers = [answer for answer in persona.answers if answer.state == "stated"]
    texts = (
        persona.name,
        persona.called,
        persona.pronouns,
        persona.job.title,
        persona.job.department,
        persona.brief,
        *(labels.get((a.facet, value), "") for a in answers for value in a.counted_values),
        *(answer.own_words for answer in answers),
    )
    text = " ".join(texts).casefold()
    return all(word in text for word in words)
