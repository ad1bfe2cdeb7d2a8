"""People who are only ever mentioned, or there and never heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.part_proposals import speak_up
from personamap.analysis.speech import Heard
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    for place, heard in index.speech.heard.items():
        if not heard.present:
            yield _mentioned(index, index.cast[place].id, heard)
        elif heard.unheard == heard.present >= max(1, limits["scenes"]):
            yield _unheard(index, index.cast[place].id, heard)


def _mentioned(index: ProjectIndex, persona_id: str, heard: Heard) -> Finding:
    return Finding(
        key=f"never-heard:{persona_id}",
        check="never-heard",
        severity="imbalance",
        headline=N_("{name} is only ever talked about"),
        message=N_(
            "Others mention {name}, and learners never meet them. What would {name} say themselves?"
        ),
        summary=N_("mentioned {mentioned}, there 0 times"),
        subjects=(persona_id,),
        values={"name": index.name(persona_id), "mentioned": counted("time", heard.mentioned)},
        evidence={"count": 0, "mentioned": heard.mentioned},
        weight=0.8,
    )


def _unheard(index: ProjectIndex, persona_id: str, heard: Heard) -> Finding:
    return Finding(
        key=f"never-heard:{persona_id}",
        check="never-heard",
        severity="imbalance",
        headline=N_("{name} is there and never heard"),
        message=N_(
            "{name} is in the picture of {scenes} and has no line there. Is that what you intend?"
        ),
        summary=N_("there {times}, heard 0 times"),
        subjects=(persona_id,),
        values={
            "name": index.name(persona_id),
            "scenes": counted("scene", heard.present),
            "times": counted("time", heard.present),
        },
        evidence={"present": heard.present, "lines": 0},
        weight=0.6,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    return speak_up(index, finding.subjects[0])


NEVER_HEARD = Check(
    id="never-heard",
    title=N_("Seen or mentioned, and never heard"),
    why=N_(
        "People who are talked about, or stand in the picture, do not speak for themselves. "
        "A persona who is never heard shows that others do the talking."
    ),
    source=N_(
        "Gaye Tuchman, “The Symbolic Annihilation of Women by the Mass Media”, in Hearth and "
        "Home: Images of Women in the Mass Media, 1978"
    ),
    find=_find,
    propose=_propose,
    limits=(Limit("scenes", 2, N_("Scenes somebody is in without a line")),),
    most=10,
    area="voice",
    reads=frozenset(("cast", "scenes")),
)
