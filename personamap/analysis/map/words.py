"""What a screen reader says of each thing on the map."""

from __future__ import annotations

from personamap.analysis.map.parts import MapPicture, Spot
from personamap.domain.project import Project
from personamap.i18n import _, plural


def spoken(project: Project, spot: Spot) -> str:
    """Describe a spot in one line, such as "Amara Okafor, team lead, 3 relationships"."""
    if spot.kind == "person":
        return _spoken_person(project, spot)
    words = [spot.label]
    if spot.note:
        words.append(spot.note)
    words.append(
        plural("{count} person", "{count} people", spot.count) if spot.count else _("nobody")
    )
    return ", ".join(words)


def _spoken_person(project: Project, spot: Spot) -> str:
    ties = sum(spot.id in (tie.source, tie.target) for tie in project.relationships)
    words = [spot.label]
    if spot.note:
        words.append(spot.note)
    words.append(
        plural("{count} relationship", "{count} relationships", ties)
        if ties
        else _("no relationships")
    )
    shared = _shared(project, spot.id)
    if shared:
        words.append(plural("shares {count} experience", "shares {count} experiences", shared))
    return ", ".join(words)


def summary(picture: MapPicture) -> str:
    """Say in one line what the map as a whole holds."""
    experiences = sum(spot.kind == "experience" for spot in picture.spots)
    values = sum(spot.kind == "value" for spot in picture.spots)
    words = [plural("{count} person", "{count} people", picture.people)]
    if experiences:
        words.append(plural("{count} experience", "{count} experiences", experiences))
    if values:
        words.append(plural("{count} value", "{count} values", values))
    return ", ".join(words)


def _shared(project: Project, persona_id: str) -> int:
    persona = project.find_persona(persona_id)
    mine = {told.experience for told in persona.experiences} if persona else set()
    others = {
        told.experience
        for other in project.cast
        if other.id != persona_id
        for told in other.experiences
    }
    return len(mine & others)
