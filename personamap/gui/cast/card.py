"""What a persona card says, worked out from one persona and the facets of the project."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from personamap.domain.facet import Facet
from personamap.domain.labels import ANSWER_STATES
from personamap.domain.persona import AnswerState, Persona
from personamap.exporters.wording import small
from personamap.i18n import _, plural

BLANKS: tuple[AnswerState, ...] = ("undecided", "open", "withheld", "undisclosed")


class Card(Struct, frozen=True):
    """The words of one card, ready to paint and to read aloud."""

    name: str
    line: str
    brief: str
    chips: tuple[str, ...]
    blanks: tuple[AnswerState, ...]
    blank_words: str
    finding_words: str = ""

    @property
    def spoken(self) -> str:
        """The card as one sentence for a screen reader."""
        words = (self.name, self.line, self.blank_words, self.finding_words)
        return ", ".join(word for word in words if word)


def shown_name(persona: Persona) -> str:
    """Return the name, or what stands in for one that is still missing."""
    return persona.name or _("No name yet")


def card_of(persona: Persona, facets: tuple[Facet, ...], findings: int = 0) -> Card:
    """Return the card of a persona; `facets` are the active ones."""
    blanks = Counter(_blank(persona, facet) for facet in facets)
    del blanks[None]
    kinds = tuple(state for state in BLANKS if blanks[state])
    return Card(
        name=shown_name(persona),
        line="  ·  ".join(part for part in (persona.pronouns, persona.job.title) if part),
        brief=persona.brief,
        chips=stated_labels(persona, facets),
        blanks=kinds,
        blank_words=_blank_words(kinds, blanks.total()),
        finding_words=plural("{count} finding", "{count} findings", findings) if findings else "",
    )


def stated_labels(persona: Persona, facets: tuple[Facet, ...]) -> tuple[str, ...]:
    """Return the labels of what is stated, those of starred facets first."""
    by_id = {answer.facet: answer for answer in persona.answers}
    labels: list[str] = []
    for facet in sorted(facets, key=lambda facet: not facet.starred):
        answer = by_id.get(facet.id)
        for value_id in answer.counted_values if answer else ():
            value = facet.find_value(value_id)
            labels.append(value.label if value else value_id)
    return tuple(labels)


def _blank(persona: Persona, facet: Facet) -> AnswerState | None:
    answer = persona.answer(facet.id)
    if not answer.is_blank:
        return None
    return "undecided" if answer.state == "stated" else answer.state


def _blank_words(kinds: tuple[AnswerState, ...], count: int) -> str:
    if not kinds:
        return ""
    if len(kinds) > 1:
        return plural("{count} blank", "{count} blanks", count)
    word = small(_(ANSWER_STATES[kinds[0]].text))
    return _("{count} {kind}").format(count=count, kind=word)
