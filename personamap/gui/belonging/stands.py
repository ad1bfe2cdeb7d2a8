"""Where somebody stands in the belonging square, from the start of the course to its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from personamap.domain.persona import Persona, Place
from personamap.domain.project import Project
from personamap.gui.cast.belonging_section import place_name
from personamap.gui.cast.card import shown_name
from personamap.i18n import _, in_digits

START, END = "start", "end"


class Stand(Struct, frozen=True):
    """One point of an arc: `key` is `start`, `end` or the id of the scene that turned it.

    `number` is the place of that scene in the story. Where nobody said
    where the scene leaves them, the point lies between its neighbours and
    is not `told`.
    """

    key: str
    place: Place
    number: int = 0
    told: bool = True


def scene_numbers(project: Project) -> Mapping[str, int]:
    """Return the place of each scene in the story, from 1."""
    return {scene.id: number for number, scene in enumerate(project.scenes, start=1)}


def stands_of(persona: Persona, numbers: Mapping[str, int]) -> tuple[Stand, ...]:
    """Return the points of an arc in the order of the course, as far as they can be drawn."""
    arc = persona.belonging
    told: list[tuple[str, Place | None]] = [(START, arc.start)]
    told += [(turn.scene, turn.place) for turn in arc.turning_points if turn.scene in numbers]
    told.append((END, arc.end))
    places = _bridged([place for _key, place in told])
    return tuple(
        Stand(key, place, numbers.get(key, 0), said is not None)
        for (key, said), place in zip(told, places, strict=True)
        if place is not None
    )


def moved(stand: Stand, across: float, up: float) -> Stand:
    """Return a point moved by these shares of the square, and kept within it."""
    place = Place(
        authenticity=_within(stand.place.authenticity + across),
        acceptance=_within(stand.place.acceptance + up),
    )
    return replace(stand, place=place, told=True)


def arc_words(persona: Persona) -> str:
    """Return where somebody starts and ends, in one line."""
    arc = persona.belonging
    if arc.start is None and arc.end is None:
        return _("not placed yet")
    if arc.end is None:
        return _("starts in {start}, not placed at the end").format(start=place_name(arc.start))
    if arc.start is None:
        return _("not placed at the start, ends in {end}").format(end=place_name(arc.end))
    words = _("starts in {start}, ends in {end}")
    return words.format(start=place_name(arc.start), end=place_name(arc.end))


def short_arc(persona: Persona) -> str:
    """Return where somebody starts and ends, as the editor has it."""
    arc = persona.belonging
    if arc.start is None and arc.end is None:
        return place_name(None)
    return _("{start} → {end}").format(start=place_name(arc.start), end=place_name(arc.end))


def spoken_arc(persona: Persona) -> str:
    """Return what a screen reader says of somebody."""
    return _("{name}: {arc}").format(name=shown_name(persona), arc=arc_words(persona))


def spoken_stand(persona: Persona, stand: Stand) -> str:
    """Return what a screen reader says of one point of an arc."""
    name, place = shown_name(persona), place_name(stand.place)
    across, up = round(stand.place.authenticity * 100), round(stand.place.acceptance * 100)
    words = {
        START: _("{name} at the start: {place}, authenticity {across}, acceptance {up} of 100"),
        END: _("{name} at the end: {place}, authenticity {across}, acceptance {up} of 100"),
    }.get(
        stand.key,
        _("{name} after scene {number}: {place}, authenticity {across}, acceptance {up} of 100"),
    )
    return words.format(
        name=name, place=place, across=across, up=up, number=in_digits(stand.number)
    )


def _bridged(places: Sequence[Place | None]) -> list[Place | None]:
    """Put what has no place evenly between the places before and after it."""
    known = [at for at, place in enumerate(places) if place is not None]
    bridged = list(places)
    for before, after in pairwise(known):
        first, last = places[before], places[after]
        assert first is not None
        assert last is not None
        for at in range(before + 1, after):
            share = (at - before) / (after - before)
            bridged[at] = _between(first, last, share)
    return bridged


def _between(first: Place, last: Place, share: float) -> Place:
    across = first.authenticity + share * (last.authenticity - first.authenticity)
    up = first.acceptance + share * (last.acceptance - first.acceptance)
    return Place(authenticity=_within(across), acceptance=_within(up))


def _within(share: float) -> float:
    # The sliders of the editor know a hundred steps: both show the same number.
    return round(min(1.0, max(0.0, share)), 2)
