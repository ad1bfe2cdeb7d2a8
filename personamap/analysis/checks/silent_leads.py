"""People who lead or decide in a scene and say nothing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from personamap.analysis.check import Check, Finding, Limits, Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import scene_title
from personamap.analysis.part_proposals import speak_up
from personamap.analysis.speech import is_written, says_nothing
from personamap.domain.scene import Scene
from personamap.i18n import N_

_LEADING = frozenset(("leads", "decides"))


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    silent: dict[str, list[Scene]] = {}
    for scene in index.project.scenes:
        written = is_written(scene)
        for appearance in scene.appearances:
            leads = _LEADING.intersection(appearance.functions)
            if leads and appearance.persona in index.people and says_nothing(appearance, written):
                silent.setdefault(appearance.persona, []).append(scene)
    for persona_id, scenes in silent.items():
        yield _finding(index, persona_id, scenes)


def _finding(index: ProjectIndex, persona_id: str, scenes: Sequence[Scene]) -> Finding:
    known = {scene.id: scene for scene in scenes}
    titles = tuple(dict.fromkeys(f"“{scene_title(scene)}”" for scene in known.values()))
    return Finding(
        key=f"silent-leads:{persona_id}",
        check="silent-leads",
        severity="imbalance",
        headline=N_("{name} leads or decides without a word"),
        message=N_(
            "In {titles} learners are told that {name} leads or decides, and they never hear it. "
            "Is that what you intend?"
        ),
        summary=N_("no lines in {count} of their scenes"),
        subjects=(persona_id,),
        values={"name": index.name(persona_id), "titles": titles, "count": len(known)},
        evidence={"count": len(known), "scenes": tuple(sorted(known))},
        weight=min(1.0, 0.4 + 0.1 * len(known)),
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    return speak_up(index, finding.subjects[0])


SILENT_LEADS = Check(
    id="silent-leads",
    title=N_("Leading without a word"),
    why=N_(
        "Authority is heard. Somebody who is said to lead and never speaks lends the story a face "
        "and leaves the say to others."
    ),
    source=N_(
        "Christopher F. Karpowitz and Tali Mendelberg, The Silent Sex: Gender, Deliberation, and "
        "Institutions, 2014"
    ),
    find=_find,
    propose=_propose,
    most=10,
    area="voice",
    reads=frozenset(("cast", "scenes")),
)
