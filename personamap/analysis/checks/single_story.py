"""People all of whose story is their identity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from personamap.analysis.check import Check, Finding, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.lives import single_story
from personamap.analysis.proposals import share_experience, value_label
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Persona
from personamap.i18n import N_


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    for persona in index.cast:
        touched = single_story(index, persona)
        if touched:
            yield _finding(index, persona, touched)


def _finding(index: ProjectIndex, persona: Persona, touched: Sequence[ValueRef]) -> Finding:
    lived = index.experiences_of(persona.id)
    return Finding(
        key=f"single-story:{persona.id}",
        check="single-story",
        severity="imbalance",
        headline=N_("All of {name}'s story is who they are"),
        message=N_(
            "Everything {name} has lived touches {values}, and they have no goal, motivation or "
            "strength yet. What else is in their life?"
        ),
        summary=N_("{experiences}, 0 goals, motivations or strengths"),
        subjects=(persona.id, *lived),
        values={
            "name": index.name(persona.id),
            "values": tuple(value_label(index.project.facet(v.facet), v.value) for v in touched),
            "experiences": counted("experience", len(lived)),
        },
        evidence={"values": tuple(sorted(v.node for v in touched)), "count": len(lived)},
        weight=0.7,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    return share_experience(index, finding.subjects[0])


SINGLE_STORY = Check(
    id="single-story",
    title=N_("A story that is only an identity"),
    why=N_(
        "Somebody whose every trouble is their identity is there to be a case. People also fix "
        "bicycles, miss trains, want promotions and are good at things."
    ),
    source=N_("GLAAD, Studio Responsibility Index (the Vito Russo Test), 2013"),
    find=_find,
    propose=_propose,
    most=10,
    area="roundness",
    reads=frozenset(("facets", "cast", "answers", "lives", "texts", "experiences")),
)
