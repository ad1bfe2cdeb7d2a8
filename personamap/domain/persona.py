"""Personas: the people of a cast."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from personamap.domain.base import Entity, Id, IsoDate, Item, ShortText, Text
from personamap.domain.facet import FacetId
from personamap.domain.portrait import Look, Portrait

AnswerState = Literal["stated", "undecided", "open", "withheld", "undisclosed"]
Showing = Literal["seen", "heard", "mentioned", "writers"]
PersonaStatus = Literal["draft", "in_review", "approved"]
Quadrant = Literal["minimisation", "belonging", "reclusiveness", "overbearing"]

_MIDDLE = 0.5


class StatedValue(Entity):
    """One value of an answer with the qualifiers that go with it, such as "work" for a language."""

    value: Id
    qualifiers: tuple[Id, ...] = ()


class Answer(Entity):
    """What one persona says on one facet.

    Only a `stated` answer counts. The four other states are blanks of
    different kinds: `undecided` (nobody thought yet), `open` (the
    production team may choose), `withheld` (deliberately not said to
    learners) and `undisclosed` (true, and not disclosed in the story).
    Values and words written under a blank are kept, never counted, and
    printed only for those who may see them.
    """

    facet: FacetId
    state: AnswerState = "undecided"
    values: tuple[StatedValue, ...] = ()
    own_words: Text = ""
    shown: tuple[Showing, ...] = ()
    shown_how: Text = ""

    @property
    def counted_values(self) -> tuple[str, ...]:
        """The value ids that coverage may count."""
        return tuple(v.value for v in self.values) if self.state == "stated" else ()

    @property
    def is_blank(self) -> bool:
        """Tell whether this answer gives neither a value nor words that count."""
        return self.state != "stated" or not (self.values or self.own_words)


class Job(Entity):
    """What a persona does for a living, in words; the facets hold what is counted."""

    title: ShortText = ""
    department: ShortText = ""
    duties: Text = ""


class Voice(Entity):
    """How a persona speaks: the tone, lines they would say and phrases they would not."""

    tone: Text = ""
    sample_lines: tuple[Text, ...] = ()
    avoid: tuple[Text, ...] = ()


class Place(Entity):
    """A point in the belonging square: authenticity across, acceptance of others up, 0 to 1."""

    authenticity: float = Field(ge=0.0, le=1.0)
    acceptance: float = Field(ge=0.0, le=1.0)

    @property
    def quadrant(self) -> Quadrant:
        """Which of the four places this is; the middle counts as high."""
        match self.authenticity >= _MIDDLE, self.acceptance >= _MIDDLE:
            case True, True:
                return "belonging"
            case False, True:
                return "minimisation"
            case True, False:
                return "overbearing"
            case _:
                return "reclusiveness"


class TurningPoint(Entity):
    """A scene that moved a persona in the belonging square."""

    scene: Id
    note: Text = ""
    place: Place | None = None


class BelongingArc(Entity):
    """Where a persona stands at the start and the end of the course, and what turned it."""

    start: Place | None = None
    start_note: Text = ""
    end: Place | None = None
    end_note: Text = ""
    turning_points: tuple[TurningPoint, ...] = ()


class Evidence(Entity):
    """What something rests on, and who from the community has read it."""

    source: Text = ""
    reviewer: ShortText = ""
    date: IsoDate = ""


class LivedExperience(Entity):
    """That a persona has lived an experience, and how they tell it themselves."""

    experience: Id
    own_words: Text = ""


class Persona(Item):
    """A person of the cast.

    A persona holds only what the author wrote. Anything that can be
    worked out (coverage, similarity, position on the map) is computed
    from a snapshot and never stored here. `colour` is one of six calm
    grounds and accents, given in turn; `notes` keeps what fits nowhere
    else; a facet without an answer is undecided.
    """

    name: ShortText = ""
    pronunciation: ShortText = ""
    called: ShortText = ""
    pronouns: ShortText = ""
    age: Annotated[int, Field(ge=0, le=130)] | None = None
    portrait: Portrait | None = None
    colour: int = Field(default=0, ge=0, le=5)
    brief: Text = ""
    own_words: Text = ""
    job: Job = Job.model_construct()
    answers: tuple[Answer, ...] = ()
    experiences: tuple[LivedExperience, ...] = ()
    goals: tuple[Text, ...] = ()
    motivations: tuple[Text, ...] = ()
    strengths: tuple[Text, ...] = ()
    flaw: Text = ""
    feelings: Text = ""
    voice: Voice = Voice.model_construct()
    look: Look = Look.model_construct()
    dos: tuple[Text, ...] = ()
    donts: tuple[Text, ...] = ()
    belonging: BelongingArc = BelongingArc.model_construct()
    serves: tuple[Id, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    status: PersonaStatus = "draft"
    archived: bool = False
    notes: Text = ""

    @model_validator(mode="after")
    def _one_answer_per_facet(self) -> Persona:
        if len({answer.facet for answer in self.answers}) != len(self.answers):
            raise ValueError("a persona answers each facet once")
        return self

    def find_answer(self, facet_id: str) -> Answer | None:
        """Return what this persona says on a facet, if anything was ever noted."""
        return next((answer for answer in self.answers if answer.facet == facet_id), None)

    def answer(self, facet_id: str) -> Answer:
        """Return what this persona says on a facet; unasked means undecided."""
        return self.find_answer(facet_id) or Answer(facet=facet_id)
