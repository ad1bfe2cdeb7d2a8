"""Where everything on the persona map goes, as numbers only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from personamap.analysis.map.graph import (
    RARE,
    experience_spots,
    facets_on,
    lived_links,
    people_links,
    people_spots,
    value_links,
    value_stacks,
)
from personamap.analysis.map.layout import Point, place_experiences, place_people, place_stacks
from personamap.analysis.map.parts import BOX_HEIGHT, Lens, Link, MapPicture, Spot
from personamap.domain.project import Project
from personamap.i18n import _

_CURVE, _SCENE_CURVE, _FAN = 0.14, 0.05, 0.12
RARE_HEADING = "heading-rare"


def map_picture(project: Project, lens: Lens, facets: Sequence[str] = ()) -> MapPicture:
    """Return the map of a project under a lens.

    `facets` limits the lenses that show values to some facets. What the
    author pinned stays where it was put.
    """
    spots, links, places = _drawn(project, lens, facets)
    pinned = {pin.node: (pin.x, pin.y) for pin in project.pins}
    placed = tuple(_placed(spot, places, pinned) for spot in spots)
    at = {spot.id: (spot.x, spot.y) for spot in placed}
    return MapPicture(lens, placed, _bent(links, at))


def _drawn(
    project: Project, lens: Lens, chosen: Sequence[str]
) -> tuple[tuple[Spot, ...], tuple[Link, ...], dict[str, Point]]:
    people = people_spots(project)
    places = place_people(people)
    if lens == "people":
        return people, people_links(project), places
    if lens == "experiences":
        experiences = experience_spots(project)
        lived = lived_links(project, experiences)
        places |= place_experiences(experiences, lived, places)
        return people + experiences, people_links(project) + lived, places
    facets = facets_on(project, lens, chosen)
    stacks = value_stacks(project, facets, only_empty=lens == "gaps")
    links = value_links(project, facets) if lens == "identity" else ()
    if lens == "gaps":
        rare = experience_spots(project, most=RARE)
        stacks += _rare_stack(rare)
        links = lived_links(project, rare)
    places |= place_stacks(stacks, places)
    return people + tuple(spot for stack in stacks for spot in stack), links, places


def _rare_stack(rare: tuple[Spot, ...]) -> tuple[tuple[Spot, ...], ...]:
    if not rare:
        return ()
    heading = Spot(
        RARE_HEADING,
        "heading",
        _("Experiences of one or nobody"),
        width=max(spot.width for spot in rare),
        height=BOX_HEIGHT,
    )
    return ((heading, *rare),)


def _placed(spot: Spot, places: Mapping[str, Point], pinned: Mapping[str, Point]) -> Spot:
    x, y = pinned.get(spot.id, places[spot.id])
    return replace(spot, x=round(x, 1), y=round(y, 1), is_pinned=spot.id in pinned)


def _bent(links: Sequence[Link], at: Mapping[str, Point]) -> tuple[Link, ...]:
    """Bend ties between people away from the middle, and fan out several of one pair."""
    seen: Counter[frozenset[str]] = Counter()
    bent = []
    for link in links:
        if link.kind in ("lived", "has"):
            bent.append(link)
            continue
        pair = frozenset((link.start, link.end))
        curve = _SCENE_CURVE if link.kind == "scene" else _CURVE
        turn = _outward(at[link.start], at[link.end])
        bent.append(replace(link, bend=turn * (curve + _FAN * seen[pair])))
        seen[pair] += 1
    return tuple(bent)


def _outward(start: Point, end: Point) -> float:
    across = (end[0] - start[0]) * start[1] - (end[1] - start[1]) * start[0]
    return 1.0 if across >= 0 else -1.0
