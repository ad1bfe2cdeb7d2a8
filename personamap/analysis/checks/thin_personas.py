"""People who are a list of answers and have no life yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.lives import pieces_of_life
from personamap.analysis.proposals import share_experience
from personamap.domain.persona import Persona
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    counted = set(index.counts)
    for persona in index.cast:
        answers = sum(a.facet in counted and not a.is_blank for a in persona.answers)
        pieces = pieces_of_life(persona)
        if answers >= limits["answers"] and pieces < limits["pieces"]:
            yield _finding(index, persona, answers, pieces)


def _finding(index: ProjectIndex, persona: Persona, answers: int, pieces: int) -> Finding:
    return Finding(
        key=f"thin-personas:{persona.id}",
        check="thin-personas",
        severity="gap",
        headline=N_("{name} has an identity and no life yet"),
        message=N_(
            "Facets answered: {answers}. Experiences, goals, strengths, flaws, feelings or lines "
            "of their own: {pieces}. What has {name} lived, and what do they want?"
        ),
        summary=N_("{answered}, {lived}"),
        subjects=(persona.id,),
        values={
            "name": index.name(persona.id),
            "answers": answers,
            "pieces": pieces,
            "answered": counted("answer", answers),
            "lived": counted("piece", pieces),
        },
        evidence={"answers": answers, "pieces": pieces},
        weight=min(1.0, answers / 20),
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    return share_experience(index, finding.subjects[0])


THIN_PERSONAS = Check(
    id="thin-personas",
    title=N_("An identity and no life"),
    why=N_(
        "A person who is only a bundle of tags becomes a stereotype, however well it is meant. "
        "Lives, wants and flaws make somebody out of it."
    ),
    source=N_("Chimamanda Ngozi Adichie, “The Danger of a Single Story”, TED, 2009"),
    find=_find,
    propose=_propose,
    limits=(
        Limit("answers", 1, N_("Answers from which a persona is looked at")),
        Limit("pieces", 1, N_("Pieces of a life that are enough")),
    ),
    area="roundness",
    reads=frozenset(("facets", "cast", "answers", "lives", "texts")),
)
