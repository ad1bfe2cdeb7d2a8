"""How a persona is pictured in a document, whatever its format."""

from __future__ import annotations

from msgspec import Struct

from personamap.portraits.drawing import Drawing


class Picture(Struct, frozen=True):
    """The imported picture of a persona, and the square of it to show, in parts of its width."""

    data: bytes
    left: float
    top: float
    size: float


class Figure(Struct, frozen=True):
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
