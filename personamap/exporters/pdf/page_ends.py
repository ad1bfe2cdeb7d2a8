"""How tables and columns go on where a page ends: in company, and under their heads."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from personamap.exporters.pdf.blocks import Block, Fit, Stack, Wrapper
from personamap.exporters.pdf.rows import TALL_ROW


def in_company(rows: Sequence[Block]) -> list[Block]:
    """Return the rows of a table such that the last one does not stand alone on a page."""
    return [*rows[:-2], _LastRows(rows[-2:])]


class Repeating(Wrapper):
    """A block with a head of its own, in whose place `again` stands on the next page."""

    def __init__(self, inner: Block, again: Block) -> None:
        super().__init__(inner)
        self._again = again

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        parts = self.inner.split(width, room, fit)
        return parts and (parts[0], Repeating(Stack((self._again, parts[1])), self._again))


class _LastRows(Stack):
    """The end of a table, which goes to the next page as a whole unless it is rather high."""

    @override
    def split(self, width: float, room: float, fit: Fit) -> tuple[Block, Block] | None:
        if self.height(width, fit) <= TALL_ROW:
            return None
        return super().split(width, room, fit)
