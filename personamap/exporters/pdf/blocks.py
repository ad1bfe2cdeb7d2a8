"""Blocks: what stands on a page, measured, drawn, and cut where a page ends."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence

from msgspec import Struct
from typing_extensions import override

from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph

_SHRINKING_SIZES = (9, 10, 11, 12)
"""The sizes of running text and its heads, in points: notes are small already, names are signs."""

_FEWEST_LINES = 2
_CLOSE = 0.01


class Fit(Struct, frozen=True):
    """How much a page is tightened: factors for the space between blocks and for text."""

    space: float = 1.0
    size: float = 1.0


class Spot(Struct, frozen=True):
    """Where a block is drawn: its left end, its top and its width on a canvas."""

    canvas: TaggedCanvas
    left: float
    top: float
    width: float
    fit: Fit

    def moved(self, right: float, down: float, width: float) -> Spot:
        """Return a spot inside this one."""
        return Spot(self.canvas, self.left + right, self.top - down, width, self.fit)


class Block:
    """Something that takes the width it is given and knows its height.

    `gap` is the space it wants above, unless it starts a page.
    """

    gap = 0.0

    @abstractmethod
    def height(self, width: float, fit: Fit) -> float:
        """Return how high this is at `width`."""

    @abstractmethod
    def draw(self, spot: Spot) -> None:
        """Draw this at a spot."""

    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        """Cut this so that the first part fits into `room`; nothing where that is not possible."""
        return None


class TextBlock(Block):
    """Lines of a paragraph, as content of a node or as decoration."""

    def __init__(
        self,
        paragraph: Paragraph,
        node: Node | None,
        *,
        gap: float = 0.0,
        part: slice | None = None,
    ) -> None:
        self.paragraph, self.node, self.gap = paragraph, node, gap
        self.part = part or slice(None)
        self.align = ""
        self._sized: dict[float, Paragraph] = {1.0: paragraph}

    @override
    def height(self, width: float, fit: Fit) -> float:
        sized = self._fitted(fit)
        return len(sized.lines(width)[self.part]) * sized.leading

    @override
    def draw(self, spot: Spot) -> None:
        place = (spot.left, spot.top, spot.width)
        with spot.canvas.tagged(self.node):
            self._fitted(spot.fit).draw(spot.canvas, place, self.part, self.align)

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        sized = self._fitted(fit)
        lines = len(sized.lines(width))
        first, last, _step = self.part.indices(lines)
        fitting = int((room + _CLOSE) // sized.leading)
        if last - first - fitting < _FEWEST_LINES:
            fitting = last - first - _FEWEST_LINES
        if fitting < _FEWEST_LINES:
            return None
        return self._cut(first, first + fitting, self.gap), self._cut(first + fitting, last, 0.0)

    def _cut(self, first: int, last: int, gap: float) -> TextBlock:
        part = TextBlock(self.paragraph, self.node, gap=gap, part=slice(first, last))
        part._sized, part.align = self._sized, self.align
        return part

    def _fitted(self, fit: Fit) -> Paragraph:
        factor = fit.size if self.paragraph.style.size in _SHRINKING_SIZES else 1.0
        if factor not in self._sized:
            self._sized[factor] = self.paragraph.with_size(factor)
        return self._sized[factor]


class Stack(Block):
    """Blocks one below the other."""

    def __init__(self, blocks: Sequence[Block], *, gap: float = 0.0) -> None:
        self.blocks, self.gap = tuple(blocks), gap

    @override
    def height(self, width: float, fit: Fit) -> float:
        gaps = sum(block.gap for block in self.blocks[1:]) * fit.space
        return gaps + sum(block.height(width, fit) for block in self.blocks)

    @override
    def draw(self, spot: Spot) -> None:
        down = 0.0
        for index, block in enumerate(self.blocks):
            down += block.gap * spot.fit.space if index else 0.0
            block.draw(spot.moved(0, down, spot.width))
            down += block.height(spot.width, spot.fit)

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        used = 0.0
        for index, block in enumerate(self.blocks):
            gap = block.gap * fit.space if index else 0.0
            height = block.height(width, fit)
            if used + gap + height > room + _CLOSE:
                return self._cut_at(index, block.split(width, room - used - gap, fit))
            used += gap + height
        return None

    def _cut_at(self, index: int, parts: tuple[Block, Block] | None) -> tuple[Block, Block] | None:
        before = self.blocks[:index]
        if parts:
            after = self.blocks[index + 1 :]
            return Stack((*before, parts[0]), gap=self.gap), Stack((parts[1], *after))
        while before and isinstance(before[-1], KeepWithNext):
            before = before[:-1]
        if not before:
            return None
        return Stack(before, gap=self.gap), Stack(self.blocks[len(before) :])


class Wrapper(Block):
    """A block around another one; on its own it changes nothing."""

    def __init__(self, inner: Block, *, gap: float | None = None) -> None:
        self.inner = inner
        self.gap = inner.gap if gap is None else gap

    @override
    def height(self, width: float, fit: Fit) -> float:
        return self.inner.height(width, fit)

    @override
    def draw(self, spot: Spot) -> None:
        self.inner.draw(spot)


class KeepWithNext(Wrapper):
    """A heading: never the last thing on a page."""


class Painted(Block):
    """Something of fixed height that is painted, such as a portrait or a diagram."""

    def __init__(
        self,
        height: float,
        paint: Callable[[Spot], None],
        node: Node | None = None,
        *,
        gap: float = 0.0,
    ) -> None:
        self._height, self._paint, self._node, self.gap = height, paint, node, gap

    @override
    def height(self, width: float, fit: Fit) -> float:
        return self._height

    @override
    def draw(self, spot: Spot) -> None:
        if self._node is not None:
            self._node.box = (spot.left, spot.top - self._height, spot.left + spot.width, spot.top)
        with spot.canvas.tagged(self._node):
            self._paint(spot)


NOTHING = Stack(())
"""A block without height, where a layout needs one."""
