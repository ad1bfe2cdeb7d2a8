"""The edits of scenes that checks propose: who meets whom, who dares something, what turns.

Each looks at the snapshot that is current when it is applied, and leaves
alone what has been written there in the meantime.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from personamap.analysis.check import Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import scene_title
from personamap.analysis.proposals import ALTERNATIVES
from personamap.domain.persona import TurningPoint
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.edits.personas import set_persona_part
from personamap.edits.scenes import set_appearance, set_scene_field
from personamap.i18n import N_

_TURNING = frozenset(("learns", "decides", "errs"))
"""What somebody does in a scene that is likely to turn them."""


def bring_together(
    index: ProjectIndex, ones: Iterable[str], others: Sequence[str], most: int = ALTERNATIVES
) -> Iterator[Proposal]:
    """Propose that somebody of `ones` joins a scene of `others`, who is seen least first."""
    there = frozenset(others)
    scenes = [(s, here) for s in index.project.scenes if there & (here := _present(s))]
    busiest = sorted(scenes, key=lambda s: (-len(there & s[1]), len(s[1])))
    joining = sorted(ones, key=lambda p: len(index.appearances_of(p)))
    seats = (
        (scene, persona_id)
        for persona_id in joining
        for scene, here in busiest
        if persona_id not in here and scene.find_appearance(persona_id) is None
    )
    for _number, (scene, persona_id) in zip(range(most), seats, strict=False):
        values = {"name": index.name(persona_id), "scene": scene_title(scene)}
        edit = partial(set_appearance, scene_id=scene.id, appearance=Appearance(persona=persona_id))
        yield Proposal("function", N_("Put {name} into “{scene}”"), values, edit)


def take_risk(index: ProjectIndex, persona_id: str, scenes: Iterable[Scene]) -> Iterator[Proposal]:
    """Propose that a persona dares something too, in scenes they are in."""
    for scene in scenes:
        if persona_id not in _present(scene) or persona_id in scene.risk_takers:
            continue
        values = {"name": index.name(persona_id), "scene": scene_title(scene)}
        edit = partial(_add_risk_taker, scene_id=scene.id, who=persona_id)
        yield Proposal("function", N_("Let {name} take a risk in “{scene}” too"), values, edit)


def turn_in(index: ProjectIndex, persona_id: str) -> Iterator[Proposal]:
    """Propose scenes as the turning point of a persona, those first in which they learn."""
    there = [(s, a) for s, a in index.appearances_of(persona_id) if a.presence != "mentioned"]
    likely = sorted(there, key=lambda pair: not _TURNING.intersection(pair[1].functions))
    for scene, _appearance in likely[:ALTERNATIVES]:
        values = {"name": index.name(persona_id), "scene": scene_title(scene)}
        edit = partial(_add_turn, scene_id=scene.id, who=persona_id)
        yield Proposal("fill", N_("Name “{scene}” as what turns {name}"), values, edit)


def _present(scene: Scene) -> frozenset[str]:
    return frozenset(a.persona for a in scene.appearances if a.presence != "mentioned")


def _add_risk_taker(project: Project, scene_id: str, who: str) -> Project:
    scene = project.find_scene(scene_id)
    if scene is None or who in scene.risk_takers:
        return project
    return set_scene_field(project, scene_id, "risk_takers", (*scene.risk_takers, who))


def _add_turn(project: Project, scene_id: str, who: str) -> Project:
    arc = project.persona(who).belonging
    if project.find_scene(scene_id) is None or any(t.scene == scene_id for t in arc.turning_points):
        return project
    turns = (*arc.turning_points, TurningPoint(scene=scene_id))
    return set_persona_part(project, who, "belonging", "turning_points", turns)
