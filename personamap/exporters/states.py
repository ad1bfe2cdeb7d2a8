"""Fingerprints of what a reviewer gets to see, so that what changed after a "done" shows.

What a reviewer may not see never goes into one: whoever holds the rest could
find it out by trying. Nor does what is said about the cast (comments,
decisions, hand-offs), where things stand on the map, or the order of the wall.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from personamap.domain.base import Entity, Item
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.exporters.options import ExportOptions
from personamap.exporters.private import visible_project

_EVERYBODY = ExportOptions()
_FURNITURE = {"status", "colour"}
"""What changes on a persona when it is approved, or to tell it from the others."""


def states_of(project: Project, subjects: Iterable[str]) -> tuple[str, ...]:
    """Return the fingerprints of personas as anybody may see them; of the whole for no id.

    One is empty for what is not in the project.
    """
    return tuple(_state(project, subject) for subject in subjects)


def _state(project: Project, subject: str) -> str:
    if not subject:
        return _digest(_whole(visible_project(project, _EVERYBODY)))
    persona = project.find_persona(subject)
    if persona is None:
        return ""
    # Those set aside are there only to be left out, with what ties this person to them.
    around = tuple(one for one in project.personas if one is persona or one.archived)
    seen = visible_project(
        project.with_items(personas=around), ExportOptions(personas=(persona.id,))
    )
    return _digest(_around(seen, seen.persona(persona.id)))


def _whole(project: Project) -> Iterator[Any]:
    yield _plain(project.course)
    yield [_plain(facet) for facet in project.facets]
    yield sorted((_person(persona) for persona in project.cast), key=_id)
    yield _sorted(project.experiences)
    yield _sorted(project.relationships)
    yield [_plain(scene) for scene in project.scenes]
    yield _sorted(project.audiences)
    yield _plain(project.aim)


def _around(project: Project, persona: Persona) -> Iterator[Any]:
    lived = {lived.experience for lived in persona.experiences}
    ties = (tie for tie in project.relationships if persona.id in (tie.source, tie.target))
    played = ((scene.id, scene.find_appearance(persona.id)) for scene in project.scenes)
    yield _person(persona)
    yield _sorted(found for found in project.experiences if found.id in lived)
    yield _sorted(ties)
    yield [(scene, _plain(part)) for scene, part in played if part]


def _sorted(items: Iterable[Item]) -> list[Any]:
    return sorted(map(_plain, items), key=_id)


def _id(written: dict[str, Any]) -> str:
    return str(written["id"])


def _person(persona: Persona) -> dict[str, Any]:
    return persona.model_dump(mode="json", exclude_defaults=True, exclude=_FURNITURE)


def _plain(entity: Entity) -> dict[str, Any]:
    return entity.model_dump(mode="json", exclude_defaults=True)


def _digest(parts: Iterable[Any]) -> str:
    plain = json.dumps(list(parts), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
