"""The belonging square: where a persona starts, what turns them, where they end."""

from __future__ import annotations

import math

from personamap.domain.persona import Place
from personamap.exporters.pdf.blocks import Spot
from personamap.exporters.pdf.look import PAPER, RULE, Look
from personamap.exporters.pdf.shapes import (
    Point,
    disc,
    frame,
    rectangle,
    ring,
    strokes,
    triangle,
)
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.exporters.sheet_parts import Arc, Square

SQUARE_HEIGHT = 132.0
_INSET = 8.0
_ARROW = 7.0


def paint_square(spot: Spot, arc: Arc, square: Square, look: Look) -> None:
    """Paint the square; mirrored when the page is read from the right."""
    side = SQUARE_HEIGHT
    left = spot.left + (spot.width - side if look.rtl else 0)
    bottom = spot.top - side
    half = side / 2
    belonging = left if look.rtl else left + half
    canvas = spot.canvas
    rectangle(canvas, (belonging, bottom + half, half, half), look.tint)
    frame(canvas, (left, bottom, side, side), RULE, 0.75)
    strokes(canvas, ((left + half, bottom), (left + half, bottom + side)), RULE, 0.5)
    strokes(canvas, ((left, bottom + half), (left + side, bottom + half)), RULE, 0.5)
    _names(spot, square, look, (left, bottom))

    def point(place: Place) -> Point:
        across = 1 - place.authenticity if look.rtl else place.authenticity
        room = side - 2 * _INSET
        return left + _INSET + across * room, bottom + _INSET + place.acceptance * room

    _way(spot, arc, look, [point(p) for p in _places(arc)])
    for turn in arc.turns:
        if turn.place and turn.label.isdigit():
            _numbered(spot, turn.label, point(turn.place), look)


def _places(arc: Arc) -> list[Place]:
    between = [turn.place for turn in arc.turns]
    return [place for place in (arc.start, *between, arc.end) if place]


def _names(spot: Spot, square: Square, look: Look, corner: Point) -> None:
    left, bottom = corner
    half = SQUARE_HEIGHT / 2
    style = look.note
    corners = ((0, 1), (1, 1), (0, 0), (1, 0))
    for name, (across, up) in zip(square.places, corners, strict=True):
        place = 1 - across if look.rtl else across
        said, width = Paragraph(name, style), half - 5
        top = bottom + (SQUARE_HEIGHT - 2 if up else 2 + said.height(width))
        align = "right" if place else "left"
        said.draw(spot.canvas, (left + 5 + place * width, top, width), align=align)


def _way(spot: Spot, arc: Arc, look: Look, points: list[Point]) -> None:
    canvas = spot.canvas
    if len(points) > 1:
        strokes(canvas, points, look.accent, 1.5)
        if arc.end:
            _arrow_head(spot, points[-2], points[-1], look.accent)
    elif arc.end:
        disc(canvas, points[0], 3.5, look.accent)
    if arc.start:
        disc(canvas, points[0], 4, PAPER)
        ring(canvas, points[0], 4, look.accent, 1.5)


def _arrow_head(spot: Spot, before: Point, tip: Point, colour: str) -> None:
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    corners = [
        (tip[0] - _ARROW * math.cos(angle + turn), tip[1] - _ARROW * math.sin(angle + turn))
        for turn in (0.45, -0.45)
    ]
    triangle(spot.canvas, (tip, *corners), colour)


def _numbered(spot: Spot, label: str, centre: Point, look: Look) -> None:
    disc(spot.canvas, centre, 6, look.accent)
    style = Style(look.shelf.strong, 8, 12, PAPER)
    place = (centre[0] - 6, centre[1] + 6, 12)
    Paragraph(label, style).draw(spot.canvas, place, align="centre")
