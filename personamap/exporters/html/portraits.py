"""Portraits in a web page: drawings as they are, pictures cut to their square."""

from __future__ import annotations

import base64

from personamap.exporters.figure import Figure, Picture
from personamap.exporters.figures import TINTS
from personamap.exporters.html.markup import Markup, tag
from personamap.exporters.squares import png_of, square_of
from personamap.portraits.drawing import shapes_svg

_PIXELS = 480


def portrait(figure: Figure, kind: str = "bust") -> Markup:
    """Return a portrait on its ground, with its alternative text."""
    if figure.picture:
        source = f"data:image/png;base64,{_square(figure.picture)}"
        return tag("img", class_=f"portrait {kind}", src=source, alt=figure.alt)
    drawing = figure.bust if kind == "bust" else figure.face
    turning = "" if drawing.letters else " drawn"
    view = f"{drawing.left:g} {drawing.top:g} {drawing.side:g} {drawing.side:g}"
    return tag(
        "svg",
        Markup(shapes_svg(drawing)),
        class_=f"portrait {kind}{turning}",
        viewBox=view,
        role="img",
        aria_label=figure.alt,
        style=f"background:{TINTS[figure.colour]}",
    )


def _square(picture: Picture) -> str:
    return base64.b64encode(png_of(square_of(picture, _PIXELS))).decode()
