"""What is on the map under each lens, before anything has a place.

Every value of every facet shown is there, with or without people: a
taxonomy is what makes absence visible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from personamap.analysis.map.parts import BOX_HEIGHT, Lens, Link, Spot
from personamap.domain.experience import Experience
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.i18n import _

RARE = 1
_NARROWEST, _WIDEST = 96.0, 320.0
_LETTER, _AROUND_LABEL = 7.3, 74.0


def people_spots(project: Project) -> tuple[Spot, ...]:
    """Return one spot for each persona of the cast."""
    return tuple(Spot(persona.id, "person", *person_words(persona), 1) for persona in project.cast)


def person_words(persona: Persona) -> tuple[str, str]:
    """Return the label and the note on the spot of a persona."""
    return persona.name or _("Unnamed"), persona.job.title


def experience_spots(project: Project, most: int | None = None) -> tuple[Spot, ...]:
    """Return one spot for each experience, or only those lived by at most `most` people."""
    lived: dict[str, int] = {}
    for persona in project.cast:
        for told in persona.experiences:
            lived[told.experience] = lived.get(told.experience, 0) + 1
    return tuple(
        _experience_spot(experience, lived.get(experience.id, 0))
        for experience in project.experiences
        if most is None or lived.get(experience.id, 0) <= most
    )


def value_stacks(
    project: Project, facets: Sequence[Facet], only_empty: bool
) -> tuple[tuple[Spot, ...], ...]:
    """Return for each facet its heading and the spots of its values, details rolled up."""
    stacks = []
    for facet in facets:
        counts = _people_by_value(project, facet)
        shown = [v for v in facet.groups if not (only_empty and counts.get(v.id, 0))]
        width = max((_value_width(value) for value in shown), default=_NARROWEST)
        values = tuple(_value_spot(facet, v, counts.get(v.id, 0), width) for v in shown)
        if values:
            heading = Spot(facet.id, "heading", facet.label, width=width, height=BOX_HEIGHT)
            stacks.append((heading, *values))
    return tuple(stacks)


def people_links(project: Project) -> tuple[Link, ...]:
    """Return the relationships, and for pairs without one the scenes they share."""
    cast = {persona.id for persona in project.cast}
    related = tuple(
        Link(tie.id, "relationship", tie.source, tie.target, tie.label)
        for tie in project.relationships
        if tie.source in cast and tie.target in cast and tie.source != tie.target
    )
    taken = {frozenset((link.start, link.end)) for link in related}
    return related + tuple(
        Link(f"{one}~{other}", "scene", one, other)
        for one, other in _pairs_in_scenes(project, cast)
        if frozenset((one, other)) not in taken
    )


def lived_links(project: Project, experiences: Sequence[Spot]) -> tuple[Link, ...]:
    """Return who has lived which of these experiences."""
    shown = {spot.id for spot in experiences}
    return tuple(
        Link(f"{persona.id}~{told.experience}", "lived", persona.id, told.experience)
        for persona in project.cast
        for told in persona.experiences
        if told.experience in shown
    )


def value_links(project: Project, facets: Sequence[Facet]) -> tuple[Link, ...]:
    """Return which persona has which value of these facets."""
    return tuple(
        Link(f"{persona.id}~{facet.id}.{group}", "has", persona.id, f"{facet.id}.{group}")
        for facet in facets
        for groups in (_groups(facet),)
        for persona in project.cast
        for group in _groups_of(facet, persona, groups)
    )


def facets_on(project: Project, lens: Lens, chosen: Sequence[str]) -> tuple[Facet, ...]:
    """Return the facets a lens shows: those `chosen`, or every active one."""
    if lens not in ("identity", "gaps"):
        return ()
    return tuple(f for f in project.active_facets if not chosen or f.id in chosen)


def box_width(label: str) -> float:
    """Return about how wide a box around this label is, without knowing a font."""
    return min(max(_LETTER * len(label) + _AROUND_LABEL, _NARROWEST), _WIDEST)


def _experience_spot(experience: Experience, count: int) -> Spot:
    label = experience.title or _("Untitled experience")
    return Spot(
        experience.id,
        "experience",
        label,
        count=count,
        width=box_width(label) + (0 if count else _LETTER * len(_("nobody"))),
        height=BOX_HEIGHT,
    )


def _value_width(value: FacetValue) -> float:
    return min(box_width(value.label) + _LETTER * len(_("nobody")), _WIDEST)


def _value_spot(facet: Facet, value: FacetValue, count: int, width: float) -> Spot:
    return Spot(
        f"{facet.id}.{value.id}",
        "value",
        value.label,
        facet.label,
        count,
        width=width,
        height=BOX_HEIGHT,
    )


def _groups(facet: Facet) -> dict[str, str]:
    return {value.id: value.parent or value.id for value in facet.values}


def _groups_of(facet: Facet, persona: Persona, groups: dict[str, str]) -> tuple[str, ...]:
    answer = persona.find_answer(facet.id)
    values = answer.counted_values if answer else ()
    return tuple(dict.fromkeys(groups[value] for value in values if value in groups))


def _people_by_value(project: Project, facet: Facet) -> dict[str, int]:
    counts: dict[str, int] = {}
    groups = _groups(facet)
    for persona in project.cast:
        for group in _groups_of(facet, persona, groups):
            counts[group] = counts.get(group, 0) + 1
    return counts


def _pairs_in_scenes(project: Project, cast: set[str]) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for scene in project.scenes:
        present = sorted({a.persona for a in scene.appearances if a.presence != "mentioned"} & cast)
        for pair in combinations(present, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair
