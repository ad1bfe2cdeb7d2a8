"""Which personas the wall shows, and in which order: search, filter and sort."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.gui.cast.card import BLANKS, stated_labels
from personamap.i18n import N_

Order = Literal["cast", "name", "blanks", "findings"]
Mark = tuple[str, str]
"""A facet id with one of its value ids, or with a kind of blank after a colon."""

_KINDS = ("stated", *BLANKS)

ORDERS: Mapping[Order, str] = {
    "cast": N_("Order of the cast"),
    "name": N_("Name"),
    "blanks": N_("Most blanks first"),
    "findings": N_("Most findings first"),
}


@dataclass(frozen=True, slots=True)
class Choosing:
    """What a person asked to see on the wall; no part of the project.

    Marks on one facet widen the choice, marks on several narrow it. With
    `by_facet`, people stand in the order of the values of that facet.
    """

    words: str = ""
    marks: frozenset[Mark] = frozenset()
    archived: bool = False
    order: Order = "cast"
    by_facet: str = ""

    @property
    def narrows(self) -> bool:
        """Tell whether anybody could be left out."""
        return bool(self.words.strip() or self.marks or self.archived)

    def with_mark(self, mark: Mark, wanted: bool) -> Choosing:
        """Return the same choice with one mark set or not."""
        return replace(self, marks=self.marks | {mark} if wanted else self.marks - {mark})


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
        people = [p for p in people if _mentions(p, facets, words)]
    wanted = _by_facet(choosing.marks)
    if wanted:
        people = [p for p in people if _has_marks(p, project, wanted)]
    match choosing.order:
        case "name":
            people.sort(key=lambda p: p.name.casefold())
        case "blanks":
            people.sort(key=lambda p: -sum(p.answer(f.id).is_blank for f in facets))
        case "findings":
            people.sort(key=lambda p: -findings(p.id))
        case "cast":
            pass
    facet = project.find_facet(choosing.by_facet)
    if facet is not None:
        places = {value.id: at for at, value in enumerate(facet.values)}
        people.sort(key=lambda p: _place_among(p, facet.id, places))
    return tuple(p.id for p in people)


def _place_among(persona: Persona, facet_id: str, places: Mapping[str, int]) -> tuple[int, int]:
    """Return where the first value somebody has stands, blanks of a kind together at the end."""
    answer = persona.answer(facet_id)
    if answer.is_blank:
        return len(places) + 1, _KINDS.index(answer.state)
    return min((places.get(v, len(places)) for v in answer.counted_values), default=len(places)), 0


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


def _mentions(persona: Persona, facets: tuple[Facet, ...], words: Collection[str]) -> bool:
    texts = (
        persona.name,
        persona.called,
        persona.pronouns,
        persona.job.title,
        persona.job.department,
        persona.brief,
        *stated_labels(persona, facets),
        *(answer.own_words for answer in persona.answers if answer.state == "stated"),
    )
    text = " ".join(texts).casefold()
    return all(word in text for word in words)
