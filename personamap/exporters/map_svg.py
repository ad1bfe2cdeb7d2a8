"""The persona map as SVG: real text, drawings, nothing from outside."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from personamap.analysis.map.lines import Box
from personamap.exporters.direction import runs_against
from personamap.exporters.figure import Figure, Picture
from personamap.exporters.figures import TINTS
from personamap.exporters.outline import MapSheet
from personamap.exporters.poster import (
    FONTS,
    GROUND,
    Drawn,
    Label,
    Line,
    Measure,
    Panel,
    Portrait,
    Tip,
    make_poster,
)
from personamap.portraits.drawing import shapes_svg

_BASELINE = 0.35
_ANCHORS = {
    ("left", False): "start",
    ("left", True): "end",
    ("centre", False): "middle",
    ("centre", True): "middle",
    ("right", False): "end",
    ("right", True): "start",
}
"""Which end of a text its place is, by alignment and by whether it runs from right to left."""


def map_svg(sheet: MapSheet, measure: Measure, lang: str, *, rtl: bool = False) -> str:
    """Return the map as an SVG document that says what it shows.

    Labels start where they were measured to start, so it does not take the
    direction of a page it is put into.
    """
    poster = make_poster(sheet, measure, rtl=rtl)
    left, top, width, height = poster.extent
    parts = (
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.1f} {top:.1f} {width:.1f} '
            f'{height:.1f}" width="{width:.0f}" height="{height:.0f}" role="img" '
            f'lang="{escape(lang)}" direction="ltr" font-family="{FONTS}">'
        ),
        f"<title>{escape(sheet.title)}</title><desc>{escape(_described(sheet))}</desc>",
        (
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" '
            f'fill="{GROUND}"/>'
        ),
        *(_drawn(drawn, f"face{number}") for number, drawn in enumerate(poster.drawn)),
        "</svg>\n",
    )
    return "".join(parts)


def _described(sheet: MapSheet) -> str:
    return "\n".join(filter(None, (sheet.summary, sheet.credits)))


def _drawn(drawn: Drawn, key: str) -> str:
    match drawn:
        case Line():
            return _line(drawn)
        case Tip():
            corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in drawn.corners)
            return f'<polygon points="{corners}" fill="{drawn.colour}"/>'
        case Panel():
            return _panel(drawn)
        case Portrait():
            return "".join(_portrait(drawn, key))
        case Label():
            return _label(drawn)


def _line(line: Line) -> str:
    (x, y), (cx, cy), (ex, ey) = line.bow.start, line.bow.control, line.bow.end
    return (
        f'<path d="M{x:.1f} {y:.1f} Q{cx:.1f} {cy:.1f} {ex:.1f} {ey:.1f}" fill="none" '
        f'stroke="{line.colour}" stroke-width="{line.width:g}" stroke-linecap="round"'
        f"{_dashes(line.dashes)}/>"
    )


def _panel(panel: Panel) -> str:
    edge = f' stroke="{panel.edge}"{_dashes(panel.dashes)}' if panel.edge else ""
    return f'<rect {_place(panel.box)} rx="{panel.radius:g}" fill="{panel.fill}"{edge}/>'


def _portrait(portrait: Portrait, key: str) -> Iterator[str]:
    (x, y), radius, figure = portrait.middle, portrait.radius, portrait.figure
    circle = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"'
    square = (x - radius, y - radius, 2 * radius, 2 * radius)
    yield f'<defs><clipPath id="{key}">{circle}/></clipPath></defs>'
    yield f'{circle} fill="{TINTS[figure.colour]}"/>'
    yield f'<g clip-path="url(#{key})"><title>{escape(figure.alt)}</title>'
    yield _picture(figure.picture, square) if figure.picture else _face(figure, square)
    yield f'</g>{circle} fill="none" stroke="#C3C7CE"/>'


def _face(figure: Figure, square: Box) -> str:
    drawing, (left, top, side, _side) = figure.face, square
    scale = side / drawing.side
    x, y = left - drawing.left * scale, top - drawing.top * scale
    moved = f"translate({x:.2f} {y:.2f}) scale({scale:.5f})"
    return f'<g transform="{moved}">{shapes_svg(drawing)}</g>'


def _picture(picture: Picture, square: Box) -> str:
    left, top, side, _side = square
    width = side / picture.size
    x, y = left - picture.left * width, top - picture.top * width
    kind = "png" if picture.data.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{base64.b64encode(picture.data).decode()}"
    return f'<image x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" href="{source}"/>'


def _label(label: Label) -> str:
    runs_left = runs_against(label.text, rtl=False)
    anchor = _ANCHORS[label.align, runs_left]
    direction = ' direction="rtl"' if runs_left else ""
    weight = ' font-weight="600"' if label.strong else ""
    y = label.y + label.size * _BASELINE
    return (
        f'<text x="{label.x:.1f}" y="{y:.1f}" font-size="{label.size:g}" fill="{label.colour}" '
        f'text-anchor="{anchor}"{direction}{weight}>{escape(label.text)}</text>'
    )


def _place(box: Box) -> str:
    left, top, width, height = box
    return f'x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}"'


def _dashes(dashes: tuple[float, float] | None) -> str:
    return f' stroke-dasharray="{dashes[0]:g} {dashes[1]:g}"' if dashes else ""
