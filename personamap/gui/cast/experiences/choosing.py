"""Which experiences are listed, and in which order: search, filter and sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from personamap.domain.experience import Experience
from personamap.domain.labels import CONTEXTS, TURNS
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.gui.cast.narrowing import Mark, Narrowing
from personamap.gui.fields.touches_field import ref_words
from personamap.i18n import N_, _

Order = Literal["most", "fewest", "title", "written"]

WAITING, ONE, SHARED = "nobody", "one", "several"

ORDERS: Mapping[Order, str] = {
    "most": N_("Lived by most first"),
    "fewest": N_("Lived by fewest first"),
    "title": N_("Title"),
    "written": N_("In the order they were written"),
}
LIVED: Mapping[str, str] = {
    WAITING: N_("Waiting: lived by nobody yet"),
    ONE: N_("Lived by one person"),
    SHARED: N_("Shared by several"),
}
Lived = Mapping[str, Sequence[Persona]]
"""Who of the cast has lived what, by the id of the experience."""


class Choosing(Narrowing, frozen=True):
    """What a person asked to see in the library; no part of the project.

    A mark is "lived", "turn", "context", "theme" or "value" with which of
    them it is, such as the words of a theme or the node of a value.
    """

    order: Order = "most"


def chosen_ids(project: Project, choosing: Choosing, lived: Lived) -> tuple[str, ...]:
    """Return the ids of the experiences to list, in order."""
    words = choosing.words.casefold().split()
    wanted: dict[str, set[str]] = {}
    for kind, name in choosing.marks:
        wanted.setdefault(kind, set()).add(name)
    found = [
        experience
        for experience in project.experiences
        if _has(experience, wanted, lived) and _mentions(project, experience, words, lived)
    ]
    return tuple(experience.id for experience in _ordered(found, choosing.order, lived))


def themes_in(project: Project) -> tuple[str, ...]:
    """Return the themes of all experiences, by name."""
    themes = {theme for experience in project.experiences for theme in experience.themes}
    return tuple(sorted(themes, key=str.casefold))


def values_in(project: Project) -> Mapping[str, str]:
    """Return the facet values that experiences touch, by node and with their words."""
    refs = {ref.node: ref for experience in project.experiences for ref in experience.touches}
    words = {node: ref_words(project, ref) for node, ref in refs.items()}
    return dict(sorted(words.items(), key=lambda pair: pair[1].casefold()))


def mark_words(project: Project, mark: Mark) -> str:
    """Return what a filter asks for, such as "Theme: shift work"."""
    kind, name = mark
    match kind:
        case "lived":
            return _(LIVED[name])
        case "turn":
            return _(TURNS[name].text)
        case "context":
            return _(CONTEXTS[name].text)
        case "theme":
            return _("Theme: {theme}").format(theme=name)
        case _:
            return values_in(project).get(name, name)


def _has(experience: Experience, wanted: Mapping[str, set[str]], lived: Lived) -> bool:
    return all(names & set(_HAS[kind](experience, lived)) for kind, names in wanted.items())


def _how_shared(experience: Experience, lived: Lived) -> str:
    count = len(lived.get(experience.id, ()))
    return WAITING if not count else ONE if count == 1 else SHARED


_HAS: Mapping[str, Callable[[Experience, Lived], Iterable[str]]] = {
    "lived": lambda experience, lived: (_how_shared(experience, lived),),
    "turn": lambda experience, _lived: (experience.turn,),
    "context": lambda experience, _lived: (experience.context,),
    "theme": lambda experience, _lived: experience.themes,
    "value": lambda experience, _lived: (ref.node for ref in experience.touches),
}


def _mentions(project: Project, experience: Experience, words: Sequence[str], lived: Lived) -> bool:
    if not words:
        return True
    told = (
        experience.title,
        experience.situation,
        experience.turn_text,
        experience.response,
        experience.help,
        *experience.themes,
        *(ref_words(project, ref) for ref in experience.touches),
        *(f"{one.source} {one.reviewer}" for one in experience.evidence),
        *(persona.name for persona in lived.get(experience.id, ())),
    )
    text = "\n".join(told).casefold()
    return all(word in text for word in words)


def _ordered(found: list[Experience], order: Order, lived: Lived) -> list[Experience]:
    match order:
        case "written":
            return found
        case "title":
            return sorted(found, key=lambda one: (not one.title.strip(), one.title.casefold()))
        case "most":
            return sorted(found, key=lambda one: -len(lived.get(one.id, ())))
        case "fewest":
            return sorted(found, key=lambda one: len(lived.get(one.id, ())))
