"""People with no relationship, no shared experience and no shared scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.analysis.check import Check, Finding, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import cast_in, first_scene, share_experience, tie
from personamap.i18n import N_

NO_TIES = "unconnected-personas:cast"


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    alone = [persona for persona in index.cast if not index.is_connected(persona.id)]
    if len(index.cast) < 2:
        return
    if len(alone) == len(index.cast):
        yield _no_ties(index)
        return
    for persona in alone:
        yield Finding(
            key=f"unconnected-personas:{persona.id}",
            check="unconnected-personas",
            severity="imbalance",
            headline=N_("{name} is connected to nobody"),
            message=N_(
                "No relationship, no scene and no lived experience is shared with anybody else in "
                "the cast. Who knows {name}?"
            ),
            summary=N_("tied to 0 of {others}"),
            subjects=(persona.id,),
            values={
                "name": index.name(persona.id),
                "others": counted("other", len(index.cast) - 1),
            },
            evidence={"ties": 0, "cast": len(index.cast)},
            weight=0.2,
        )


def _no_ties(index: ProjectIndex) -> Finding:
    return Finding(
        key=NO_TIES,
        check="unconnected-personas",
        severity="note",
        headline=N_("Nobody is connected to anybody yet"),
        message=N_(
            "Relationships, shared scenes and shared experiences turn people into a cast. "
            "One is enough to begin with."
        ),
        summary=N_("0 ties among {people}"),
        values={"people": counted("person", len(index.cast))},
        evidence={"ties": 0, "cast": len(index.cast)},
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    if finding.key == NO_TIES:
        yield first_scene(index)
        yield from tie(index, index.cast[0].id)
        return
    persona_id = finding.subjects[0]
    yield from share_experience(index, persona_id)
    yield from cast_in(index, persona_id)
    yield from tie(index, persona_id)


UNCONNECTED_PERSONAS = Check(
    id="unconnected-personas",
    title=N_("People connected to nobody"),
    why=N_(
        "People belong with others. Somebody without any tie shows diversity standing beside "
        "the others, not belonging among them."
    ),
    source=N_(
        "Roy F. Baumeister and Mark R. Leary, “The Need to Belong”, Psychological Bulletin "
        "117 (3), 1995"
    ),
    find=_find,
    propose=_propose,
    area="connection",
    reads=frozenset(("cast", "lives", "experiences", "scenes", "relationships")),
)
