"""Puts blocks on pages: tightens them a little where that saves a page, else lets them flow."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from msgspec import Struct

from personamap.exporters.pdf.bars import BAR_WIDTH
from personamap.exporters.pdf.blocks import Block, Fit, Spot
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.look import MEASURE, RULE, Look, Paper
from personamap.exporters.pdf.shapes import line, rectangle
from personamap.exporters.pdf.text import Paragraph
from personamap.i18n import _
from personamap.stopping import go_on

FITS = (
    Fit(),
    Fit(0.85),
    Fit(2 / 3),
    Fit(2 / 3, 8.5 / 9),
    Fit(0.5, 8.5 / 9),
    Fit(0.35, 8.5 / 9),
)
"""How far a page may be tightened, one after the other: space first, then text, then the rest.

US Letter is 50 pt lower than A4, and German and Spanish take a fifth more than English. The
last step keeps what fits on two pages of A4 on two pages of Letter in each of them, instead of
a third with a few lines.
"""

_CLOSE = 0.01
_KEY_GAP, _KEY_HEIGHT = 4.0, 9.0


class Placed(Struct, frozen=True):
    """A block and how far below the top of the text it starts."""

    block: Block
    down: float


class PageBlocks(Struct, frozen=True):
    """What stands on one page."""

    placed: tuple[Placed, ...]
    fit: Fit

    @property
    def used(self) -> float:
        """How far down the page is filled."""
        last = self.placed[-1]
        return last.down + last.block.height(MEASURE, self.fit)


class Running(Struct, frozen=True):
    """The texts in head and foot of every page; `barred` sets a change bar before the middle."""

    kind: str
    course: str
    version: str
    foot: str
    middle: str
    barred: bool = False


Count = Callable[[int, int], str]
"""Says at the foot of a page which one of how many it is."""


def page_of(number: int, pages: int) -> str:
    """Count the pages of one part."""
    return _("{page} of {pages}").format(page=number, pages=pages)


def paginate(blocks: Sequence[Block], room: float, fit: Fit) -> list[PageBlocks]:
    """Fill pages of so much room; nothing is left out and nothing overlaps."""
    pages: list[PageBlocks] = []
    placed: list[Placed] = []
    down = 0.0
    waiting = deque(blocks)
    while waiting:
        block = waiting.popleft()
        gap = block.gap * fit.space if placed else 0.0
        height = block.height(MEASURE, fit)
        if down + gap + height <= room + _CLOSE:
            placed.append(Placed(block, down + gap))
            down += gap + height
            continue
        parts = block.split(MEASURE, room - down - gap, fit)
        if parts:
            placed.append(Placed(parts[0], down + gap))
            waiting.appendleft(parts[1])
        elif placed:
            waiting.appendleft(block)
        else:
            placed.append(Placed(block, down))
        pages.append(PageBlocks(tuple(placed), fit))
        placed, down = [], 0.0
    if placed:
        pages.append(PageBlocks(tuple(placed), fit))
    return pages


def fitted(blocks: Sequence[Block], room: float) -> list[PageBlocks]:
    """Return as few pages as tightening gives, and of those the most comfortable ones."""
    tried = [paginate(blocks, room, FITS[0])]
    for fit in FITS[1:]:
        if len(tried[-1]) <= 1:
            break
        tried.append(paginate(blocks, room, fit))
    return min(tried, key=len)


def draw_page(
    canvas: TaggedCanvas, page: PageBlocks, paper: Paper, look: Look, running: Running, count: str
) -> None:
    """Draw one page with its running head and foot, and end it."""
    go_on()
    _running(canvas, paper, look, running, count)
    top = paper.height - paper.body_top
    for placed in page.placed:
        placed.block.draw(Spot(canvas, paper.side, top - placed.down, paper.measure, page.fit))
    canvas.showPage()


def _running(canvas: TaggedCanvas, paper: Paper, look: Look, running: Running, count: str) -> None:
    start, end = ("right", "left") if look.rtl else ("left", "right")
    head_top = paper.height - paper.top
    foot_top = paper.foot - 6

    def said(text: str) -> Paragraph:
        return look.decoration(text, look.note).paragraph

    def begun(text: str) -> Paragraph:
        return look.lead(f"{running.kind} ", text, look.note)

    rows = (
        (begun, running.course, head_top, start, 0.72),
        (said, running.version, head_top, end, 0.27),
        (said, running.foot, foot_top, start, 0.3),
        (said, running.middle, foot_top, "centre", 0.4),
        (said, count, foot_top, end, 0.3),
    )
    measure = paper.measure
    line(canvas, (paper.side, paper.foot, paper.side + measure), RULE, 0.5)
    for put, text, top, align, share in rows:
        width = measure * share
        left = paper.side + {"left": 0.0, "centre": (measure - width) / 2}.get(
            align, measure - width
        )
        said_text = _on_one_line(put, text, width)
        said_text.draw(canvas, (left, top, width), slice(0, 1), align)
        if running.barred and align == "centre":
            _key_bar(canvas, look, said_text.natural_width(), (left + width / 2, top))


def _key_bar(canvas: TaggedCanvas, look: Look, width: float, middle: tuple[float, float]) -> None:
    away = width / 2 + _KEY_GAP
    centre, top = middle
    left = centre + (away if look.rtl else -away - BAR_WIDTH)
    rectangle(canvas, (left, top - _KEY_HEIGHT - 2, BAR_WIDTH, _KEY_HEIGHT), look.accent)


def _on_one_line(put: Callable[[str], Paragraph], text: str, width: float) -> Paragraph:
    """Return a text as it is or, where it is too long, as many of its words as there is room."""
    paragraph = put(text)
    words = text.split()
    while len(paragraph.lines(width)) > 1 and len(words) > 1:
        words.pop()
        paragraph = put(f"{' '.join(words)}…")
    return paragraph
