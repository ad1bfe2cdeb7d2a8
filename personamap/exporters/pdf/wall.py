"""The cast wall on its pages: everyone at the same size, in the order of the cast."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from personamap.exporters.figures import ACCENTS, TINTS
from personamap.exporters.outline import Outline, Wall, WallCard
from personamap.exporters.pdf.blocks import Block, Painted, Spot, Stack, Wrapper
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.look import INK, MEASURE, PAPERS, Look, Paper, column, columns
from personamap.exporters.pdf.pages import (
    FITS,
    Count,
    PageBlocks,
    Running,
    draw_page,
    page_of,
    paginate,
)
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.rows import Cell, Row
from personamap.exporters.pdf.shapes import rectangle
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Style

WALL = "wall"
"""The bookmark of the wall."""
_FEW = 4
"""So few people stand two in a row."""
_TALLNESS, _LOWEST, _STEP = 1.3, 96.0, 4.0
_PORTRAIT_GAP = 7.0
_RULE_HEIGHT = 2.0
_ROW_GAP = 22.0


def draw_wall(canvas: TaggedCanvas, outline: Outline, wall: Wall, look: Look) -> None:
    """Draw the wall, with an entry in the bookmarks."""
    node = canvas.root.add("Sect")
    pages = wall_pages(PAPERS[outline.page], wall, look, node, Portraits(canvas, look.shelf))
    canvas.bookmark(wall.title, WALL)
    draw_wall_pages(canvas, outline, look, wall, pages)


def wall_pages(
    paper: Paper, wall: Wall, look: Look, node: Node, portraits: Portraits
) -> list[PageBlocks]:
    """Lay out the wall: everybody as large as leaves room for two rows."""
    opening = _opening(wall, look, node)
    blocks: list[Block] = [opening]
    cards = [_Card(card, look, node) for card in wall.cards]
    first = paper.body_height - opening.height(MEASURE, FITS[0])
    ways = (2,) if len(cards) <= _FEW else (3, 2)
    rooms = (first, paper.body_height)
    plan = min((_planned(cards, across, rooms) for across in ways), key=lambda plan: plan.pages)
    for row in _rows(cards, plan.across):
        cells = [
            _cell(place, plan.across, card.with_portrait(portraits, plan.height))
            for place, card in enumerate(row)
        ]
        # A row stays whole: half a person on a page is nobody.
        blocks.append(Wrapper(Row(cells, rtl=look.rtl), gap=_ROW_GAP))
    return paginate(blocks, paper.body_height, FITS[0])


def draw_wall_pages(
    canvas: TaggedCanvas,
    outline: Outline,
    look: Look,
    wall: Wall,
    pages: Sequence[PageBlocks],
    count: Count = page_of,
) -> None:
    """Draw what was laid out, as the target of its bookmark."""
    paper = PAPERS[outline.page]
    running = Running(outline.kind, outline.course, outline.version, outline.kind, wall.note)
    canvas.target(WALL, paper.height - paper.top)
    for number, page in enumerate(pages, start=1):
        draw_page(canvas, page, paper, look, running, count(number, len(pages)))


class _Plan(Struct, frozen=True):
    """How many stand in a row below portraits of a height, and the pages that takes."""

    across: int
    height: float
    pages: int


def _planned(cards: Sequence[_Card], across: int, rooms: tuple[float, float]) -> _Plan:
    width = columns(12 // across)
    words = [max(card.words.height(width, FITS[0]) for card in row) for row in _rows(cards, across)]
    height = _portrait_height(words, width * _TALLNESS, rooms)
    return _Plan(across, height, _page_count(words, height, rooms))


def _rows(cards: Sequence[_Card], across: int) -> list[Sequence[_Card]]:
    return [cards[at : at + across] for at in range(0, len(cards), across)]


def _portrait_height(words: Sequence[float], highest: float, rooms: tuple[float, float]) -> float:
    """Return how high portraits are: two rows to a page, and no white that they could fill.

    `words` are the heights of the texts of each row, `rooms` what the first
    page and the others hold.
    """
    pair = rooms[0] / 2 - _ROW_GAP - _PORTRAIT_GAP - sum(sorted(words)[-2:]) / 2
    height = min(highest, max(_LOWEST, pair))
    pages = _page_count(words, height, rooms)
    while height + _STEP <= highest and _page_count(words, height + _STEP, rooms) == pages:
        height += _STEP
    return height


def _page_count(words: Sequence[float], height: float, rooms: tuple[float, float]) -> int:
    """Return how many pages the rows take with portraits of a height."""
    first, room = rooms
    pages, left = 1, first
    for text in words:
        row = height + _PORTRAIT_GAP + text
        left -= _ROW_GAP + row
        if left < 0:
            pages, left = pages + 1, room - row
    return pages


def _opening(wall: Wall, look: Look, node: Node) -> Block:
    title = look.label(node, "H1", wall.title, look.name)
    lead = look.label(node, "P", wall.lead, look.text)
    cells = (Cell(column(1), columns(8), title), Cell(column(9), columns(4), lead))
    return Row(cells, rtl=look.rtl, below=6)


def _cell(place: int, across: int, block: Block) -> Cell:
    span = 12 // across
    return Cell(column(1 + place * span), columns(span), block)


class _Card:
    """One person: the words are measured first, and the portrait takes what room is left."""

    def __init__(self, card: WallCard, look: Look, node: Node) -> None:
        self._card = card
        self._own = look.coloured(ACCENTS[card.figure.colour], TINTS[card.figure.colour])
        self._node = node.add("Sect")
        self._figure = self._node.add("Figure", alt=card.figure.alt)
        self.words = Stack(self._words(), gap=_PORTRAIT_GAP)

    def with_portrait(self, portraits: Portraits, height: float) -> Block:
        """Return the whole card."""
        figure, rtl = self._card.figure, self._own.rtl

        def paint(spot: Spot) -> None:
            box = (spot.left, spot.top - height, spot.width, height)
            portraits.bust(figure, box, mirrored=rtl and figure.picture is None)

        return Stack((Painted(height, paint, self._figure), self.words))

    def _words(self) -> list[Block]:
        card, own, node = self._card, self._own, self._node
        words: list[Block] = [
            own.said(node, "H2", card.name, Style(own.shelf.title, 15, 19, INK)),
        ]
        for text, style, gap in (
            (card.called, own.note, 1),
            (card.job, own.strong, 3),
            (card.brief, own.text, 4),
            (card.figure.credit, own.note, 4),
        ):
            if text:
                words.append(own.said(node, "P", text, style, gap=gap))
        words.append(Painted(_RULE_HEIGHT, self._underline, gap=6))
        words.append(own.label(node, "P", card.part, own.note, gap=4))
        return words

    def _underline(self, spot: Spot) -> None:
        box = (spot.left, spot.top - _RULE_HEIGHT, spot.width, _RULE_HEIGHT)
        rectangle(spot.canvas, box, self._own.accent)
