"""What a portrait is made of: flat shapes that any exporter can paint.

The subset is small on purpose. A drawing is a square view and a tuple of
shapes, painted in order. A path uses the absolute commands M, L, C and Z
alone, with numbers separated by spaces. `to_svg` writes
`<svg viewBox><rect/><g transform="matrix()"><path/></g><text/></svg>`.
"""

from __future__ import annotations

from msgspec import Struct

INK = "#2A211C"
NONE = "none"
FONT = "Inter"
"""One family: the screen takes no list, and merges other scripts in by itself."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Shape(Struct, frozen=True):
    """One path with its fill and its stroke; `none` paints nothing. Stroke ends are round."""

    path: str
    fill: str
    transform: Matrix = IDENTITY
    stroke: str = NONE
    stroke_width: float = 0.0
    even_odd: bool = False


class Drawing(Struct, frozen=True):
    """A square drawing: the part of the plane to show, and what to paint there.

    `ground` fills the square, or nothing does; `letters` are initials
    written in its middle, `letter_size` high, when there is no portrait.
    """

    left: float
    top: float
    side: float
    shapes: tuple[Shape, ...] = ()
    ground: str = NONE
    letters: str = ""
    letter_size: float = 0.0


def to_svg(drawing: Drawing) -> str:
    """Write a drawing as an SVG document."""
    view = f"{drawing.left:g} {drawing.top:g} {drawing.side:g} {drawing.side:g}"
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">']
    if drawing.ground != NONE:
        parts.append(
            f'<rect x="{drawing.left:g}" y="{drawing.top:g}" width="{drawing.side:g}"'
            f' height="{drawing.side:g}" fill="{drawing.ground}"/>'
        )
    return "".join((*parts, shapes_svg(drawing), "</svg>"))


def shapes_svg(drawing: Drawing) -> str:
    """Write what a drawing shows, without its ground, for a larger SVG document."""
    parts = [_shape_svg(shape) for shape in drawing.shapes]
    if drawing.letters:
        parts.append(_letters_svg(drawing))
    return "".join(parts)


def _shape_svg(shape: Shape) -> str:
    matrix = " ".join(f"{number:g}" for number in shape.transform)
    rule = ' fill-rule="evenodd"' if shape.even_odd else ""
    stroke = ""
    if shape.stroke != NONE:
        stroke = (
            f' stroke="{shape.stroke}" stroke-width="{shape.stroke_width:g}"'
            ' stroke-linecap="round" stroke-linejoin="round"'
        )
    path = f'<path d="{shape.path}" fill="{shape.fill}"{rule}{stroke}/>'
    return path if shape.transform == IDENTITY else f'<g transform="matrix({matrix})">{path}</g>'


def _letters_svg(drawing: Drawing) -> str:
    # It loads every named character of HTML, and most people have a portrait.
    from html import escape

    middle = drawing.left + drawing.side / 2
    baseline = drawing.top + drawing.side / 2 + drawing.letter_size * 0.36
    return (
        f'<text x="{middle:g}" y="{baseline:g}" font-family="{FONT}" font-weight="600"'
        f' font-size="{drawing.letter_size:g}" text-anchor="middle" fill="{INK}">'
        f"{escape(drawing.letters, quote=False)}</text>"
    )
