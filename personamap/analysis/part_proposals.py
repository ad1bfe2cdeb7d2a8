"""Proposals that change what people do in the scenes they are already in.

The story stays as it is: somebody does one thing more, two people of one
scene change places, or somebody who was silent is heard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from personamap.analysis.check import Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import scene_title
from personamap.analysis.proposals import ALTERNATIVES
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, NarrativeFunction, Scene
from personamap.edits.scenes import add_function, let_speak, pass_function
from personamap.i18n import N_

_GIVE: Mapping[NarrativeFunction, str] = {
    "leads": N_("Let {name} lead in “{scene}”"),
    "decides": N_("Let {name} decide in “{scene}”"),
    "explains": N_("Let {name} explain in “{scene}”"),
    "learns": N_("Let {name} learn something in “{scene}”"),
    "errs": N_("Let {name} make a mistake in “{scene}”"),
    "harms": N_("Let {name} be the one who harms in “{scene}”"),
    "is_harmed": N_("Let {name} be the one who is harmed in “{scene}”"),
    "is_helped": N_("Let {name} be helped in “{scene}”"),
    "helps": N_("Let {name} help in “{scene}”"),
    "asks": N_("Let {name} ask in “{scene}”"),
    "supports": N_("Let {name} support somebody in “{scene}”"),
    "background": N_("Let {name} stay in the background of “{scene}”"),
}
_PASS: Mapping[NarrativeFunction, str] = {
    "errs": N_("Let {other} make the mistake in “{scene}”, and not {name}"),
    "harms": N_("Let {other} be the one who harms in “{scene}”, and not {name}"),
    "is_harmed": N_("Let {other} be the one who is harmed in “{scene}”, and not {name}"),
    "is_helped": N_("Let {other} be helped in “{scene}”, and not {name}"),
}


def give_function(
    index: ProjectIndex, people: Iterable[str], functions: Sequence[NarrativeFunction]
) -> Iterator[Proposal]:
    """Propose that one of `people` does one of `functions` where they already appear.

    Everybody is offered once before anybody is offered again, in the
    scene where the fewest others do the same.
    """
    offers = [list(_offers(index, who, function)) for who in people for function in functions]
    turns = (offer[turn] for turn in range(ALTERNATIVES) for offer in offers if turn < len(offer))
    return islice(turns, ALTERNATIVES)


def pass_on(
    index: ProjectIndex,
    function: NarrativeFunction,
    givers: Sequence[str],
    takers: Sequence[str],
) -> Iterator[Proposal]:
    """Propose that somebody else of the same scene does what one of `givers` does there."""
    return islice(_exchanges(index, function, givers, takers), ALTERNATIVES)


def explain_to(
    index: ProjectIndex, teachers: Sequence[str], learners: Sequence[str]
) -> Iterator[Proposal]:
    """Propose that one of `teachers` explains to one of `learners` in a scene they share."""
    pairs = (
        (scene, teacher, learner)
        for teacher in teachers
        for scene, appearance in index.appearances_of(teacher)
        if appearance.presence == "speaks" and "explains" not in appearance.functions
        for learner in learners
        if learner != teacher and scene.find_appearance(learner) is not None
    )
    for scene, teacher, learner in islice(pairs, ALTERNATIVES):
        values = {
            "name": index.name(teacher),
            "other": index.name(learner),
            "scene": scene_title(scene),
        }
        message = N_("Let {name} explain something to {other} in “{scene}”")
        edit = partial(_explain, scene_id=scene.id, teacher=teacher, learner=learner)
        yield Proposal("function", message, values, edit)


def speak_up(index: ProjectIndex, persona_id: str) -> Iterator[Proposal]:
    """Propose the scenes in which a persona who is silent or only mentioned could speak."""
    for scene, appearance in index.appearances_of(persona_id)[:ALTERNATIVES]:
        if appearance.presence != "speaks":
            values = {"name": index.name(persona_id), "scene": scene_title(scene)}
            edit = partial(let_speak, scene_id=scene.id, persona_id=persona_id)
            yield Proposal("function", N_("Let {name} speak in “{scene}”"), values, edit)


def let_do(
    name: str, scene: Scene, function: NarrativeFunction, edit: Callable[[Project], Project]
) -> Proposal:
    """Return the proposal that somebody does one thing in a scene, which `edit` makes true."""
    return Proposal("function", _GIVE[function], {"name": name, "scene": scene_title(scene)}, edit)


def _offers(index: ProjectIndex, who: str, function: NarrativeFunction) -> Iterator[Proposal]:
    scenes = [
        scene
        for scene, appearance in index.appearances_of(who)
        if appearance.presence == "speaks" and function not in appearance.functions
    ]
    for scene in sorted(scenes, key=lambda scene: doing(scene, function)):
        edit = partial(add_function, scene_id=scene.id, persona_id=who, function=function)
        yield let_do(index.name(who), scene, function, edit)


def _exchanges(
    index: ProjectIndex,
    function: NarrativeFunction,
    givers: Sequence[str],
    takers: Sequence[str],
) -> Iterator[Proposal]:
    for giver in givers:
        for scene, appearance in index.appearances_of(giver):
            if function in appearance.functions:
                for taker in _others_in(scene, function, takers):
                    yield _exchange(index, scene, function, giver, taker)


def _others_in(scene: Scene, function: NarrativeFunction, takers: Sequence[str]) -> Iterator[str]:
    for other in scene.appearances:
        speaks = other.persona in takers and other.presence == "speaks"
        if speaks and function not in other.functions:
            yield other.persona


def _exchange(
    index: ProjectIndex, scene: Scene, function: NarrativeFunction, giver: str, taker: str
) -> Proposal:
    values = {"name": index.name(giver), "other": index.name(taker), "scene": scene_title(scene)}
    edit = partial(pass_function, scene_id=scene.id, function=function, giver=giver, taker=taker)
    return Proposal("function", _PASS[function], values, edit)


def _explain(project: Project, scene_id: str, teacher: str, learner: str) -> Project:
    explained = add_function(project, scene_id, teacher, "explains")
    return add_function(explained, scene_id, learner, "learns")


def doing(scene: Scene, function: NarrativeFunction) -> int:
    """Return how many people do one thing in a scene."""

    def does(appearance: Appearance) -> bool:
        return function in appearance.functions

    return sum(map(does, scene.appearances))
