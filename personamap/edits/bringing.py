"""Bringing people over from another project with what belongs to them, under the ids they have."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from personamap.domain.base import new_id
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Persona
from personamap.domain.portrait import PicturePortrait
from personamap.domain.project import Project
from personamap.edits.items import add_items


def bring_people(
    project: Project, other: Project, persona_ids: Collection[str], copies: Mapping[str, str]
) -> Project:
    """Return `project` with people of `other`, what they answer, have lived and are to others.

    Who is here already is replaced, unless `copies` gives the id under which they
    come in as somebody else. What is here under the same id otherwise stays as it
    is. Scenes and goals of the other course do not come along.
    """
    there = {person.id: person for person in other.personas}
    people = [there.get(who) or other.persona(who) for who in persona_ids]
    if not people:
        return project
    project = _with_facets(project, other, people)
    project = _with_lives(project, other, people)
    project = _with_pictures(project, other, people)
    goals = {goal.id for goal in project.course.goals}
    scenes = {scene.id for scene in project.scenes}
    coming = {
        copies.get(person.id, person.id): _at_home(person, goals, scenes) for person in people
    }
    coming = {here: person.evolve(id=here) for here, person in coming.items()}
    kept = tuple(coming.pop(persona.id, persona) for persona in project.personas)
    project = project.with_items(personas=(*kept, *coming.values()))
    return _with_relationships(project, other, set(persona_ids), copies)


def _at_home(person: Persona, goals: Collection[str], scenes: Collection[str]) -> Persona:
    turns = tuple(t for t in person.belonging.turning_points if t.scene in scenes)
    return person.evolve(
        belonging=person.belonging.evolve(turning_points=turns),
        serves=tuple(goal for goal in person.serves if goal in goals),
    )


def _with_facets(project: Project, other: Project, people: Collection[Persona]) -> Project:
    stated: dict[str, set[str]] = {}
    for person in people:
        for answer in person.answers:
            stated.setdefault(answer.facet, set()).update(v.value for v in answer.values)
    here = {facet.id for facet in project.facets}
    facets = tuple(
        _widened(facet, other.find_facet(facet.id), stated.get(facet.id, set()))
        for facet in project.facets
    )
    new = tuple(facet for facet in other.facets if facet.id in stated and facet.id not in here)
    if not new and all(a is b for a, b in zip(facets, project.facets, strict=True)):
        return project
    return project.with_items(facets=(*facets, *new))


def _widened(facet: Facet, theirs: Facet | None, stated: Collection[str]) -> Facet:
    """Return a facet with the values that are stated and that only the other project has."""
    if theirs is None:
        return facet
    needed = {*stated, *(theirs.group_of(value_id) for value_id in stated)}
    have = {value.id for value in facet.values}
    groups = {value.id for value in facet.groups} | (needed - have)
    more = tuple(_placed(value, groups) for value in theirs.values if value.id in needed - have)
    known = {qualifier.id for qualifier in facet.qualifiers}
    qualifiers = tuple(q for q in theirs.qualifiers if q.id not in known) if stated else ()
    return facet.evolve(values=(*facet.values, *more), qualifiers=(*facet.qualifiers, *qualifiers))


def _placed(value: FacetValue, groups: Collection[str]) -> FacetValue:
    return value if value.parent in groups else value.evolve(parent=None)


def _with_lives(project: Project, other: Project, people: Collection[Persona]) -> Project:
    here = {experience.id for experience in project.experiences}
    lived = {one.experience for person in people for one in person.experiences}
    nodes = {f"{facet.id}.{value.id}" for facet in project.facets for value in facet.values}

    def told_here(experience: Experience) -> Experience:
        return experience.evolve(touches=tuple(r for r in experience.touches if r.node in nodes))

    new = [told_here(e) for e in other.experiences if e.id in lived and e.id not in here]
    return add_items(project, "experiences", *new)


def _with_pictures(project: Project, other: Project, people: Collection[Persona]) -> Project:
    wanted = {p.portrait.media for p in people if isinstance(p.portrait, PicturePortrait)}
    here = {media.id for media in project.media}
    new = tuple(media for media in other.media if media.id in wanted - here)
    return project.with_items(media=(*project.media, *new)) if new else project


def _with_relationships(
    project: Project, other: Project, brought: Collection[str], copies: Mapping[str, str]
) -> Project:
    new = tuple(_ties(project, other, brought, copies))
    return add_items(project, "relationships", *new)


def _ties(
    project: Project, other: Project, brought: Collection[str], copies: Mapping[str, str]
) -> Iterator[Relationship]:
    people = {persona.id for persona in project.personas}
    here = {tie.id for tie in project.relationships}
    coming = frozenset(brought)
    for tie in other.relationships:
        source = copies.get(tie.source, tie.source)
        target = copies.get(tie.target, tie.target)
        is_copy = (source, target) != (tie.source, tie.target)
        if coming.isdisjoint((tie.source, tie.target)) or not {source, target} <= people:
            continue
        if is_copy:
            yield tie.evolve(id=new_id("rel"), source=source, target=target)
        elif tie.id not in here:
            yield tie
