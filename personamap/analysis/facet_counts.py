"""Who has which value: one facet of one cast, counted on both levels.

Only `stated` answers count. The four blanks are kept apart by kind, and
so are people who answer in their own words alone, so that values, blanks
and words together always account for everyone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from msgspec import Struct

from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Answer, AnswerState, Persona

BLANKS: tuple[AnswerState, ...] = tuple(s for s in get_args(AnswerState) if s != "stated")
"""The answer states that never count as a value."""

NOBODY: tuple[str, ...] = ()


class FacetCount(Struct, frozen=True):
    """What a cast says on one facet, as persona ids in the order of the cast.

    `stated` holds every value as people gave it; `people` holds the first
    level, with details rolled up into it; `masks` holds the same as one
    bit a person. `extra` says, by place in the cast, how many first-level
    values beyond one a person has.
    """

    facet: Facet
    stated: Mapping[str, tuple[str, ...]]
    people: Mapping[str, tuple[str, ...]]
    masks: Mapping[str, int]
    blanks: Mapping[AnswerState, tuple[str, ...]]
    own_words: tuple[str, ...]
    extra: Mapping[int, int]

    def of(self, value_id: str) -> tuple[str, ...]:
        """Return who has a value; a first-level value includes its details."""
        rolled = self.people.get(value_id)
        return self.stated.get(value_id, NOBODY) if rolled is None else rolled

    @property
    def groups(self) -> tuple[FacetValue, ...]:
        """The values of the first level, with people or without."""
        return tuple(value for value in self.facet.values if value.id in self.people)

    def details(self, group_id: str) -> tuple[FacetValue, ...]:
        """Return the values that roll up into a group, without the group itself."""
        roots = roots_of(self.facet)
        return tuple(
            value
            for value in self.facet.values
            if value.id != group_id and roots[value.id] == group_id
        )

    def may_still_say(self) -> tuple[str, ...]:
        """Return whose answer is free to be filled in: undecided or open, never kept back."""
        return (*self.blanks["undecided"], *self.blanks["open"])


def roots_of(facet: Facet) -> dict[str, str]:
    """Return for each value the first-level value it rolls up into.

    A value whose parent is missing, or whose parents run in a circle,
    stands for itself: a doubtful facet still counts everybody once.
    """
    parents = {value.id: value.parent for value in facet.values}
    return {value_id: _root(value_id, parents) for value_id in parents}


def _root(value_id: str, parents: Mapping[str, str | None]) -> str:
    seen = {value_id}
    here = value_id
    while (above := parents[here]) is not None and above in parents:
        if above in seen:
            return value_id
        seen.add(above)
        here = above
    return here


class _Tally:
    """Fills in one `FacetCount`, one person after another."""

    def __init__(self, facet: Facet) -> None:
        self.facet = facet
        self.roots = roots_of(facet)
        self.stated: dict[str, list[str]] = {value.id: [] for value in facet.values}
        self.people: dict[str, list[str]] = {root: [] for root in self.roots.values()}
        self.masks = dict.fromkeys(self.people, 0)
        self.blanks: dict[AnswerState, list[str]] = {state: [] for state in BLANKS}
        self.own_words: list[str] = []
        self.extra: dict[int, int] = {}

    def add(self, place: int, persona_id: str, answer: Answer | None) -> None:
        if answer is None:
            self.blanks["undecided"].append(persona_id)
        elif answer.state != "stated":
            self.blanks[answer.state].append(persona_id)
        else:
            self._add_stated(place, persona_id, answer)

    def _add_stated(self, place: int, persona_id: str, answer: Answer) -> None:
        roots = self.roots
        values = {v.value for v in answer.values if v.value in roots}
        if not values:
            spoke = answer.own_words or answer.values
            (self.own_words if spoke else self.blanks["undecided"]).append(persona_id)
            return
        groups = {roots[value] for value in values}
        for value in values:
            self.stated[value].append(persona_id)
        for group in groups:
            self.people[group].append(persona_id)
            self.masks[group] |= 1 << place
        if len(groups) > 1:
            self.extra[place] = len(groups) - 1

    def count(self) -> FacetCount:
        return FacetCount(
            self.facet,
            {value: tuple(ids) for value, ids in self.stated.items()},
            {group: tuple(ids) for group, ids in self.people.items()},
            self.masks,
            {state: tuple(ids) for state, ids in self.blanks.items()},
            tuple(self.own_words),
            self.extra,
        )


def count_facets(
    cast: Sequence[Persona],
    facets: Sequence[Facet],
    kept: Mapping[str, FacetCount] = MappingProxyType({}),
) -> dict[str, FacetCount]:
    """Count a cast on these facets, going through the people once.

    Counts that are `kept` from before serve again while their facet is the same.
    """
    counts = {f.id: kept[f.id] for f in facets if f.id in kept and kept[f.id].facet is f}
    tallies = [(facet.id, _Tally(facet)) for facet in facets if facet.id not in counts]
    for place, persona in enumerate(cast if tallies else ()):
        answers = {answer.facet: answer for answer in persona.answers}
        for facet_id, tally in tallies:
            tally.add(place, persona.id, answers.get(facet_id))
    counts |= {facet_id: tally.count() for facet_id, tally in tallies}
    return {facet.id: counts[facet.id] for facet in facets}


def still_counted(
    before: Sequence[Persona], after: Sequence[Persona], counts: Mapping[str, FacetCount]
) -> Mapping[str, FacetCount]:
    """Return the counts of a cast that hold for it after some of its people were edited."""
    if [persona.id for persona in before] != [persona.id for persona in after]:
        return {}
    pairs = zip(before, after, strict=True)
    edited = set().union(*(_answered_anew(old, new) for old, new in pairs if old is not new))
    return {facet_id: count for facet_id, count in counts.items() if facet_id not in edited}


def _answered_anew(before: Persona, after: Persona) -> set[str]:
    """Return the facets on which a persona says something else than before."""
    old = {answer.facet: answer for answer in before.answers}
    new = {answer.facet: answer for answer in after.answers}
    return {facet for facet in old.keys() | new.keys() if old.get(facet) != new.get(facet)}


def counted_facets(facets: Sequence[Facet]) -> Iterator[Facet]:
    """Yield the facets that coverage counts. Pronouns are displayed and never counted."""
    for facet in facets:
        if facet.active and facet.counted and facet.id != "pronouns":
            yield facet
