"""The coverage report on its pages."""

from __future__ import annotations

from personamap.exporters.figures import ACCENTS, TINTS
from personamap.exporters.outline import Coverage, FindingText, Outline
from personamap.exporters.pdf.blocks import Block, KeepWithNext, Painted, Spot, Stack, TextBlock
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.look import INK, MEASURE, PAPER, PAPERS, Look
from personamap.exporters.pdf.pages import FITS, Running, draw_page, paginate
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.rows import Cell, Marked, Row, Ruled, Section, table_row
from personamap.exporters.pdf.seats import seats_section
from personamap.exporters.pdf.shapes import disc, frame, rectangle, strokes
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.i18n import _

_ACCENT = 4
_COUNT_START = 314.0
_BAR_HEIGHT = 12.0
_MOST_TICKS = 45
_NUMBER_INDENT = 31.0
_CHANGE_START, _FINDING_WIDTH = 344.0, 320.0
_ACCEPTED = ((0.0, 190.0), (203.0, 200.0), (418.0, 86.0))


def draw_coverage(canvas: TaggedCanvas, outline: Outline, coverage: Coverage, look: Look) -> None:
    """Draw the report, with an entry in the bookmarks."""
    look = look.coloured(ACCENTS[_ACCENT], TINTS[_ACCENT])
    portraits = Portraits(canvas, look.shelf)
    node = canvas.root.add("Sect")
    blocks: list[Block] = [_opening(coverage, look, node)]
    if coverage.rows:
        blocks.append(seats_section(coverage, look, node.add("Sect"), portraits))
    blocks.append(_findings(coverage, look, node.add("Sect")))
    if coverage.accepted:
        blocks.append(_accepted(coverage, look, node.add("Sect")))
    paper = PAPERS[outline.page]
    pages = paginate(blocks, paper.body_height, FITS[0])
    running = Running(outline.kind, outline.course, outline.version, outline.kind, coverage.advice)
    canvas.bookmark(coverage.question, "report")
    canvas.target("report", paper.height - paper.top)
    for number, page in enumerate(pages, start=1):
        count = _("{page} of {pages}").format(page=number, pages=len(pages))
        draw_page(canvas, page, paper, look, running, count)


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


def _findings(coverage: Coverage, look: Look, node: Node) -> Block:
    head: Block = KeepWithNext(look.label(node, "H2", coverage.findings_title, look.head))
    if not coverage.findings:
        nothing = look.label(node, "P", coverage.more, look.text, gap=6)
        return Section(None, Stack((head, nothing)), rtl=look.rtl)
    rows = [head]
    items = node.bullet_list("Decimal")
    last = len(coverage.findings)
    for number, finding in enumerate(coverage.findings, start=1):
        row = _finding(number, finding, coverage, look, items.add("LI"))
        rows.append(row if number == last else Ruled(row, below=True, start=0))
    if coverage.more:
        rows.append(look.label(node, "P", coverage.more, look.soft, gap=8))
    return Section(None, Stack(rows), rtl=look.rtl)


def _finding(
    number: int, finding: FindingText, coverage: Coverage, look: Look, item: Node
) -> Block:
    label, body = item.add("Lbl"), item.add("LBody")
    style = Style(look.shelf.strong, 9, 12, PAPER)

    def paint(spot: Spot) -> None:
        centre = spot.left + (spot.width - 8 if look.rtl else 8)
        with spot.canvas.tagged(None):
            disc(spot.canvas, (centre, spot.top - 8), 8, INK)
        place = (centre - 8, spot.top - 2, 16)
        Paragraph(str(number), style).draw(spot.canvas, place, align="centre")

    title = look.label(body, "P", finding.title, look.strong)
    texts = [title]
    if finding.counts:
        texts.append(look.label(body, "P", finding.counts, look.note))
    if finding.evidence:
        texts.append(look.label(body, "P", finding.evidence, look.text))
    said = Marked(Painted(16, paint, label), Stack(texts), rtl=look.rtl, indent=_NUMBER_INDENT)
    cells = [Cell(0, _FINDING_WIDTH if finding.change else MEASURE, said)]
    if finding.change:
        change = Stack(
            (
                look.label(body, "P", coverage.change_title, look.note),
                look.label(body, "P", finding.change, look.text),
            )
        )
        cells.append(Cell(_CHANGE_START, MEASURE - _CHANGE_START, change))
    return Row(cells, rtl=look.rtl, above=6, below=6)


def _accepted(coverage: Coverage, look: Look, node: Node) -> Block:
    """Return the findings accepted on purpose, with reason, name and date."""
    head = KeepWithNext(look.label(node, "H2", coverage.accepted_title, look.head))
    table = node.add("Table")
    line = table.add("TR")
    titles = [
        TextBlock(look.worded(title, look.note), look.labelled(line.header_cell("Column")))
        for title in coverage.accepted_heads
    ]
    rows: list[Block] = [
        head,
        KeepWithNext(Ruled(table_row(_cells(titles), rtl=look.rtl), below=True)),
    ]
    for accepted in coverage.accepted:
        line = table.add("TR")
        texts = (accepted.finding, accepted.reason, accepted.decided)
        blocks = [look.said(line, "TD", text, look.text) for text in texts]
        rows.append(Ruled(table_row(_cells(blocks), rtl=look.rtl), below=True))
    return Section(None, Stack(rows), rtl=look.rtl)


def _cells(blocks: list[TextBlock]) -> list[Cell]:
    return [
        Cell(start, width, block) for (start, width), block in zip(_ACCEPTED, blocks, strict=True)
    ]
