"""The DuVernay test: people of colour with lives of their own, and not as scenery."""

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
    check="duvernay",
    values={"ethnicity_us": frozenset(("white",)), "ethnicity_uk": frozenset(("white",))},
    passes=_passes,
    headline=N_("No person of colour both wants something and acts on it"),
    message=N_(
        "Looked at: {names}. None of them has a goal of their own and leads, decides, learns, "
        "errs or asks in a scene. In this cast, that is told of {others}. Whether a life is "
        "fully told, only people who know it can say. Is that what you intend?"
    ),
    alone=N_(
        "Looked at: {names}, nobody else. No goal of their own is told yet, or no scene in which "
        "they lead, decide, learn, err or ask. In this cast, both are told of {others}. Whether "
        "a life is fully told, only people who know it can say. Is that what you intend?"
    ),
    summary=N_("0 of {people}"),
    beyond=True,
)


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    yield from ask(index, _TEST)


DUVERNAY = Check(
    id="duvernay",
    title=N_("DuVernay: people of colour with lives of their own"),
    why=N_(
        "A cast can look like its audience and still tell the story of one group, with "
        "everybody else as scenery in it."
    ),
    source=N_(
        "Manohla Dargis, “Sundance Fights Tide With Films Like ‘The Birth of a Nation’”, "
        "The New York Times, 2016"
    ),
    find=_find,
    most=1,
    area="tests",
    reads=frozenset(("facets", "cast", "answers", "texts", "scenes")),
)
