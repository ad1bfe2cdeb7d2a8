"""The Fries test: disabled people with goals of their own, who are not there to teach others."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.check import Check, Finding, Limits
from personamap.analysis.film_tests import OWN_DEEDS, FilmTest, ask, does, wants
from personamap.analysis.index import ProjectIndex
from personamap.domain.persona import Persona
from personamap.i18n import N_


def _passes(index: ProjectIndex, persona: Persona) -> bool:
    return wants(persona) and does(index, persona, OWN_DEEDS)


_TEST = FilmTest(
    check="fries",
    values={"disability": frozenset(("none",))},
    passes=_passes,
    headline=N_("No disabled person both wants something and acts on it"),
    message=N_(
        "Looked at: {names}. None of them has a goal of their own and leads, decides, learns, "
        "errs or asks in a scene. In this cast, that is told of {others}. Whether somebody is "
        "there to inspire or is cured in the end cannot be counted. Is that what you intend?"
    ),
    alone=N_(
        "Looked at: {names}, nobody else. No goal of their own is told yet, or no scene in which "
        "they lead, decide, learn, err or ask. In this cast, both are told of {others}. Whether "
        "somebody is there to inspire or is cured in the end cannot be counted. Is that what you "
        "intend?"
    ),
    summary=N_("0 of {people}"),
    beyond=True,
)


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    yield from ask(index, _TEST)


FRIES = Check(
    id="fries",
    title=N_("Fries: disabled people with a purpose of their own"),
    why=N_(
        "Disabled people in stories are often there so that others learn something, or so that "
        "they can be healed. One who wants something for themselves tells learners more "
        "than three who explain."
    ),
    source=N_("Kenny Fries, “The Fries Test: On Disability Representation in Our Culture”, 2017"),
    find=_find,
    most=1,
    area="tests",
    reads=frozenset(("facets", "cast", "answers", "texts", "scenes")),
)
