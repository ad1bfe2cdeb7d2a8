"""What a cast was like when its sheets were handed over, as one part of the file.

Kept is what sheets are made of and nothing besides: neither pictures (a portrait names its
picture by its digest) nor what was decided and said, nor what facets offer besides. The zip packs
it, and what was handed over twice without a change in between is kept once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from msgspec import Struct
from pydantic import ValidationError

from personamap.domain.facet import Facet, Standard
from personamap.domain.portrait import Media
from personamap.domain.project import Project
from personamap.storage.codec import raw_project
from personamap.storage.migrations import FORMAT, migrate
from personamap.storage.strict_json import NotStrictJson, read_json, write_json


class Snapshot(Struct, frozen=True):
    """A project as it was handed over; `is_private` when its readers may see everything."""

    project: Project
    is_private: bool = False


def snapshot_media(snapshot: Snapshot) -> Media:
    """Return a snapshot as bytes that can be kept in a project; the same gives the same."""
    raw = raw_project(as_kept(snapshot.project))
    data = write_json({"format": FORMAT, "private": snapshot.is_private, "project": raw})
    return Media(id=hashlib.sha256(data).hexdigest(), mime="application/json", data=data)


def read_snapshot(media: Media) -> Snapshot | None:
    """Return what is kept in a media part; nothing where another program wrote what is none.

    Whoever opens such a project can still print it: there is nothing to compare it with.
    """
    try:
        match read_json(media.data):
            case {"format": int(written), "private": bool(private), "project": dict(raw)} if (
                1 <= written <= FORMAT
            ):
                return Snapshot(Project.model_validate(migrate(raw, written)), private)
    except (NotStrictJson, ValidationError):
        return None
    return None


def as_kept(project: Project) -> Project:
    """Return what a snapshot keeps of a project."""
    said = {
        (answer.facet, stated.value)
        for persona in project.personas
        for answer in persona.answers
        for stated in answer.values
    }
    return Project(
        course=project.course,
        facets=tuple(_as_answered(facet, said) for facet in project.facets),
        personas=project.personas,
        experiences=project.experiences,
        relationships=project.relationships,
        scenes=project.scenes,
    )


def _as_answered(facet: Facet, said: Collection[tuple[str, str]]) -> Facet:
    """Keep the words for what somebody answered, and nothing that explains or is to choose."""
    values = tuple(
        value.evolve(definition="", synonyms=(), parent=None)
        for value in facet.values
        if (facet.id, value.id) in said
    )
    return facet.evolve(help="", standard=Standard(), values=values)
