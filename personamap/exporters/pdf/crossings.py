"""Who does what: the values of each facet against the functions of the story, in counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
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
    Wrapper,
)
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.look import MEASURE, RULE, SOFT, Look
from personamap.exporters.pdf.rows import Cell, Row, Ruled, Section
from personamap.exporters.pdf.shapes import rounded, strokes
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.i18n import in_digits

_LABEL_WIDTH, _NARROWEST_LABEL = 124.0, 84.0
_WIDEST_COLUMN, _NARROWEST_COLUMN = 44.0, 22.0
_INSET = 1.5
_HATCH_STEP = 5.0


class _Columns(Struct, frozen=True):
    """Where the columns of the counts start, and how wide each is."""

    starts: tuple[float, ...]
    widths: tuple[float, ...]

    @property
    def whole(self) -> float:
        """How wide all of them are together."""
        return sum(self.widths)


def crossings_section(coverage: Coverage, look: Look, node: Node) -> Block:
    """Return one table a facet; what nobody has is hatched."""
    head = KeepWithNext(look.label(node, "H2", coverage.crossed_title, look.head))
    note = KeepWithNext(look.label(node, "P", coverage.crossed_note, look.note))
    tables = [_table(crossing, look, node.add("Table")) for crossing in coverage.crossed]
    again = look.continued(coverage.crossed_title)
    return Section(None, Stack((head, note, *tables)), rtl=look.rtl, again=again)


def _table(crossing: Crossing, look: Look, node: Node) -> Block:
    columns = _columns([look.worded(text, look.note) for text in crossing.heads])
    line = node.add("TR")
    name = look.said_header(line, "Column", crossing.label, look.small_strong)
    heads = [look.label_header(line, "Column", text, look.note) for text in crossing.heads]
    for block in heads:
        block.align = "centre"
    rows: list[Block] = [Ruled(_cells(name, heads, columns, look), below=True)]
    rows += [_row(row, columns, look, node.add("TR")) for row in crossing.rows]
    return Wrapper(Stack(rows), gap=9)


def _columns(heads: Sequence[Paragraph]) -> _Columns:
    """Return equal columns, or where a word has no room in them, as much for each as it needs."""
    even = min(_WIDEST_COLUMN, (MEASURE - _LABEL_WIDTH) / len(heads))
    needs = [head.widest_word() + 2 * _INSET for head in heads]
    widths = [even] * len(heads)
    if max(needs) > even:
        wanted = [max(need, _NARROWEST_COLUMN) for need in needs]
        usual, most = MEASURE - _LABEL_WIDTH, MEASURE - _NARROWEST_LABEL
        share = min(max(sum(wanted), usual), most) / sum(wanted)
        widths = [width * share for width in wanted]
    first = min(_LABEL_WIDTH, MEASURE - sum(widths))
    return _Columns(tuple(accumulate(widths[:-1], initial=first)), tuple(widths))


def _cells(name: Block, others: Sequence[Block], columns: _Columns, look: Look) -> Row:
    cells = [Cell(0, columns.starts[0] - 6, name)]
    cells += map(Cell, columns.starts, columns.widths, others)
    return Row(cells, rtl=look.rtl, above=1, below=1)


def _row(row: CrossRow, columns: _Columns, look: Look, node: Node) -> Block:
    small = Style(look.text.fonts, 8, 12, look.text.colour if row.people else SOFT)
    name = look.said_header(node, "Row", row.label, small)
    counts = (row.people, *row.counts)
    if not row.people:
        cells = [Painted(12, _leave_blank, node.add("TD")) for _count in counts]
        return _Hatched(_cells(name, cells, columns, look), columns, look)
    numbers = [
        _count(count, look, node, stands_out=place > 0) for place, count in enumerate(counts)
    ]
    return _cells(name, numbers, columns, look)


def _leave_blank(_spot: Spot) -> None:
    """Draw nothing: the hatching says that nobody is there."""


def _count(count: int, look: Look, node: Node, *, stands_out: bool) -> Block:
    style = look.small_strong if count else Style(look.text.fonts, 8, 12, SOFT)
    number = look.label(node, "TD", in_digits(count), style)
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

    def __init__(self, inner: Block, columns: _Columns, look: Look) -> None:
        super().__init__(inner)
        self._columns, self._rtl = columns, look.rtl

    @override
    def draw(self, spot: Spot) -> None:
        height = self.height(spot.width, spot.fit) - 3
        start, width = self._columns.starts[0], self._columns.whole
        left = spot.left + (spot.width - start - width if self._rtl else start)
        _hatch(spot.canvas, (left, spot.top - height - 1.5, width, height))
        self.inner.draw(spot)


def _hatch(canvas: TaggedCanvas, box: tuple[float, float, float, float]) -> None:
    """Draw slanted lines in a box."""
    left, bottom, width, height = box
    start = left
    while start + height <= left + width:
        strokes(canvas, ((start, bottom), (start + height, bottom + height)), RULE, 0.5)
        start += _HATCH_STEP
