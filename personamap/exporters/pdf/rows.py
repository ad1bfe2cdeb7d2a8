"""Blocks side by side: rows of a table, sections with their heads, marked items."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from typing_extensions import override

from personamap.exporters.pdf.blocks import (
    NOTHING,
    Block,
    Fit,
    Spot,
    Stack,
    Wrapper,
)
from personamap.exporters.pdf.look import GUTTER, INK, MEASURE, RULE, column, columns
from personamap.exporters.pdf.shapes import line, rounded

ROW_ABOVE, ROW_BELOW = 3.5, 4.0
"""The room above and below the text of a row."""
TALL_ROW = 230.0
"""About a third of a page: what is higher may be cut."""
_HAIR, _THIN = 0.75, 0.5
_RULE_TO_HEAD = 7.25
_MARK_INDENT = 14.0
_SIDE = columns(3) - GUTTER / 2


class Cell(Struct, frozen=True):
    """A block with its place in a row, from the reading side."""

    offset: float
    width: float
    block: Block


class Row(Block):
    """Blocks beside each other, mirrored when the page is read from the right.

    A row is cut only where it is higher than about a third of a page, or
    where `loose` says that its columns may flow on their own.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        *,
        rtl: bool,
        above: float = 0.0,
        below: float = 0.0,
        gap: float = 0.0,
        loose: bool = False,
    ) -> None:
        self.cells, self.rtl, self.gap, self.loose = tuple(cells), rtl, gap, loose
        self.above, self.below = above, below

    @override
    def height(self, width: float, fit: Fit) -> float:
        tallest = max((c.block.height(c.width, fit) for c in self.cells), default=0.0)
        return (self.above + self.below) * fit.space + tallest

    @override
    def draw(self, spot: Spot) -> None:
        above = self.above * spot.fit.space
        for cell in self.cells:
            right = spot.width - cell.offset - cell.width if self.rtl else cell.offset
            cell.block.draw(spot.moved(right, above, cell.width))

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        if not self.loose and self.height(width, fit) <= TALL_ROW:
            return None
        room -= (self.above + self.below) * fit.space
        firsts, rests = [], []
        for cell in self.cells:
            parts = _first_and_rest(cell.block, cell.width, room, fit)
            if parts is None:
                return None
            firsts.append(Cell(cell.offset, cell.width, parts[0]))
            rests.append(Cell(cell.offset, cell.width, parts[1]))
        return self._with(firsts, self.gap), self._with(rests, 0.0)

    def _with(self, cells: Sequence[Cell], gap: float) -> Row:
        return Row(
            cells, rtl=self.rtl, above=self.above, below=self.below, gap=gap, loose=self.loose
        )


class Ruled(Block):
    """A block with a line above or below it."""

    def __init__(
        self,
        inner: Block,
        *,
        colour: str = RULE,
        weight: float = _THIN,
        below: bool = False,
        start: float = 0.0,
        rtl: bool = False,
    ) -> None:
        self.inner, self.gap = inner, inner.gap
        self._colour, self._weight, self._below = colour, weight, below
        self._start, self._rtl = start, rtl

    @override
    def height(self, width: float, fit: Fit) -> float:
        return self.inner.height(width, fit) + self._weight

    @override
    def draw(self, spot: Spot) -> None:
        height = self.inner.height(spot.width, spot.fit)
        y = spot.top - (height if self._below else 0.0) - self._weight / 2
        start = spot.left + (0.0 if self._rtl else self._start)
        line(spot.canvas, (start, y, start + spot.width - self._start), self._colour, self._weight)
        self.inner.draw(spot.moved(0, 0.0 if self._below else self._weight, spot.width))

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        parts = self.inner.split(width, room - self._weight, fit)
        if parts is None:
            return None
        first, rest = (
            Ruled(
                part,
                colour=self._colour,
                weight=self._weight,
                below=self._below,
                start=self._start,
                rtl=self._rtl,
            )
            for part in parts
        )
        return first, rest


def table_row(cells: Sequence[Cell], *, rtl: bool) -> Row:
    """Return a row with the spacing of the tables."""
    return Row(cells, rtl=rtl, above=ROW_ABOVE, below=ROW_BELOW)


class Section(Block):
    """A rule, a head in the first three columns and the content in the other nine.

    Without a side head the content takes the whole measure. Where it
    continues on another page, `again` stands in the place of the head.
    """

    def __init__(
        self, side: Block | None, body: Block, *, rtl: bool, again: Block | None = None
    ) -> None:
        self.side, self.body, self.rtl, self.again = side, body, rtl, again
        self.gap = 16.0

    @override
    def height(self, width: float, fit: Fit) -> float:
        return self._inner().height(width, fit)

    @override
    def draw(self, spot: Spot) -> None:
        self._inner().draw(spot)

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        room -= _HAIR + _RULE_TO_HEAD * fit.space
        if self.side is None:
            parts = self.body.split(MEASURE, room, fit)
            return parts and (self._with(None, parts[0]), self._with(None, self._headed(parts[1])))
        sides = _first_and_rest(self.side, _SIDE, room, fit)
        bodies = _first_and_rest(self.body, columns(9), room, fit)
        if sides is None or bodies is None:
            return None
        again = self.again or NOTHING
        rest = again if sides[1] is NOTHING else Stack((again, Stack((sides[1],), gap=4)))
        return self._with(sides[0], bodies[0]), self._with(rest, bodies[1])

    def _headed(self, rest: Block) -> Block:
        return Stack((self.again, Stack((rest,), gap=6))) if self.again else rest

    def _with(self, side: Block | None, body: Block) -> Section:
        return Section(side, body, rtl=self.rtl, again=self.again)

    def _inner(self) -> Block:
        if self.side is None:
            cells = [Cell(0.0, MEASURE, self.body)]
        else:
            side = Cell(0.0, _SIDE, self.side)
            cells = [side, Cell(column(4), columns(9), self.body)]
        row = Row(cells, rtl=self.rtl, above=_RULE_TO_HEAD)
        return Ruled(row, colour=INK, weight=_HAIR)


def _first_and_rest(
    block: Block, width: float, room: float, fit: Fit
) -> tuple[Block, Block] | None:
    if block.height(width, fit) <= room:
        return block, NOTHING
    return block.split(width, room, fit)


class Tinted(Block):
    """A block on a rounded ground."""

    def __init__(
        self, inner: Block, colour: str, *, across: float = 12.0, down: float = 8.0
    ) -> None:
        self.inner, self.gap = inner, inner.gap
        self._colour, self._across, self._down = colour, across, down

    @override
    def height(self, width: float, fit: Fit) -> float:
        down = self._down * fit.space
        return self.inner.height(width - 2 * self._across, fit) + 2 * down

    @override
    def draw(self, spot: Spot) -> None:
        height = self.height(spot.width, spot.fit)
        box = (spot.left, spot.top - height, spot.width, height)
        rounded(spot.canvas, box, 6.0, self._colour)
        down = self._down * spot.fit.space
        self.inner.draw(spot.moved(self._across, down, spot.width - 2 * self._across))

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        parts = self.inner.split(width - 2 * self._across, room - 2 * self._down * fit.space, fit)
        if parts is None:
            return None
        first, rest = (
            Tinted(part, self._colour, across=self._across, down=self._down) for part in parts
        )
        return first, rest


class Centred(Wrapper):
    """A block in the middle of something higher."""

    def __init__(self, inner: Block, beside: float) -> None:
        super().__init__(inner)
        self._beside = beside

    @override
    def height(self, width: float, fit: Fit) -> float:
        return max(self._beside, self.inner.height(width, fit))

    @override
    def draw(self, spot: Spot) -> None:
        own = self.inner.height(spot.width, spot.fit)
        self.inner.draw(spot.moved(0, max(0.0, (self._beside - own) / 2), spot.width))


class Marked(Block):
    """An item with a small sign before its first line."""

    def __init__(
        self, sign: Block, inner: Block, *, rtl: bool, indent: float = _MARK_INDENT
    ) -> None:
        self.sign, self.inner, self.rtl, self.gap = sign, inner, rtl, inner.gap
        self._indent = indent

    @override
    def height(self, width: float, fit: Fit) -> float:
        needed = max(self.sign.height(self._indent, fit), 0.0)
        return max(needed, self.inner.height(width - self._indent, fit))

    @override
    def draw(self, spot: Spot) -> None:
        at = spot.width - self._indent if self.rtl else 0.0
        self.sign.draw(spot.moved(at, 0, self._indent))
        inside = 0.0 if self.rtl else self._indent
        self.inner.draw(spot.moved(inside, 0, spot.width - self._indent))

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        parts = self.inner.split(width - self._indent, room, fit)
        if parts is None:
            return None
        first = Marked(self.sign, parts[0], rtl=self.rtl, indent=self._indent)
        return first, Marked(NOTHING, parts[1], rtl=self.rtl, indent=self._indent)
