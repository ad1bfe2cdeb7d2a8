"""Portraits as SVG: alone or on a ground, with alternative text, nothing from outside."""

from __future__ import annotations

import base64
from html import escape

from personamap.exporters.figure import Figure, Picture
from personamap.exporters.figures import TINTS
from personamap.exporters.outline import PortraitSheet
from personamap.exporters.squares import png_of, square_of
from personamap.portraits.drawing import Drawing, shapes_svg

_CORNER = 12.0
_PIXELS = 480
"""So many pixels wide is an imported picture in a larger drawing."""


def portrait_svg(sheet: PortraitSheet, lang: str) -> str:
    """Return a portrait that a slide or a page of any colour can carry.

    What a drawing has outside its square is cut off by name, because not
    every program that reads SVG does so by itself. Initials keep their disc.
    """
    figure, pixels = sheet.figure, sheet.pixels
    left, top, side = _view(figure)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {side:g} {side:g}" '
        f'width="{pixels}" height="{pixels}" role="img" lang="{escape(lang)}">'
        f"<title>{escape(figure.name)}</title><desc>{escape(_described(figure))}</desc>"
        f'<defs><clipPath id="frame"><rect x="{left:g}" y="{top:g}" width="{side:g}" '
        f'height="{side:g}"/></clipPath></defs>'
        f'<g clip-path="url(#frame)">{_shown(figure, pixels)}</g></svg>\n'
    )


def grounded_svg(figure: Figure, place: tuple[float, float, float], key: str, *, rtl: bool) -> str:
    """Return a portrait on its tinted ground at a place (left, top, side) of a larger drawing.

    Where one reads from the right a drawing looks to the other side; pictures and initials stay.
    `key` tells its frame from all others of the drawing.
    """
    (left, top, side), (seen_left, seen_top, seen) = place, _view(figure)
    scale = side / seen
    x, across = left - seen_left * scale, scale
    if rtl and not figure.picture and not figure.bust.letters:
        x, across = left + side + seen_left * scale, -scale
    moved = f"translate({x:.2f} {top - seen_top * scale:.2f}) scale({across:.5f} {scale:.5f})"
    frame = (
        f'<rect x="{left:g}" y="{top:g}" width="{side:g}" height="{side:g}" rx="{_CORNER:g}"'
        f' fill="{TINTS[figure.colour]}"/>'
    )
    return (
        f'<g role="img"><title>{escape(figure.alt)}</title>{frame}'
        f'<defs><clipPath id="{key}">{frame}</clipPath></defs>'
        f'<g clip-path="url(#{key})"><g transform="{moved}">{_shown(figure, _PIXELS)}</g></g></g>'
    )


def _described(figure: Figure) -> str:
    return "\n".join(filter(None, (figure.alt, figure.credit)))


def _view(figure: Figure) -> tuple[float, float, float]:
    if figure.picture:
        return 0.0, 0.0, 1.0
    return figure.bust.left, figure.bust.top, figure.bust.side


def _shown(figure: Figure, pixels: int) -> str:
    if figure.picture:
        return _picture(figure.picture, pixels)
    if figure.bust.letters:
        return _disc(figure.bust, TINTS[figure.colour]) + shapes_svg(figure.bust)
    return shapes_svg(figure.bust)


def _disc(drawing: Drawing, colour: str) -> str:
    half = drawing.side / 2
    x, y = drawing.left + half, drawing.top + half
    return f'<circle cx="{x:g}" cy="{y:g}" r="{half:g}" fill="{colour}"/>'


def _picture(picture: Picture, pixels: int) -> str:
    png = base64.b64encode(png_of(square_of(picture, pixels))).decode()
    return f'<image width="1" height="1" href="data:image/png;base64,{png}"/>'
