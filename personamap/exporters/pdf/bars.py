"""Change bars: an upright line beside what is otherwise than in the last issue."""

from __future__ import annotations

from typing_extensions import override

from personamap.exporters.pdf.blocks import Block, Fit, Spot, Wrapper
from personamap.exporters.pdf.look import Look
from personamap.exporters.pdf.shapes import rectangle

BAR_WIDTH = 2.0
_AWAY = 8.0


class Barred(Wrapper):
    """A block with a bar beside it, on the side from which the page is read.

    `above` and `below` are the room a row of a table has around its text,
    which the bar leaves out. Bars are decoration: a list says the same in words.
    """

    def __init__(
        self, inner: Block, colour: str, *, rtl: bool, above: float = 0.0, below: float = 0.0
    ) -> None:
        super().__init__(inner)
        self._colour, self._rtl, self._above, self._below = colour, rtl, above, below

    @override
    def draw(self, spot: Spot) -> None:
        above, below = self._above * spot.fit.space, self._below * spot.fit.space
        height = self.inner.height(spot.width, spot.fit) - above - below
        left = spot.left + (spot.width + _AWAY if self._rtl else -_AWAY - BAR_WIDTH)
        with spot.canvas.tagged(None):
            box = (left, spot.top - above - height, BAR_WIDTH, height)
            rectangle(spot.canvas, box, self._colour)
        self.inner.draw(spot)

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        parts = self.inner.split(width, room, fit)
        if parts is None:
            return None
        first, rest = (
            Barred(part, self._colour, rtl=self._rtl, above=self._above, below=self._below)
            for part in parts
        )
        return first, rest


def barred(
    block: Block, look: Look, *, changed: bool, above: float = 0.0, below: float = 0.0
) -> Block:
    """Return the block as it is or, where it changed, with a bar beside it."""
    if not changed:
        return block
    return Barred(block, look.accent, rtl=look.rtl, above=above, below=below)
