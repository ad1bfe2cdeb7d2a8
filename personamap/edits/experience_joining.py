"""Making one lived experience of two that are the same, with nothing lost that either says."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from personamap.domain.experience import Experience
from personamap.domain.persona import LivedExperience, Persona
from personamap.domain.project import Pin, Project
from personamap.domain.review import Comment, SignOff
from personamap.domain.subjects import kind_of
from personamap.edits.items import find_item, remove_items, replace_item

SubjectT = TypeVar("SubjectT", Comment, SignOff)

_TEXTS = ("turn_text", "response", "help")
_APART = "\n\n"


def join_experiences(project: Project, gone: Collection[str], kept: str) -> Project:
    """Return `project` in which these experiences are one, the one called `kept`.

    Whoever lived one of them lived it, what they tell themselves stands one
    after the other, and so does what the experiences say where they say
    different things. Comments and its place on the map come along.
    """
    stays: Experience = find_item(project, "experiences", kept)
    others = {experience_id: kept for experience_id in gone if experience_id != kept}
    for experience_id in others:
        stays = joined(stays, find_item(project, "experiences", experience_id))
    if not others:
        return project
    project = remove_items(replace_item(project, "experiences", stays), "experiences", others)
    return project.with_items(
        personas=tuple(_persona(persona, set(others), kept) for persona in project.personas),
        comments=_about(project.comments, set(others), kept),
        sign_offs=_about(project.sign_offs, set(others), kept),
        pins=_pins(project.pins, set(others), kept),
    )


def joined(first: Experience, second: Experience) -> Experience:
    """Return the first of two experiences with what only the second one says added.

    Another title stands before the situation of the second, as it did there.
    """
    title = second.title if second.title != first.title and first.title else ""
    texts = {name: _both(getattr(first, name), getattr(second, name)) for name in _TEXTS}
    return first.evolve(
        title=first.title or second.title,
        situation=_both(first.situation, title, second.situation),
        context=first.context or second.context,
        turn=first.turn if first.turn_text or not second.turn_text else second.turn,
        themes=_once((*first.themes, *second.themes)),
        touches=_once((*first.touches, *second.touches)),
        evidence=_once((*first.evidence, *second.evidence)),
        **texts,
    )


def _both(*texts: str) -> str:
    return _APART.join(_once(text for text in texts if text.strip()))


T = TypeVar("T")


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _persona(persona: Persona, gone: set[str], kept: str) -> Persona:
    if gone.isdisjoint(lived.experience for lived in persona.experiences):
        return persona
    told: dict[str, LivedExperience] = {}
    for lived in persona.experiences:
        name = kept if lived.experience in gone else lived.experience
        before = told.get(name, LivedExperience(experience=name))
        told[name] = before.evolve(own_words=_both(before.own_words, lived.own_words))
    return persona.evolve(experiences=tuple(told.values()))


def _about(said: tuple[SubjectT, ...], gone: set[str], kept: str) -> tuple[SubjectT, ...]:
    """Return what is said with `kept` where it was about what is gone."""
    moved = tuple(one.evolve(subject=_subject(one.subject, gone, kept)) for one in said)
    return said if moved == said else moved


def _subject(subject: str, gone: set[str], kept: str) -> str:
    if kind_of(subject) not in {"item", "part"}:
        return subject
    return "/".join(kept if part in gone else part for part in subject.split("/"))


def _pins(pins: tuple[Pin, ...], gone: set[str], kept: str) -> tuple[Pin, ...]:
    """Return the places on the map; what stays is where it was, else where the other was."""
    before = next((pin for pin in pins if pin.node in gone), None)
    left = tuple(pin for pin in pins if pin.node not in gone)
    if before is None or any(pin.node == kept for pin in left):
        return left if len(left) != len(pins) else pins
    return (*left, before.evolve(node=kept))
