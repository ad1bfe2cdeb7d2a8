"""Who does what: the values of each facet against the functions of the story, in counts."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from personamap.exporters.coverage_parts import (
    Coverage,
    Crossing,
    CrossRow,
)
from personamap.exporters.pdf.blocks import (
    Block,
    KeepWithNext,
    Painted,
    Spot,
    Stack,
    TextBlock,
    Wrapper,
)
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.look import MEASURE, RULE, SOFT, Look
from personamap.exporters.pdf.rows import Cell, Row, Ruled, Section
from personamap.exporters.pdf.shapes import rounded, strokes
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Style

_LABEL_WIDTH = 124.0
_ROW_HEIGHT = 15.0
_WIDEST_COLUMN = 44.0
_INSET = 1.5
_HATCH_STEP = 5.0


def crossings_section(coverage: Coverage, look: Look, node: Node) -> Block:
    """Return one table a facet; what nobody has is hatched."""
    head = KeepWithNext(look.label(node, "H2", coverage.crossed_title, look.head))
    note = KeepWithNext(look.label(node, "P", coverage.crossed_note, look.note))
    tables = [_table(crossing, look, node.add("Table")) for crossing in coverage.crossed]
    again = look.continued(coverage.crossed_title)
    return Section(None, Stack((head, note, *tables)), rtl=look.rtl, again=again)


def _table(crossing: Crossing, look: Look, node: Node) -> Block:
    width = min(_WIDEST_COLUMN, (MEASURE - _LABEL_WIDTH) / len(crossing.heads))
    line = node.add("TR")
    name = look.said(line, "TH", crossing.label, look.small_strong)
    _scoped(name, "Column")
    heads = [look.label(line, "TH", text, look.note) for text in crossing.heads]
    for block in heads:
        _scoped(block, "Column")
        block.align = "centre"
    rows: list[Block] = [Ruled(_cells(name, heads, width, look), below=True)]
    rows += [_row(row, width, look, node.add("TR")) for row in crossing.rows]
    return Wrapper(Stack(rows), gap=9)


def _scoped(block: TextBlock, scope: str) -> None:
    if block.node is not None:
        block.node.attributes["Table"] = {"Scope": f"/{scope}"}


def _cells(name: Block, others: Sequence[Block], width: float, look: Look) -> Row:
    cells = [Cell(0, _LABEL_WIDTH - 6, name)]
    cells += [
        Cell(_LABEL_WIDTH + place * width, width, block) for place, block in enumerate(others)
    ]
    return Row(cells, rtl=look.rtl, above=1, below=1)


def _row(row: CrossRow, width: float, look: Look, node: Node) -> Block:
    small = Style(look.text.fonts, 8, 12, look.text.colour if row.people else SOFT)
    name = look.said(node, "TH", row.label, small)
    _scoped(name, "Row")
    counts = (row.people, *row.counts)
    if not row.people:
        cells = [Painted(12, _leave_blank, node.add("TD")) for _count in counts]
        return _Hatched(_cells(name, cells, width, look), len(counts) * width, look)
    numbers = [
        _count(count, look, node, stands_out=place > 0) for place, count in enumerate(counts)
    ]
    return _cells(name, numbers, width, look)


def _leave_blank(_spot: Spot) -> None:
    """Draw nothing: the hatching says that nobody is there."""


def _count(count: int, look: Look, node: Node, *, stands_out: bool) -> Block:
    style = look.small_strong if count else Style(look.text.fonts, 8, 12, SOFT)
    number = look.label(node, "TD", str(count), style)
    number.align = "centre"
    return _Ground(number, look.tint) if count and stands_out else number


class _Ground(Wrapper):
    """A count on a tinted ground, so that it is found at a glance."""

    def __init__(self, inner: Block, colour: str) -> None:
        super().__init__(inner)
        self._colour = colour

    @override
    def draw(self, spot: Spot) -> None:
        height = self.height(spot.width, spot.fit)
        box = (spot.left + _INSET, spot.top - height, spot.width - 2 * _INSET, height)
        rounded(spot.canvas, box, 3.0, self._colour)
        self.inner.draw(spot)


class _Hatched(Wrapper):
    """A row that nobody is in."""

    def __init__(self, inner: Block, width: float, look: Look) -> None:
        super().__init__(inner)
        self._width, self._rtl = width, look.rtl

    @override
    def draw(self, spot: Spot) -> None:
        height = self.height(spot.width, spot.fit) - 3
        left = spot.left + (spot.width - _LABEL_WIDTH - self._width if self._rtl else _LABEL_WIDTH)
        _hatch(spot.canvas, (left, spot.top - height - 1.5, self._width, height))
        self.inner.draw(spot)


def _hatch(canvas: TaggedCanvas, box: tuple[float, float, float, float]) -> None:
    """Draw slanted lines in a box."""
    left, bottom, width, height = box
    start = left
    while start + height <= left + width:
        strokes(canvas, ((start, bottom), (start + height, bottom + height)), RULE, 0.5)
        start += _HATCH_STEP
