"""Making one value of two, wherever either is stated, touched, aimed for or counted."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from personamap.domain.audience import Aim, Audience, AudienceGroup, Implausible, MinimumCount
from personamap.domain.experience import Experience
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.domain.persona import Persona, StatedValue
from personamap.domain.project import Pin, Project
from personamap.edits.facet_removal import audience_without
from personamap.edits.items import find_item


class _Merge(Struct, frozen=True):
    """That one value of a facet becomes another one."""

    gone: ValueRef
    kept: ValueRef

    def of(self, refs: Iterable[ValueRef]) -> tuple[ValueRef, ...]:
        return tuple(dict.fromkeys(self.kept if ref == self.gone else ref for ref in refs))


def merge_values(project: Project, facet_id: str, gone: str, kept: str) -> Project:
    """Return `project` in which everything said of the value `gone` is said of `kept`.

    Its name and its other words become other words of the one that stays,
    and its details become details of that one's group. An audience whose
    counts cannot be added (see `counted_twice`) is not counted by the
    facet any more.
    """
    facet: Facet = find_item(project, "facets", facet_id)
    one, other = facet.find_value(gone), facet.find_value(kept)
    if one is None or other is None or gone == kept:
        return project
    merge = _Merge(ValueRef(facet=facet_id, value=gone), ValueRef(facet=facet_id, value=kept))
    return project.with_items(
        facets=tuple(_facet(f, one, other) if f is facet else f for f in project.facets),
        personas=tuple(_persona(persona, merge) for persona in project.personas),
        experiences=tuple(_experience(e, merge) for e in project.experiences),
        audiences=tuple(_audience(audience, facet, merge) for audience in project.audiences),
        aim=_aim(project.aim, merge),
        pins=_pins(project.pins, merge),
    )


def counted_twice(audience: Audience, facet: Facet, gone: str, kept: str) -> bool:
    """Tell whether adding the counts of two values could count the same people twice.

    Of a facet that takes several values, published numbers tell how many
    chose each, and whoever chose both is in both. Counts made of a table
    are of people who chose exactly these: some of them name two values at
    once, and any of them can be added.
    """
    named = [{v.value for v in g.values if v.facet == facet.id} for g in audience.groups]
    one_by_one = all(len(values) < 2 for values in named)
    return facet.many and one_by_one and {gone, kept} <= set().union(*named)


def _facet(facet: Facet, gone: FacetValue, kept: FacetValue) -> Facet:
    others = (gone.label, *gone.synonyms)
    words = (w for w in (*kept.synonyms, *others) if w and w != kept.label)
    becomes = kept.evolve(
        synonyms=tuple(dict.fromkeys(words)),
        starred=kept.starred or gone.starred,
        definition=kept.definition or gone.definition,
        parent=None if kept.parent == gone.id else kept.parent,
    )
    group = becomes.parent or becomes.id
    values = (becomes if v is kept else _moved(v, gone.id, group) for v in facet.values)
    return facet.evolve(values=tuple(value for value in values if value.id != gone.id))


def _moved(value: FacetValue, gone: str, group: str) -> FacetValue:
    return value.evolve(parent=group) if value.parent == gone else value


def _persona(persona: Persona, merge: _Merge) -> Persona:
    answer = persona.find_answer(merge.gone.facet)
    if answer is None or all(stated.value != merge.gone.value for stated in answer.values):
        return persona
    values: dict[str, StatedValue] = {}
    for stated in answer.values:
        value = merge.kept.value if stated.value == merge.gone.value else stated.value
        before = values.get(value, StatedValue(value=value))
        both = dict.fromkeys((*before.qualifiers, *stated.qualifiers))
        values[value] = StatedValue(value=value, qualifiers=tuple(both))
    said = answer.evolve(values=tuple(values.values()))
    return persona.evolve(answers=tuple(said if a is answer else a for a in persona.answers))


def _experience(experience: Experience, merge: _Merge) -> Experience:
    return experience.evolve(touches=merge.of(experience.touches))


def _aim(aim: Aim, merge: _Merge) -> Aim:
    least: dict[ValueRef, MinimumCount] = {}
    for minimum in aim.minimums:
        (value,) = merge.of((minimum.value,))
        before = least.get(value)
        count = max(minimum.count, before.count if before else 1)
        least[value] = MinimumCount(value=value, count=count)
    left_out: dict[frozenset[ValueRef], Implausible] = {}
    for implausible in aim.implausible:
        values = merge.of(implausible.values)
        # Two values that are one now are no combination any more.
        if len(values) == len(implausible.values):
            left_out.setdefault(frozenset(values), implausible.evolve(values=values))
    return aim.evolve(minimums=tuple(least.values()), implausible=tuple(left_out.values()))


def _audience(audience: Audience, facet: Facet, merge: _Merge) -> Audience:
    if counted_twice(audience, facet, merge.gone.value, merge.kept.value):
        return audience_without(audience, lambda ref: ref.facet == facet.id)
    people: dict[tuple[ValueRef, ...], int] = {}
    for group in audience.groups:
        values = merge.of(group.values)
        people[values] = people.get(values, 0) + group.people
    groups = tuple(AudienceGroup(values=v, people=count) for v, count in people.items())
    return audience.evolve(groups=groups)


def _pins(pins: tuple[Pin, ...], merge: _Merge) -> tuple[Pin, ...]:
    places = {pin.node: pin for pin in pins}
    gone = places.pop(merge.gone.node, None)
    if gone is not None:
        places.setdefault(merge.kept.node, gone.evolve(node=merge.kept.node))
    return tuple(places.values())
