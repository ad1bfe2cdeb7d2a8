"""The coverage report on its pages."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.exporters.coverage_parts import Coverage
from personamap.exporters.figures import ACCENTS, TINTS
from personamap.exporters.outline import Outline
from personamap.exporters.pdf.blocks import Block, Painted, Spot, Stack, TextBlock
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.count_tables import AUDIENCE, OTHERS, VOICES, count_section
from personamap.exporters.pdf.crossings import crossings_section
from personamap.exporters.pdf.finding_list import accepted_section, findings_section
from personamap.exporters.pdf.look import INK, MEASURE, PAPERS, Look
from personamap.exporters.pdf.pages import FITS, Running, draw_page, paginate
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.rows import Cell, Row
from personamap.exporters.pdf.seats import seats_section
from personamap.exporters.pdf.shapes import frame, rectangle, strokes
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Style
from personamap.i18n import _

_ACCENT = 4
_COUNT_START = 314.0
_BAR_HEIGHT = 12.0
_MOST_TICKS = 45


def draw_coverage(canvas: TaggedCanvas, outline: Outline, coverage: Coverage, look: Look) -> None:
    """Draw the report, with an entry in the bookmarks."""
    look = look.coloured(ACCENTS[_ACCENT], TINTS[_ACCENT])
    portraits = Portraits(canvas, look.shelf)
    node = canvas.root.add("Sect")
    blocks: list[Block] = [_opening(coverage, look, node)]
    blocks += _sections(coverage, look, node, portraits)
    paper = PAPERS[outline.page]
    pages = paginate(blocks, paper.body_height, FITS[0])
    running = Running(outline.kind, outline.course, outline.version, outline.kind, coverage.advice)
    canvas.bookmark(coverage.question, "report")
    canvas.target("report", paper.height - paper.top)
    for number, page in enumerate(pages, start=1):
        count = _("{page} of {pages}").format(page=number, pages=len(pages))
        draw_page(canvas, page, paper, look, running, count)


def _sections(coverage: Coverage, look: Look, node: Node, portraits: Portraits) -> Iterator[Block]:
    if coverage.rows:
        yield seats_section(coverage, look, node.add("Sect"), portraits)
    yield findings_section(coverage, look, node.add("Sect"))
    if coverage.accepted:
        yield accepted_section(coverage, look, node.add("Sect"))
    if coverage.crossed:
        yield crossings_section(coverage, look, node.add("Sect"))
    tables = ((coverage.audience, AUDIENCE), (coverage.voices, VOICES), (coverage.others, OTHERS))
    for table, starts in tables:
        if table:
            yield count_section(table, starts, look, node.add("Sect"))


def _opening(coverage: Coverage, look: Look, node: Node) -> Block:
    question = look.worded(coverage.question, look.name, balance=True)
    title = TextBlock(question, look.labelled(node.add("H1")))
    lead = look.label(node, "P", coverage.lead, look.brief, gap=8)
    cells = [Cell(0, _COUNT_START - 34, Stack((title, lead)))]
    if coverage.achievable:
        cells.append(Cell(_COUNT_START - 12, 1, Painted(1, _upright_rule)))
        count = _count(coverage, look, node)
        cells.append(Cell(_COUNT_START, MEASURE - _COUNT_START, count))
    return Row(cells, rtl=look.rtl, loose=True)


def _upright_rule(spot: Spot) -> None:
    strokes(spot.canvas, ((spot.left, spot.top - 4), (spot.left, spot.top - 96)), INK, 0.75)


def _count(coverage: Coverage, look: Look, node: Node) -> Block:
    """Return how much is achieved of what a cast of this size can show, in words and ticks."""
    big = Style(look.shelf.title, 26, 32, INK)
    figure = look.label(node, "P", coverage.achieved_of, big)
    text = look.label(node, "P", coverage.achieved_text, look.text, gap=2)

    def paint(spot: Spot) -> None:
        scale = min(1.0, _MOST_TICKS / coverage.achievable)
        ticks, full = round(coverage.achievable * scale), round(coverage.achieved * scale)
        step = spot.width / ticks
        for tick in range(ticks):
            place = ticks - 1 - tick if look.rtl else tick
            box = (spot.left + place * step, spot.top - _BAR_HEIGHT, step * 0.66, _BAR_HEIGHT)
            if tick < full:
                rectangle(spot.canvas, box, look.accent)
            else:
                frame(spot.canvas, box, INK, 0.5)

    return Stack((figure, text, Painted(_BAR_HEIGHT, paint, gap=8)))
