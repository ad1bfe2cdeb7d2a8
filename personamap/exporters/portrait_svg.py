"""A single portrait as SVG: on no ground, with its alternative text, nothing from outside."""

from __future__ import annotations

import base64
from html import escape

from personamap.exporters.figure import Figure, Picture
from personamap.exporters.figures import TINTS
from personamap.exporters.outline import PortraitSheet
from personamap.exporters.squares import png_of, square_of
from personamap.portraits.drawing import Drawing, shapes_svg


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
        f"<title>{escape(figure.name)}</title><desc>{escape(figure.alt)}</desc>"
        f'<defs><clipPath id="frame"><rect x="{left:g}" y="{top:g}" width="{side:g}" '
        f'height="{side:g}"/></clipPath></defs>'
        f'<g clip-path="url(#frame)">{_shown(sheet)}</g></svg>\n'
    )


def _view(figure: Figure) -> tuple[float, float, float]:
    if figure.picture:
        return 0.0, 0.0, 1.0
    return figure.bust.left, figure.bust.top, figure.bust.side


def _shown(sheet: PortraitSheet) -> str:
    figure = sheet.figure
    if figure.picture:
        return _picture(figure.picture, sheet.pixels)
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
