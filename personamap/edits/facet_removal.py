"""Removing a facet, or one of its values, with everything that points at it."""

from __future__ import annotations

from collections.abc import Callable

from personamap.domain.audience import Aim, Audience
from personamap.domain.facet import Facet, ValueRef
from personamap.domain.persona import Answer, Persona
from personamap.domain.project import Project
from personamap.edits.items import find_item, remove_items, replace_item
from personamap.edits.removal import without_traces

_Gone = Callable[[ValueRef], bool]


def remove_facet(project: Project, facet_id: str) -> Project:
    """Return `project` without a facet: without its answers, aims, counts, pins and comments."""
    facet: Facet = find_item(project, "facets", facet_id)
    project = remove_items(project, "facets", {facet_id})
    project = _with_personas(project, lambda persona: _unasked(persona, facet_id))
    project = without_references(project, lambda ref: ref.facet == facet_id)
    aim = project.aim.evolve(
        pairs=tuple(p for p in project.aim.pairs if facet_id not in (p.first, p.second))
    )
    project = project if aim is project.aim else project.with_items(aim=aim)
    nodes = {ValueRef(facet=facet_id, value=value.id).node for value in facet.values}
    return without_traces(project, frozenset({facet_id, *nodes}))


def remove_facet_value(project: Project, facet_id: str, value_id: str) -> Project:
    """Return `project` without a value; its details move up to the first level.

    Whoever stated nothing else is undecided again.
    """
    facet: Facet = find_item(project, "facets", facet_id)
    if facet.find_value(value_id) is None:
        return project
    values = tuple(
        value.evolve(parent=None) if value.parent == value_id else value
        for value in facet.values
        if value.id != value_id
    )
    gone = ValueRef(facet=facet_id, value=value_id)
    project = replace_item(project, "facets", facet.evolve(values=values))
    project = _with_personas(project, lambda persona: _unstated(persona, gone))
    project = without_references(project, lambda ref: ref == gone)
    return without_traces(project, frozenset({gone.node}))


def without_references(project: Project, gone: _Gone) -> Project:
    """Return `project` with experiences, aims and audience saying nothing about what is gone."""
    experiences = tuple(
        experience.evolve(touches=tuple(ref for ref in experience.touches if not gone(ref)))
        for experience in project.experiences
    )
    audiences = tuple(audience_without(audience, gone) for audience in project.audiences)
    changed = {
        part: after
        for part, after in (("experiences", experiences), ("audiences", audiences))
        if any(new is not old for new, old in zip(after, getattr(project, part), strict=True))
    }
    aim = _aim_without(project.aim, gone)
    if aim is not project.aim:
        return project.with_items(aim=aim, **changed)
    return project.with_items(**changed) if changed else project


def _with_personas(project: Project, edit: Callable[[Persona], Persona]) -> Project:
    personas = tuple(edit(persona) for persona in project.personas)
    if all(new is old for new, old in zip(personas, project.personas, strict=True)):
        return project
    return project.with_items(personas=personas)


def _unasked(persona: Persona, facet_id: str) -> Persona:
    return persona.evolve(answers=tuple(a for a in persona.answers if a.facet != facet_id))


def _unstated(persona: Persona, gone: ValueRef) -> Persona:
    answer = persona.find_answer(gone.facet)
    if answer is None or all(stated.value != gone.value for stated in answer.values):
        return persona
    left = _answer_without(answer, gone.value)
    return persona.evolve(answers=tuple(left if a is answer else a for a in persona.answers))


def _answer_without(answer: Answer, value_id: str) -> Answer:
    values = tuple(stated for stated in answer.values if stated.value != value_id)
    if answer.state == "stated" and not values and not answer.own_words:
        return answer.evolve(state="undecided", values=values)
    return answer.evolve(values=values)


def _aim_without(aim: Aim, gone: _Gone) -> Aim:
    return aim.evolve(
        minimums=tuple(minimum for minimum in aim.minimums if not gone(minimum.value)),
        implausible=tuple(i for i in aim.implausible if not any(map(gone, i.values))),
    )


def audience_without(audience: Audience, gone: _Gone) -> Audience:
    """Return an audience that is not counted by what is gone."""
    groups = tuple(group for group in audience.groups if not any(map(gone, group.values)))
    if len(groups) == len(audience.groups):
        return audience
    counted = {ref.facet for group in groups for ref in group.values}
    return audience.evolve(
        groups=groups, facets=tuple(facet for facet in audience.facets if facet in counted)
    )
