"""Scenes of the course, where they are set, and who does what in them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from personamap.domain.base import Entity, Id, Item, ShortText, Text

NarrativeFunction = Literal[
    "leads",
    "decides",
    "explains",
    "learns",
    "errs",
    "harms",
    "is_harmed",
    "is_helped",
    "helps",
    "asks",
    "supports",
    "background",
]
Presence = Literal["speaks", "silent", "mentioned"]
Safety = Literal["", "safe", "unsafe", "mixed"]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class InclusionAnswer(Entity):
    """What the team answered to one inclusion question about a space."""

    question: Id
    answer: Text = ""
    settled: bool = False


class Setting(Entity):
    """Where a scene happens, and what was thought of so that people can take part in it."""

    space: Literal["", "physical", "virtual", "hybrid"] = ""
    place: Text = ""
    inclusion: tuple[InclusionAnswer, ...] = ()


class Appearance(Entity):
    """What one persona does in one scene; `lines` and `words` are what they say."""

    persona: Id
    functions: tuple[NarrativeFunction, ...] = ()
    presence: Presence = "speaks"
    lines: Count = 0
    words: Count = 0
    note: Text = ""


class Scene(Item):
    """Something that happens in the course, in the order of the project's scenes.

    `risk_takers` are the personas who dare something in it, `safety` says
    whether it is safe to speak up there, `serves` names course goals.
    """

    title: ShortText = ""
    summary: Text = ""
    setting: Setting = Setting.model_construct()
    appearances: tuple[Appearance, ...] = ()
    risk_takers: tuple[Id, ...] = ()
    safety: Safety = ""
    safety_note: Text = ""
    serves: tuple[Id, ...] = ()

    def find_appearance(self, persona_id: str) -> Appearance | None:
        """Return what a persona does here, if they are in this scene."""
        return next((a for a in self.appearances if a.persona == persona_id), None)
