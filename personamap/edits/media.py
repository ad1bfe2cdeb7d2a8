"""Which pictures and snapshots of a project anything in it points at."""

from __future__ import annotations

from personamap.domain.portrait import PicturePortrait
from personamap.domain.project import Project


def used_media(project: Project) -> set[str]:
    """Return the ids of the media that are shown somewhere, whether the project has them or not."""
    used = {hand_off.snapshot for hand_off in project.hand_offs}
    for persona in project.personas:
        used.update(pose.media for pose in persona.look.poses)
        if isinstance(persona.portrait, PicturePortrait):
            used.add(persona.portrait.media)
    return {media for media in used if media}
