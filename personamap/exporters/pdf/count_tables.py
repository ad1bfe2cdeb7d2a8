"""Plain tables of the coverage report: a name and its counts, with bars where rows compare."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from personamap.exporters.coverage_parts import CountTable
from personamap.exporters.pdf.blocks import Block, KeepWithNext, Painted, Spot, Stack, TextBlock
from personamap.exporters.pdf.look import MEASURE, Look
from personamap.exporters.pdf.page_ends import in_company
from personamap.exporters.pdf.rows import Cell, Row, Ruled, Section
from personamap.exporters.pdf.shapes import rectangle
from personamap.exporters.pdf.tags import Node

_BAR_HEIGHT = 12.0
_BAR_THICKNESS = 5.0
_SPACE = 10.0


class Columns(Struct, frozen=True):
    """Where the columns of a table start; bars take what is left at the end."""

    starts: tuple[float, ...]
    bars: float = MEASURE


AUDIENCE = Columns((0.0, 96.0, 156.0, 226.0, 282.0, 332.0))
VOICES = Columns((0.0, 160.0, 208.0, 266.0, 314.0), bars=366.0)
OTHERS = Columns((0.0, 110.0, 280.0, 410.0))


def count_section(table: CountTable, columns: Columns, look: Look, node: Node) -> Block:
    """Return a titled table."""
    head = KeepWithNext(look.label(node, "H2", table.title, look.head))
    note = KeepWithNext(look.label(node, "P", table.note, look.note))
    grid = node.add("Table")
    line = grid.add("TR")
    titles = [look.label_header(line, "Column", title, look.note) for title in table.heads]
    first = KeepWithNext(Ruled(_line(titles, columns, look), below=True))
    rows: list[Block] = []
    for place, texts in enumerate(table.rows):
        line = grid.add("TR")
        name = TextBlock(look.worded(texts[0], look.text), line.header_cell("Row"))
        cells = [name, *(look.said(line, "TD", text, look.text) for text in texts[1:])]
        bar = table.bars[place] if table.bars else 0.0
        rows.append(Ruled(_line(cells, columns, look, bar), below=True))
    heads = [look.decoration(title, look.note) for title in table.heads]
    again = Stack((look.continued(table.title), Ruled(_line(heads, columns, look), below=True)))
    return Section(None, Stack((head, note, first, *in_company(rows))), rtl=look.rtl, again=again)


def _line(blocks: Sequence[Block], columns: Columns, look: Look, bar: float = 0.0) -> Row:
    ends = (*columns.starts[1:], columns.bars)
    cells = [
        Cell(start, end - start - _SPACE, block)
        for start, end, block in zip(columns.starts, ends, blocks, strict=True)
    ]
    if bar:
        cells.append(Cell(columns.bars, MEASURE - columns.bars, _bar(bar, look)))
    return Row(cells, rtl=look.rtl, above=2, below=2.5)


def _bar(share: float, look: Look) -> Block:
    def paint(spot: Spot) -> None:
        width = spot.width * share
        left = spot.left + (spot.width - width if look.rtl else 0.0)
        bottom = spot.top - (_BAR_HEIGHT + _BAR_THICKNESS) / 2
        with spot.canvas.tagged(None):
            rectangle(spot.canvas, (left, bottom, width, _BAR_THICKNESS), look.accent)

    return Painted(_BAR_HEIGHT, paint)
