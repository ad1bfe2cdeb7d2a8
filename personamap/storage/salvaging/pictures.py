"""The pictures of a salvaged project: those that are whole come back, nothing points at others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from personamap.domain.persona import Persona
from personamap.domain.portrait import Media, PicturePortrait
from personamap.domain.project import Project

_KINDS: tuple[tuple[bytes, Literal["image/png", "image/jpeg", "application/json"]], ...] = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"{", "application/json"),
)


def with_pictures(project: Project, found: Mapping[str, bytes]) -> tuple[Project, int]:
    """Return `project` with the pictures in `found`, and how many others it lists.

    What points at a picture that no list has may have done so before the damage, and stays.
    """
    used = _used(project)
    listed = {media.id: media for media in project.media}
    media = tuple(
        one
        for digest in dict.fromkeys((*listed, *sorted(used)))
        if (one := _media(digest, listed.get(digest), found)) is not None
    )
    project = project.with_items(media=media)
    missing = listed.keys() - {one.id for one in media}
    return (_without(project, missing) if missing else project), len(missing)


def _used(project: Project) -> set[str]:
    used = {hand_off.snapshot for hand_off in project.hand_offs}
    for persona in project.personas:
        used.update(pose.media for pose in persona.look.poses)
        if isinstance(persona.portrait, PicturePortrait):
            used.add(persona.portrait.media)
    return {digest for digest in used if digest}


def _media(digest: str, listed: Media | None, found: Mapping[str, bytes]) -> Media | None:
    data = found.get(digest)
    if data is None:
        return None
    if listed is not None:
        return listed.evolve(data=data)
    mime = next((mime for start, mime in _KINDS if data.startswith(start)), None)
    return Media(id=digest, mime=mime, data=data) if mime else None


def _without(project: Project, missing: set[str]) -> Project:
    return project.with_items(
        personas=tuple(_persona_without(persona, missing) for persona in project.personas),
        hand_offs=tuple(
            issue.evolve(snapshot=None) if issue.snapshot in missing else issue
            for issue in project.hand_offs
        ),
    )


def _persona_without(persona: Persona, missing: set[str]) -> Persona:
    poses = tuple(
        pose.evolve(media=None) if pose.media in missing else pose for pose in persona.look.poses
    )
    portrait = persona.portrait
    if isinstance(portrait, PicturePortrait) and portrait.media in missing:
        portrait = None
    return persona.evolve(look=persona.look.evolve(poses=poses), portrait=portrait)
