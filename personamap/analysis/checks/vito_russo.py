"""The Vito Russo test: an LGBTQ+ person who is more than that and matters to the story."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.check import Check, Finding, Limits
from personamap.analysis.film_tests import FilmTest, ask, does
from personamap.analysis.index import ProjectIndex
from personamap.analysis.lives import pieces_of_life, single_story
from personamap.domain.persona import Persona
from personamap.domain.scene import NarrativeFunction
from personamap.i18n import N_

_MATTERS: tuple[NarrativeFunction, ...] = (
    "leads",
    "decides",
    "explains",
    "learns",
    "errs",
    "asks",
    "helps",
)


def _passes(index: ProjectIndex, persona: Persona) -> bool:
    return (
        does(index, persona, _MATTERS)
        and bool(pieces_of_life(persona))
        and not single_story(index, persona)
    )


_TEST = FilmTest(
    check="vito-russo",
    values={"orientation": frozenset(("straight",)), "trans_experience": frozenset(("same",))},
    passes=_passes,
    headline=N_("No LGBTQ+ person both moves the story and has a life beyond it"),
    message=N_(
        "Looked at: {names}. None of them leads, decides, explains, learns, errs, asks or helps "
        "and is told with more than one side of a life. In this cast, that is true of {others}. "
        "What would be missing without them? Is that what you intend?"
    ),
    alone=N_(
        "Looked at: {names}, nobody else. No scene is told yet in which they lead, decide, "
        "explain, learn, err, ask or help, or no more than one side of their life. In this cast, "
        "both are told of {others}. What would be missing without them? Is that what you intend?"
    ),
    summary=N_("0 of {people}"),
    beyond=True,
)


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    yield from ask(index, _TEST)


VITO_RUSSO = Check(
    id="vito-russo",
    title=N_("Vito Russo: LGBTQ+ people who matter to the story"),
    why=N_(
        "Where somebody is only there to be gay or trans, and nothing would change without them, "
        "the story is about others. Those who are like them notice."
    ),
    source=N_("GLAAD, “Studio Responsibility Index”, 2013: the Vito Russo Test"),
    find=_find,
    most=1,
    area="tests",
    reads=frozenset(("facets", "cast", "answers", "lives", "texts", "experiences", "scenes")),
)
