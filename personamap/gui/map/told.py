"""What the inspector tells about a spot of the map, as plain values."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from personamap.domain.experience import Experience
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Evidence, Persona
from personamap.domain.project import Project
from personamap.i18n import N_, _

_CONTEXTS = {
    "permanent": N_("Permanent"),
    "temporary": N_("Temporary"),
    "situational": N_("Situational"),
}


class Passage(Struct, frozen=True):
    """A short text under a small title with an icon."""

    icon: str
    title: str
    text: str


class Named(Struct, frozen=True):
    """A person and one line beside them: what they say of it, or how they stand."""

    persona: str
    line: str


class Told(Struct, frozen=True):
    """Everything the inspector shows about one spot."""

    icon: str
    kind: str
    title: str
    chips: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    people_title: str = ""
    people: tuple[Named, ...] = ()
    footnote: str = ""
    opens: str = ""


def about(project: Project, spot_id: str) -> Told | None:
    """Tell about a persona, an experience or a `facet.value`; nothing if it is gone."""
    persona = project.find_persona(spot_id)
    if persona is not None:
        return _about_persona(project, persona)
    experience = project.find_experience(spot_id)
    if experience is not None:
        return _about_experience(project, experience)
    facet_id, _dot, value_id = spot_id.partition(".")
    facet = project.find_facet(facet_id)
    value = facet.find_value(value_id) if facet else None
    return _about_value(project, facet, value) if facet and value else None


def _about_experience(project: Project, experience: Experience) -> Told:
    lived = [
        Named(persona.id, _quoted(told.own_words))
        for persona in project.cast
        for told in persona.experiences
        if told.experience == experience.id
    ]
    is_barrier = experience.turn == "barrier"
    passages = (
        Passage("flag", _("Situation"), experience.situation),
        Passage(
            "minus" if is_barrier else "plus",
            _("Barrier") if is_barrier else _("Enabler"),
            experience.turn_text,
        ),
        Passage("pencil", _("What they do"), experience.response),
        Passage("heart-handshake", _("What helps"), experience.help),
    )
    context = _CONTEXTS.get(experience.context, "")
    return Told(
        icon="link",
        kind=_("Shared experience") if len(lived) > 1 else _("Experience"),
        title=experience.title or _("Untitled experience"),
        chips=(*experience.themes, *((_(context),) if context else ())),
        passages=tuple(passage for passage in passages if passage.text),
        people_title=_("Lived by {count} of {all}").format(count=len(lived), all=len(project.cast)),
        people=tuple(lived),
        footnote=_footnote(project, experience),
        opens=experience.id,
    )


def _about_persona(project: Project, persona: Persona) -> Told:
    about_them = " · ".join(part for part in (persona.pronouns, persona.job.title) if part)
    titles = [project.find_experience(told.experience) for told in persona.experiences]
    ties = [
        Named(other, words)
        for tie in project.relationships
        for me, other, words in (
            (tie.source, tie.target, tie.label),
            (tie.target, tie.source, tie.reciprocal or tie.label),
        )
        if me == persona.id
    ]
    return Told(
        icon="user",
        kind=about_them or _("Person"),
        title=persona.name or _("Unnamed"),
        passages=tuple(
            passage
            for passage in (
                Passage("user", _("In short"), persona.brief),
                Passage("quote", _("In their own words"), _quoted(persona.own_words)),
                Passage("link", _("Has lived"), "\n".join(e.title for e in titles if e)),
            )
            if passage.text
        ),
        people_title=_("Relationships") if ties else _("No relationships yet"),
        people=tuple(ties),
        opens=persona.id,
    )


def _about_value(project: Project, facet: Facet, value: FacetValue) -> Told:
    people = []
    for persona in project.cast:
        answer = persona.find_answer(facet.id)
        counted = answer.counted_values if answer else ()
        if answer and value.id in {facet.group_of(counted_id) for counted_id in counted}:
            people.append(Named(persona.id, _quoted(answer.own_words)))
    definition = (Passage("info", _("What it means"), value.definition),)
    return Told(
        icon="armchair" if not people else "users",
        kind=facet.label,
        title=value.label,
        passages=definition if value.definition else (),
        people_title=_("{count} of {all} people").format(count=len(people), all=len(project.cast))
        if people
        else _("Nobody in this cast. Is that what you intend?"),
        people=tuple(people),
    )


def _footnote(project: Project, experience: Experience) -> str:
    facets = [project.find_facet(touched.facet) for touched in experience.touches]
    names = dict.fromkeys(facet.label for facet in facets if facet)
    lines = [_("Touches {facets}.").format(facets=", ".join(names))] if names else []
    lines += _evidence(experience.evidence)
    return " ".join(lines)


def _evidence(evidence: Iterable[Evidence]) -> list[str]:
    lines = []
    for item in evidence:
        if item.reviewer:
            text = _("Evidence: {source}, read by {reviewer}.")
            lines.append(text.format(source=item.source.rstrip("."), reviewer=item.reviewer))
        elif item.source:
            lines.append(_("Evidence: {source}.").format(source=item.source.rstrip(".")))
    return lines


def _quoted(words: str) -> str:
    return _("“{words}”").format(words=words) if words else ""
