"""The Bechdel-Wallace test: two named women who speak in the same scene."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.bits import mask_of
from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.speech import is_written, says_nothing
from personamap.analysis.story_proposals import bring_together
from personamap.domain.scene import Scene
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    women = _named_women(index)
    talks = [spoken for scene in index.project.scenes if _several(spoken := _speak(index, scene))]
    if women.bit_count() < limits["women"] or len(talks) < limits["scenes"]:
        return
    if not any(_several(spoken & women) for spoken in talks):
        yield _finding(index, women, len(talks))


def _named_women(index: ProjectIndex) -> int:
    count = index.counts.get("gender")
    women = count.masks.get("woman", 0) if count else 0
    return women & mask_of((p.id for p in index.cast if p.name), index.places)


def _speak(index: ProjectIndex, scene: Scene) -> int:
    written = is_written(scene)
    heard = (
        a.persona
        for a in scene.appearances
        if a.presence == "speaks" and not says_nothing(a, written)
    )
    return mask_of(heard, index.places)


def _several(people: int) -> bool:
    return people.bit_count() > 1


def _finding(index: ProjectIndex, women: int, talks: int) -> Finding:
    return Finding(
        key="bechdel-wallace:cast",
        check="bechdel-wallace",
        severity="note",
        headline=N_("No two women speak in the same scene"),
        message=N_(
            "The cast has {women} with a name, and in {scenes} at least two people "
            "speak: never two of {names}. What they would talk about cannot be counted here. "
            "Is that what you intend?"
        ),
        summary=N_("0 of {scenes}, {women}"),
        subjects=index.people_in(women),
        values={
            "names": index.names_in(women),
            "women": counted("woman", women.bit_count()),
            "scenes": counted("scene", talks),
        },
        evidence={"women": women.bit_count(), "together": 0, "talks": talks},
        weight=0.5,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterator[Proposal]:
    yield from bring_together(index, finding.subjects, finding.subjects)


BECHDEL_WALLACE = Check(
    id="bechdel-wallace",
    title=N_("Bechdel–Wallace: women who talk to each other"),
    why=N_(
        "Where women only ever speak to men, learners meet them as somebody's colleague and never "
        "among themselves. The test asks very little, and many stories do not pass it."
    ),
    source=N_("Alison Bechdel, “The Rule”, in Dykes to Watch Out For, 1985, after Liz Wallace"),
    find=_find,
    propose=_propose,
    limits=(
        Limit("women", 2, N_("Women with a name, at least")),
        Limit("scenes", 2, N_("Scenes in which two people or more speak, at least")),
    ),
    most=1,
    area="tests",
    reads=frozenset(("facets", "cast", "answers", "scenes")),
)
