"""Edits of what was handed over."""

from __future__ import annotations

from personamap.domain.portrait import Media
from personamap.domain.project import Project
from personamap.domain.review import HandOff
from personamap.edits.items import add_items


def record_hand_off(project: Project, hand_off: HandOff, snapshot: Media) -> Project:
    """Return `project` with one more issue, which remembers what the sheets rested on."""
    known = any(media.id == snapshot.id for media in project.media)
    media = project.media if known else (*project.media, snapshot)
    recorded = hand_off.evolve(snapshot=snapshot.id)
    return add_items(project.with_items(media=media), "hand_offs", recorded)
