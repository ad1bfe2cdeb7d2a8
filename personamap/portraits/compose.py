"""Composes the parts of a portrait to a drawing. Nothing here reads an answer of the persona."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from personamap.domain.persona import Persona
from personamap.domain.portrait import IllustratedPortrait
from personamap.portraits.drawing import INK, NONE, Drawing, Shape, to_svg
from personamap.portraits.initials import initials
from personamap.portraits.parts import Layer, aids, layers

Crop = Literal["bust", "face"]

_VIEWS: dict[Crop, tuple[float, float, float]] = {
    "bust": (0.0, 0.0, 704.0),
    "face": (80.0, 50.0, 580.0),
}
_INITIALS_SIDE = 100.0
_ONE_LETTER, _TWO_LETTERS = 46.0, 38.0
_WHITE = "#FFFFFF"


def portrait_svg(persona: Persona, crop: Crop = "bust", ground: str = NONE) -> str:
    """Return the portrait of a persona as SVG: drawn parts, or initials where there are none.

    `ground` is the colour behind it, or `none`. A picture portrait comes
    out as initials, since its pixels are in the project's media.
    """
    return to_svg(portrait_drawing(persona, crop, ground))


def portrait_drawing(persona: Persona, crop: Crop = "bust", ground: str = NONE) -> Drawing:
    """Return the same as shapes, for exporters that paint by themselves."""
    if isinstance(persona.portrait, IllustratedPortrait):
        return illustrated(persona.portrait, crop, ground)
    letters = initials(persona.name)
    size = _ONE_LETTER if len(letters) == 1 else _TWO_LETTERS
    return Drawing(0.0, 0.0, _INITIALS_SIDE, (), ground, letters, size)


def illustrated(portrait: IllustratedPortrait, crop: Crop = "bust", ground: str = NONE) -> Drawing:
    """Return the drawing of an illustrated portrait."""
    left, top, side = _VIEWS[crop]
    inks = {
        "ink": INK,
        "white": _WHITE,
        "skin": portrait.skin,
        "hair": portrait.hair,
        "clothing": portrait.clothing,
    }
    shapes = tuple(
        replace(
            shape,
            fill=inks.get(shape.fill, shape.fill),
            stroke=inks.get(shape.stroke, shape.stroke),
        )
        for shape in _layered(portrait)
    )
    return Drawing(left, top, side, shapes, ground)


def _layered(portrait: IllustratedPortrait) -> Iterator[Shape]:
    chosen: tuple[tuple[Layer, str], ...] = (
        ("head", portrait.head),
        ("face", portrait.face),
        ("facial_hair", portrait.facial_hair),
        ("accessory", portrait.accessory),
    )
    used = [aids()[aid] for aid in portrait.aids if aid in aids()]
    for aid in used:
        yield from aid.shapes if aid.behind else ()
    for body in layers()["body"].values():
        yield from body.shapes
    for layer, name in chosen:
        part = layers()[layer].get(name)
        yield from part.shapes if part else ()
    for aid in used:
        yield from () if aid.behind else aid.shapes
