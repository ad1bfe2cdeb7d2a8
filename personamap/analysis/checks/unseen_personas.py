"""People who appear in no scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.analysis.check import Check, Finding, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import cast_in, first_scene
from personamap.i18n import N_

NO_SCENES = "unseen-personas:cast"


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    unseen = [p for p in index.cast if not index.appearances_of(p.id)]
    if not index.project.scenes:
        if unseen:
            yield _no_scenes(index)
        return
    for persona in unseen:
        yield Finding(
            key=f"unseen-personas:{persona.id}",
            check="unseen-personas",
            severity="gap",
            headline=N_("{name} appears in no scene"),
            message=N_(
                "Scenes in this course: {scenes}. Learners meet {name} in none of them. "
                "Is that what you intend?"
            ),
            summary=N_("0 of {counted}"),
            subjects=(persona.id,),
            values={
                "name": index.name(persona.id),
                "scenes": len(index.project.scenes),
                "counted": counted("scene", len(index.project.scenes)),
            },
            evidence={"count": 0},
            weight=0.3,
        )


def _no_scenes(index: ProjectIndex) -> Finding:
    return Finding(
        key=NO_SCENES,
        check="unseen-personas",
        severity="note",
        headline=N_("There are no scenes yet"),
        message=N_(
            "That is fine while the cast is being built. Once there are scenes, this shows whom "
            "learners never meet."
        ),
        summary=N_("0 scenes for {people}"),
        values={"people": counted("person", len(index.cast))},
        evidence={"scenes": 0, "cast": len(index.cast)},
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    if finding.key == NO_SCENES:
        return (first_scene(index),)
    return cast_in(index, finding.subjects[0])


UNSEEN_PERSONAS = Check(
    id="unseen-personas",
    title=N_("People without a scene"),
    why=N_(
        "Representation is what learners see. A persona nobody meets cannot make anybody feel "
        "that they belong, and cannot change a decision."
    ),
    source=N_(
        "“Creating Belonging to Foster a Culture of Learning”, Training Industry Magazine, "
        "Summer 2024"
    ),
    find=_find,
    propose=_propose,
    area="position",
    reads=frozenset(("cast", "scenes")),
)
