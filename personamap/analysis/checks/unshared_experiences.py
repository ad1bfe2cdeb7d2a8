"""Experiences that connect nobody, because one person or nobody has lived them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import experience_title
from personamap.analysis.proposals import ALTERNATIVES
from personamap.domain.experience import Experience
from personamap.edits.experiences import set_lived
from personamap.i18n import N_

ALONE = "unshared-experiences:cast"

_FIRST = N_("Let {name} have lived “{title}”")
_ALSO = N_("Let {name} have lived “{title}” too")


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    if len(index.cast) < limits["cast"]:
        return
    experiences = index.project.experiences
    for experience in experiences:
        if not index.sharers(experience.id):
            yield _lived_by_nobody(experience)
    alone = [e for e in experiences if len(index.sharers(e.id)) == 1]
    if len(alone) >= limits["alone"] and len(alone) > limits["share"] * len(experiences):
        yield _lived_alone(index, alone)


def _lived_by_nobody(experience: Experience) -> Finding:
    return Finding(
        key=f"unshared-experiences:{experience.id}",
        check="unshared-experiences",
        severity="note",
        headline=N_("Nobody in the cast has lived “{title}”"),
        message=N_("It is written and belongs to nobody yet. Whose story could it be?"),
        summary=N_("0 people"),
        subjects=(experience.id,),
        values={"title": experience_title(experience)},
        evidence={"lived_by": 0},
        weight=0.3,
    )


def _lived_alone(index: ProjectIndex, alone: Sequence[Experience]) -> Finding:
    every = len(index.project.experiences)
    return Finding(
        key=ALONE,
        check="unshared-experiences",
        severity="note",
        headline=N_("{count} of {experiences} connect nobody"),
        message=N_(
            "{titles}: one person each has lived them. An experience that two very different "
            "people share shows what they have in common. Who else could know one of these?"
        ),
        summary=N_("{count} of {experiences}"),
        subjects=tuple(experience.id for experience in alone),
        values={
            "titles": tuple(f"“{experience_title(e)}”" for e in alone),
            "count": len(alone),
            "experiences": counted("experience", every),
        },
        evidence={"alone": len(alone), "all": every},
        weight=0.2,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterator[Proposal]:
    """Offer those who have lived the fewest, whatever they answer: a life is not derived."""
    experience_id = finding.subjects[0]
    lived = index.sharers(experience_id)
    others = [persona.id for persona in index.cast if persona.id not in lived]
    experience = index.project.find_experience(experience_id)
    title = experience_title(experience) if experience else ""
    for persona_id in sorted(others, key=lambda p: len(index.experiences_of(p)))[:ALTERNATIVES]:
        values = {"name": index.name(persona_id), "title": title}
        edit = partial(set_lived, persona_id=persona_id, experience_id=experience_id, lived=True)
        yield Proposal("fill", _ALSO if lived else _FIRST, values, edit)


UNSHARED_EXPERIENCES = Check(
    id="unshared-experiences",
    title=N_("Experiences that connect nobody"),
    why=N_(
        "A persona map shows what people have in common under what sets them apart. An experience "
        "only one of them has lived is a good story, and ties nobody to anybody."
    ),
    source=N_(
        "“Creating Belonging to Foster a Culture of Learning”, Training Industry Magazine, "
        "Summer 2024"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("cast", 2, N_("People a cast needs to be asked")),
        Limit("alone", 2, N_("Experiences lived by one person only, at least")),
        Limit("share", 0.5, N_("Share of all experiences that may be lived by one person only")),
    ),
    most=6,
    area="connection",
    reads=frozenset(("cast", "lives", "experiences")),
)
