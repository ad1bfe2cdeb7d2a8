"""The Mako Mori test: a woman who wants something and is changed by the story."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.check import Check, Finding, Limits
from personamap.analysis.film_tests import FilmTest, ask, changes, wants
from personamap.analysis.index import ProjectIndex
from personamap.domain.persona import Persona
from personamap.i18n import N_


def _passes(_index: ProjectIndex, persona: Persona) -> bool:
    return wants(persona) and changes(persona)


_TEST = FilmTest(
    check="mako-mori",
    values={"gender": frozenset(("woman",))},
    passes=_passes,
    headline=N_("No woman has a goal and a way of her own"),
    message=N_(
        "Looked at: {names}. None of them both wants something and ends elsewhere than she "
        "began. In this cast, that is told of {others}. Whether her way serves somebody else's "
        "story, only you can say. Is that what you intend?"
    ),
    alone=N_(
        "Looked at: {names}, nobody else. Nothing she wants is told yet, or no way from where she "
        "begins to where she ends. In this cast, both are told of {others}. Whether her way "
        "serves somebody else's story, only you can say. Is that what you intend?"
    ),
    summary=N_("0 of {people}"),
)


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    yield from ask(index, _TEST)


MAKO_MORI = Check(
    id="mako-mori",
    title=N_("Mako Mori: a woman with a way of her own"),
    why=N_(
        "Two women may talk to each other in every scene and still be there for somebody else's "
        "story. A goal and a turn of her own make one of them a person learners follow."
    ),
    source=N_(
        "Aja Romano, “The Mako Mori Test: ‘Pacific Rim’ inspires a Bechdel Test alternative”, "
        "The Daily Dot, 2013"
    ),
    find=_find,
    most=1,
    area="tests",
    reads=frozenset(("facets", "cast", "answers", "texts", "arcs")),
)
