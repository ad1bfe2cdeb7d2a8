"""Tests of the Bechdel kind: whether one person of a group, at least, has a story of their own.

Each takes one group of people, as they say themselves, and looks for one
of them who passes. While nobody else in the cast passes either, the cast
is unfinished rather than uneven, and nothing is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.bits import mask_of
from personamap.analysis.check import Finding
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.domain.persona import Persona
from personamap.domain.scene import NarrativeFunction

OWN_DEEDS: tuple[NarrativeFunction, ...] = ("leads", "decides", "learns", "errs", "asks")
"""What somebody does for themselves, and not so that somebody else learns or is helped."""

Passes = Callable[[ProjectIndex, Persona], bool]


class FilmTest(Struct, frozen=True):
    """A question asked about a group: whom it is about, who passes, and how it is told.

    `values` are the values of a facet that make the group. With `beyond`
    they are those that do not: everyone who says something else is in it.
    `alone` is the message where there is one such person.
    """

    check: str
    values: Mapping[str, frozenset[str]]
    passes: Passes
    headline: str
    message: str
    alone: str
    summary: str
    beyond: bool = False


def people_of(index: ProjectIndex, test: FilmTest) -> int:
    """Return the people a test is about, one bit a person; a blank is never one of them."""
    people = 0
    for facet_id, named in test.values.items():
        count = index.counts.get(facet_id)
        for value_id, mask in count.masks.items() if count else ():
            if (value_id in named) != test.beyond:
                people |= mask
    return people


def ask(index: ProjectIndex, test: FilmTest) -> Iterator[Finding]:
    """Tell it if none of these people passes, and somebody else does."""
    people = people_of(index, test)
    if not people:
        return
    passing = (persona.id for persona in index.cast if test.passes(index, persona))
    passed = mask_of(passing, index.places)
    if passed and not passed & people:
        yield _finding(index, test, people, passed)


def wants(persona: Persona) -> bool:
    """Tell whether somebody has a goal or a motivation of their own."""
    return bool(persona.goals or persona.motivations)


def changes(persona: Persona) -> bool:
    """Tell whether somebody ends elsewhere than they began, or turns on the way."""
    arc = persona.belonging
    moved = arc.start is not None and arc.end is not None and arc.start != arc.end
    return moved or bool(arc.turning_points)


def does(index: ProjectIndex, persona: Persona, functions: Sequence[NarrativeFunction]) -> bool:
    """Tell whether somebody does one of these anywhere in the story."""
    return bool(index.deeds.doers(functions) >> index.places[persona.id] & 1)


def _finding(index: ProjectIndex, test: FilmTest, people: int, passed: int) -> Finding:
    count, others = people.bit_count(), passed.bit_count()
    return Finding(
        key=f"{test.check}:cast",
        check=test.check,
        severity="note",
        headline=test.headline,
        message=test.message if count > 1 else test.alone,
        summary=test.summary,
        subjects=index.people_in(people),
        values={
            "names": index.names_in(people),
            "people": counted("person", count),
            "others": index.names_in(passed),
        },
        evidence={"asked": count, "passed": 0, "others": others},
        weight=0.45,
    )
