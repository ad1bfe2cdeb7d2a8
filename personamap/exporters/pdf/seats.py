"""Who sits where: the values of each facet with the faces on them, and the empty seats."""

from __future__ import annotations

import math

from personamap.exporters.coverage_parts import (
    Coverage,
    Seat,
    SeatRow,
)
from personamap.exporters.pdf.blocks import Block, KeepWithNext, Painted, Spot, Stack
from personamap.exporters.pdf.look import MEASURE, SOFT, Look
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.rows import Cell, Row, Ruled, Section
from personamap.exporters.pdf.shapes import dashed_ring, disc
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph, Style

_FACE = 12.0
_FACE_STEP = 26.0
_MOST_FACES = 3
_LABEL_WIDTH = 78.0
_SEATS_START = 86.0
_SEATS_A_LINE = 5
_SEAT_WIDTH = (MEASURE - _SEATS_START) / _SEATS_A_LINE


def seats_section(coverage: Coverage, look: Look, node: Node, portraits: Portraits) -> Block:
    """Return one row a facet; a facet with many values takes several lines."""
    head = KeepWithNext(look.label(node, "H2", coverage.seats_title, look.head))
    rows: list[Block] = [head]
    for place, row in enumerate(coverage.rows):
        block = _row(row, look, node.add("Sect"), portraits)
        rows.append(Ruled(block, below=True) if place < len(coverage.rows) - 1 else block)
    again = look.continued(coverage.seats_title)
    return Section(None, Stack(rows), rtl=look.rtl, again=again)


def _row(row: SeatRow, look: Look, node: Node, portraits: Portraits) -> Block:
    label = [look.said(node, "H3", row.label, look.strong)]
    if row.note:
        label.append(look.label(node, "P", row.note, look.note))
    items = node.bullet_list("None")
    lines: list[Block] = []
    a_line = _shared(len(row.seats))
    for start in range(0, len(row.seats), a_line):
        cells = [
            Cell(
                place * _SEAT_WIDTH,
                _SEAT_WIDTH - 6,
                _seat(seat, look, items.add("LI").add("LBody"), portraits),
            )
            for place, seat in enumerate(row.seats[start : start + a_line])
        ]
        line = Row(cells, rtl=look.rtl)
        line.gap = 8
        lines.append(line)
    if row.absent:
        lines.append(look.label(node, "P", row.absent, look.note, gap=6))
    cells = [
        Cell(0, _LABEL_WIDTH, Stack(label)),
        Cell(_SEATS_START, MEASURE - _SEATS_START, Stack(lines)),
    ]
    return Row(cells, rtl=look.rtl, above=8, below=6)


def _shared(seats: int) -> int:
    """Return how many seats stand on a line, so that the last line has about as many."""
    lines = math.ceil(seats / _SEATS_A_LINE)
    return math.ceil(seats / max(1, lines)) or 1


def _seat(seat: Seat, look: Look, node: Node, portraits: Portraits) -> Block:
    taken = bool(seat.people)
    faces = _faces(seat, look, node, portraits)
    style = look.text if taken else look.soft
    small = Style(style.fonts, 8, 11, style.colour)
    label = look.said(node, "P", seat.label, small, gap=3)
    strong = Style(look.shelf.strong, 8, 12, look.text.colour if taken else SOFT)
    return Stack((faces, label, look.label(node, "P", seat.count, strong)))


def _faces(seat: Seat, look: Look, node: Node, portraits: Portraits) -> Block:
    shown = seat.people[:_MOST_FACES]
    names = ", ".join(figure.name for figure in seat.people)
    figure = node.add("Figure", alt=names) if shown else None
    more = len(seat.people) - len(shown)

    def paint(spot: Spot) -> None:
        if not shown:
            dashed_ring(spot.canvas, _centre(spot, 0, look), _FACE - 1, SOFT)
        for place in reversed(range(len(shown))):
            portraits.face(shown[place], _centre(spot, place, look), _FACE)
        if more > 0:
            _more(spot, more, look)

    return Painted(2 * _FACE, paint, figure)


def _centre(spot: Spot, place: int, look: Look) -> tuple[float, float]:
    step = min(_FACE_STEP, (spot.width - 2 * _FACE) / (_MOST_FACES - 1))
    along = _FACE + place * step
    return spot.left + (spot.width - along if look.rtl else along), spot.top - _FACE


def _more(spot: Spot, count: int, look: Look) -> None:
    """Write how many more there are over the last face."""
    x, y = _centre(spot, _MOST_FACES - 1, look)
    disc(spot.canvas, (x, y), _FACE, look.tint)
    style = Style(look.shelf.strong, 8, 12, look.accent)
    place = (x - _FACE, y + 6, 2 * _FACE)
    Paragraph(f"+{count + 1}", style).draw(spot.canvas, place, align="centre")
