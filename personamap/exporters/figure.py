"""How a persona is pictured in a document, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from personamap.portraits.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Picture:
    """The imported picture of a persona, and the square of it to show, in parts of its width."""

    data: bytes
    left: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class Figure:
    """How a persona is pictured: an imported picture, or drawings (initials where none is).

    `credit` says, ready to print, whose picture it is.
    """

    name: str
    colour: int
    bust: Drawing
    face: Drawing
    picture: Picture | None = None
    alt: str = ""
    credit: str = ""
