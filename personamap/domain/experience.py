"""What personas have lived, and how they stand to each other."""

from __future__ import annotations

from typing import Literal

from personamap.domain.base import Id, Item, ShortText, Text
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Evidence

Power = Literal["source", "target", "equal", "unclear"]
Trust = Literal["low", "mixed", "high", "unclear"]


class Experience(Item):
    """A lived experience: a situation, a barrier or enabler in it, what is done, what helps.

    Personas point at the experiences they have lived; one that several
    personas point at is a shared experience.
    """

    title: ShortText = ""
    situation: Text = ""
    turn: Literal["barrier", "enabler"] = "barrier"
    turn_text: Text = ""
    response: Text = ""
    help: Text = ""
    context: Literal["", "permanent", "temporary", "situational"] = ""
    themes: tuple[ShortText, ...] = ()
    touches: tuple[ValueRef, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Relationship(Item):
    """A typed, directed tie between two personas.

    `label` reads from source to target ("manages"), `reciprocal` from
    target to source ("reports to"); a tie that reads the same both ways
    has both alike. `power` names the side that holds it.
    """

    source: Id
    target: Id
    label: ShortText = ""
    reciprocal: ShortText = ""
    power: Power = "unclear"
    trust: Trust = "unclear"
    note: Text = ""
