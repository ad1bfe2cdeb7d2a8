"""What the card of a lived experience says, worked out from one experience and the cast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from personamap.analysis.item_titles import experience_title
from personamap.domain.experience import Experience
from personamap.domain.labels import CONTEXTS, TURNS
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.line_card_delegate import LineCard
from personamap.i18n import _

TURN_ICONS: Mapping[str, str] = {"barrier": "triangle-alert", "enabler": "lightbulb"}


class ExperienceCard(Struct, frozen=True):
    """The words of one card, ready to paint and to read aloud."""

    title: str
    turn: str
    where: str
    summary: str
    people: tuple[Persona, ...]
    names: str
    marks: str

    @property
    def spoken(self) -> str:
        """The card as one sentence for a screen reader."""
        words = (self.title, self.where, self.names, self.marks)
        return ", ".join(word for word in words if word)

    @property
    def drawn(self) -> LineCard:
        """The card as it is painted."""
        return LineCard(
            badge="",
            title=self.title,
            icon=TURN_ICONS[self.turn],
            where=self.where,
            summary=self.summary,
            people=self.people,
            names=self.names,
            marks=self.marks,
            waits=not self.people,
        )


def people_by_experience(project: Project) -> Mapping[str, Sequence[Persona]]:
    """Return who of the cast has lived what."""
    lived: dict[str, list[Persona]] = {}
    for persona in project.cast:
        for entry in persona.experiences:
            lived.setdefault(entry.experience, []).append(persona)
    return lived


def card_of(experience: Experience, people: Sequence[Persona]) -> ExperienceCard:
    """Return the card of an experience that these people have lived."""
    turn = _(TURNS[experience.turn].text)
    told = experience.turn_text.strip()
    where = _("{turn}: {words}").format(turn=turn, words=told) if told else turn
    nobody = _("Waiting: nobody in the cast has lived it yet")
    return ExperienceCard(
        title=experience_title(experience),
        turn=experience.turn,
        where=" ".join(where.split()),
        summary=" ".join((experience.situation or experience.response).split()),
        people=tuple(people),
        names=", ".join(map(shown_name, people)) or nobody,
        marks="  ·  ".join(_marks(experience)),
    )


def _marks(experience: Experience) -> list[str]:
    context = _(CONTEXTS[experience.context].text) if experience.context else ""
    return [mark for mark in (context, *experience.themes) if mark]
