"""Which aspects of a project two snapshots of it differ in."""

from __future__ import annotations

from collections.abc import Mapping

from personamap.analysis.check import Aspect
from personamap.domain.persona import Persona
from personamap.domain.project import Project

_PARTS: Mapping[str, Aspect] = {
    "course": "course",
    "facets": "facets",
    "experiences": "experiences",
    "relationships": "relationships",
    "scenes": "scenes",
    "audiences": "audiences",
    "media": "texts",
}
"""The parts of a project that are an aspect of their own. What was decided and said about the
cast is none: no check reads it."""

_FIELDS: Mapping[str, Aspect] = {
    "name": "cast",
    "called": "cast",
    "answers": "answers",
    "experiences": "lives",
    "belonging": "arcs",
}
"""The fields of a persona that are more than a text about them."""

_PEOPLE: frozenset[Aspect] = frozenset(("cast", "answers", "lives", "texts", "arcs"))
"""What changes when somebody comes, goes or moves: all lists stand in the order of the cast."""


def changed_aspects(before: Project, after: Project) -> frozenset[Aspect]:
    """Return the aspects in which `after` may differ from `before`.

    Snapshots share what an edit left alone, so parts are compared by
    identity, and only personas that were edited are looked into.
    """
    parts = {aspect for part, aspect in _PARTS.items() if _differs(before, after, part)}
    aim = {"aim"} if _aims_differ(before, after) else set[Aspect]()
    return frozenset((*parts, *aim, *_changed_people(before, after)))


def _differs(before: Project, after: Project, part: str) -> bool:
    return getattr(before, part) is not getattr(after, part)


def _aims_differ(before: Project, after: Project) -> bool:
    """Tell whether more than the settings of checks differ: those are compared for each check."""
    if before.aim is after.aim:
        return False
    return before.aim.evolve(checks=()) != after.aim.evolve(checks=())


def _changed_people(before: Project, after: Project) -> frozenset[Aspect]:
    if before.personas is after.personas:
        return frozenset()
    if _roll(before) != _roll(after):
        return _PEOPLE
    pairs = zip(before.personas, after.personas, strict=True)
    edited = (_changed_fields(old, new) for old, new in pairs if old is not new)
    return frozenset().union(*edited)


def _roll(project: Project) -> list[tuple[str, bool]]:
    return [(persona.id, persona.archived) for persona in project.personas]


def _changed_fields(before: Persona, after: Persona) -> frozenset[Aspect]:
    return frozenset(
        _FIELDS.get(name, "texts")
        for name in Persona.model_fields
        if getattr(before, name) != getattr(after, name)
    )
