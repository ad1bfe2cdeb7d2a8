"""One map after another: while only words change, everybody keeps their place and their lines.

Laying out a large cast takes longer than a frame lasts, and most edits
change a name, a job or a story rather than who stands where.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from personamap.analysis.map.graph import facets_on, person_words
from personamap.analysis.map.parts import Lens, MapPicture, Spot
from personamap.analysis.map.picture import map_picture
from personamap.domain.persona import Persona
from personamap.domain.project import Project


class MapMaker:
    """Makes the map of each snapshot, starting from the last one it made where that holds."""

    def __init__(self) -> None:
        self._ground: tuple[object, ...] = ()
        self._picture: MapPicture | None = None

    def picture(self, project: Project, lens: Lens, facets: Sequence[str] = ()) -> MapPicture:
        """Return what `map_picture` would."""
        ground = _ground(project, lens, facets)
        if self._picture is None or ground != self._ground:
            self._picture = map_picture(project, lens, facets)
        else:
            self._picture = _worded(self._picture, project)
        self._ground = ground
        return self._picture


def _ground(project: Project, lens: Lens, facets: Sequence[str]) -> tuple[object, ...]:
    """Return all that places and lines come from; tuples that are shared compare at once."""
    return (
        lens,
        facets_on(project, lens, facets),
        tuple(_read_of(persona, lens) for persona in project.cast),
        project.relationships,
        project.experiences,
        project.scenes,
        project.pins,
    )


def _read_of(persona: Persona, lens: Lens) -> tuple[object, ...]:
    match lens:
        case "people":
            return (persona.id,)
        case "experiences":
            return persona.id, persona.experiences
        case "identity" | "gaps":
            return persona.id, persona.experiences, persona.answers


def _worded(picture: MapPicture, project: Project) -> MapPicture:
    """Return `picture` with the present names and jobs; people are its first spots."""
    told = tuple(map(_told, picture.spots, project.cast))
    return replace(picture, spots=told + picture.spots[len(told) :])


def _told(spot: Spot, persona: Persona) -> Spot:
    label, note = person_words(persona)
    if (spot.label, spot.note) == (label, note):
        return spot
    return replace(spot, label=label, note=note)
