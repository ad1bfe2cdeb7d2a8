"""Belonging arcs side by side: three squares in a row, with what turned each of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from personamap.exporters.figures import ACCENTS, TINTS
from personamap.exporters.pdf.blocks import Block, KeepWithNext, Painted, Spot, Stack
from personamap.exporters.pdf.look import Look, column, columns
from personamap.exporters.pdf.rows import Cell, Row, Section
from personamap.exporters.pdf.square import SQUARE_HEIGHT, paint_square
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.turns import turn_items
from personamap.exporters.sheet_parts import Arc, Sheet

_ACROSS = 3


def arc_rows(sheets: Sequence[Sheet], look: Look, node: Node) -> list[Block]:
    """Return all arcs of these people, in the order of the cast."""
    arcs = [
        (sheet, section)
        for sheet in sheets
        for section in sheet.back
        if isinstance(section, Arc) and (section.square or section.turns)
    ]
    return [
        _row(arcs[start : start + _ACROSS], look, node) for start in range(0, len(arcs), _ACROSS)
    ]


def _row(arcs: Sequence[tuple[Sheet, Arc]], look: Look, node: Node) -> Block:
    cells = [
        Cell(column(1 + 4 * place), columns(4) - 4, _one(sheet, arc, look, node.add("Sect")))
        for place, (sheet, arc) in enumerate(arcs)
    ]
    return Section(None, Row(cells, rtl=look.rtl, loose=True), rtl=look.rtl)


def _one(sheet: Sheet, arc: Arc, look: Look, node: Node) -> Block:
    own = look.coloured(ACCENTS[sheet.figure.colour], TINTS[sheet.figure.colour])
    parts: list[Block] = [KeepWithNext(own.said(node, "H2", sheet.name, own.head))]
    if arc.square:
        parts.append(_square(arc, own, node))
    if arc.turns:
        # What changed is marked on the sheets, whose last page says since when.
        plain = [replace(turn, changed=False) for turn in arc.turns]
        parts += turn_items(plain, own, node)
    return Stack(parts)


def _square(arc: Arc, look: Look, node: Node) -> Block:
    square = arc.square
    figure = look.labelled(node.add("Figure", alt=arc.summary))

    def paint(spot: Spot) -> None:
        if square:
            paint_square(spot, arc, square, look)

    return KeepWithNext(Painted(SQUARE_HEIGHT, paint, figure, gap=6))
