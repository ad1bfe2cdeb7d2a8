"""The changes a solver may ask for, as edits and in words.

Fills come from `analysis.proposals`, which keeps to what nobody has
decided. Functions are added to what somebody does and never taken away.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct

from personamap.analysis.check import Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import scene_title
from personamap.analysis.part_proposals import doing, let_do
from personamap.analysis.proposals import newcomer, value_labels
from personamap.analysis.wording import Words, listed
from personamap.domain.facet import ValueRef
from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, NarrativeFunction, Scene
from personamap.edits.personas import add_persona
from personamap.edits.scenes import set_appearance
from personamap.i18n import N_, _

_PRESENCES = ("speaks", "silent")
NOBODY = ""
"""The id of somebody who is in no scene yet."""


class Part(Struct, frozen=True):
    """A function somebody is given in a scene."""

    scene: Scene
    function: NarrativeFunction


def part_for(index: ProjectIndex, persona_id: str, function: NarrativeFunction) -> Part | None:
    """Return where somebody can do one thing more: where they speak, else where they are silent.

    Of these, where the fewest do the same. Whoever is nowhere comes into
    the scene with the fewest people; a scene in which somebody is only
    talked about is no place for it.
    """
    there = index.appearances_of(persona_id)
    for presence in _PRESENCES:
        scenes = [scene for scene, appearance in there if appearance.presence == presence]
        if scenes:
            return Part(min(scenes, key=lambda scene: doing(scene, function)), function)
    known = {scene.id for scene, _appearance in there}
    others = [scene for scene in index.project.scenes if scene.id not in known]
    emptiest = min(others, key=lambda scene: len(scene.appearances), default=None)
    return Part(emptiest, function) if emptiest else None


def do_in_scene(
    project: Project, persona_id: str, scene_id: str, function: NarrativeFunction
) -> Project:
    """Return `project` with somebody doing one thing more in a scene, who comes into it if need be.

    A scene that has been removed in the meantime is left alone.
    """
    scene = project.find_scene(scene_id)
    if scene is None:
        return project
    old = scene.find_appearance(persona_id) or Appearance(persona=persona_id)
    if function in old.functions:
        return project
    new = old.evolve(functions=(*old.functions, function))
    return set_appearance(project, scene.id, new)


def take_part(index: ProjectIndex, persona_id: str, part: Part) -> Proposal:
    """Propose that somebody does one thing more in a scene."""
    edit = partial(
        do_in_scene, persona_id=persona_id, scene_id=part.scene.id, function=part.function
    )
    return let_do(index.name(persona_id), part.scene, part.function, edit)


def bring_in(
    index: ProjectIndex, seed: str, values: Sequence[ValueRef], parts: Sequence[Part] = ()
) -> Proposal:
    """Propose somebody new with what they are needed for, in answers and in scenes."""
    coming = newcomer(index, seed, values)
    words: dict[str, Words] = {
        "answers": listed(value_labels(index, values), most=len(values)),
        "parts": listed([_part_label(part) for part in parts], most=len(parts)),
    }
    message = N_("Add a person with {answers}")
    if parts:
        message = N_("Add a person with {answers}; in the story: {parts}")
        if not values:
            message = N_("Add a person; in the story: {parts}")
    edit = partial(add_newcomer, coming=coming, parts=tuple(parts))
    return Proposal("add", message, words, edit)


def add_newcomer(project: Project, coming: Persona, parts: Sequence[Part] = ()) -> Project:
    """Return `project` with somebody new, unless they are there already."""
    if project.find_persona(coming.id) is not None:
        return project
    project = add_persona(project, coming)
    for part in parts:
        project = do_in_scene(project, coming.id, part.scene.id, part.function)
    return project


def make_changes(project: Project, proposals: Sequence[Proposal]) -> Project:
    """Return `project` with several changes made, one after the other."""
    for proposal in proposals:
        project = proposal.edit(project)
    return project


def _part_label(part: Part) -> str:
    return _("{function} in “{scene}”").format(
        function=_(NARRATIVE_FUNCTIONS[part.function].text),
        scene=scene_title(part.scene),
    )
