"""What in a project points at something that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from personamap.domain.facet import ValueRef
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Scene

Target = Literal["facet", "value", "persona", "experience", "scene", "goal", "picture"]


class Reference(Struct, frozen=True):
    """That one item, called `name`, names another that the project does not have."""

    holder: str
    name: str
    target: Target
    missing: str


def dangling_references(project: Project) -> Iterator[Reference]:
    """Yield every reference of a project that leads nowhere."""
    known = _Known(project)
    for persona in project.personas:
        yield from known.missing(persona.id, persona.name, _of_persona(persona))
    for tie in project.relationships:
        ends: list[_Named] = [("persona", tie.source), ("persona", tie.target)]
        yield from known.missing(tie.id, tie.label, ends)
    for scene in project.scenes:
        yield from known.missing(scene.id, scene.title, _of_scene(scene))
    for experience in project.experiences:
        yield from known.missing(experience.id, experience.title, _values(experience.touches))
    yield from known.missing("aim", "", _of_aim(project))


_Named = tuple[Target, str]


class _Known:
    def __init__(self, project: Project) -> None:
        ids: dict[Target, set[str]] = {
            "facet": {f.id for f in project.facets},
            "value": {f"{f.id}.{v.id}" for f in project.facets for v in f.values},
            "persona": {p.id for p in project.personas},
            "experience": {e.id for e in project.experiences},
            "scene": {s.id for s in project.scenes},
            "goal": {g.id for g in project.course.goals},
            "picture": {m.id for m in project.media},
        }
        self._known = {(target, item_id) for target, known in ids.items() for item_id in known}

    def missing(self, holder: str, name: str, named: Iterable[_Named]) -> Iterator[Reference]:
        # Next to none are missing, so only those are looked at twice.
        for target, item_id in dict.fromkeys(each for each in named if each not in self._known):
            yield Reference(holder, name or holder, target, item_id)


def _of_persona(persona: Persona) -> Iterator[_Named]:
    for answer in persona.answers:
        yield "facet", answer.facet
        for value in answer.values:
            yield "value", f"{answer.facet}.{value.value}"
    for lived in persona.experiences:
        yield "experience", lived.experience
    for turn in persona.belonging.turning_points:
        yield "scene", turn.scene
    for goal in persona.serves:
        yield "goal", goal
    if persona.portrait and persona.portrait.kind == "picture":
        yield "picture", persona.portrait.media


def _of_scene(scene: Scene) -> Iterator[_Named]:
    for appearance in scene.appearances:
        yield "persona", appearance.persona
    for risk_taker in scene.risk_takers:
        yield "persona", risk_taker
    for goal in scene.serves:
        yield "goal", goal


def _of_aim(project: Project) -> Iterator[_Named]:
    for pair in project.aim.pairs:
        yield "facet", pair.first
        yield "facet", pair.second
    yield from _values(minimum.value for minimum in project.aim.minimums)


def _values(refs: Iterable[ValueRef]) -> Iterator[_Named]:
    for ref in refs:
        yield "value", ref.node
