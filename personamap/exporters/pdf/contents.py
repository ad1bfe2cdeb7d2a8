"""The contents of a document with several sheets, each line a link."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.exporters.outline import (
    Outline,
    Sheet,
)
from personamap.exporters.pdf.blocks import Block, Painted, Spot, Stack, TextBlock
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.look import INK, MEASURE, PAPERS, Look
from personamap.exporters.pdf.pages import (
    FITS,
    PageBlocks,
    Running,
    draw_page,
    paginate,
)
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.rows import Cell, Centred, Row, Ruled, table_row
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph
from personamap.i18n import _

_NAME, _JOB, _PAGE = 230.0, 210.0, 40.0
_FACE = 11.0
_NOTHING_MORE = 0.0
CONTENTS = "contents"
"""The bookmark of the contents."""


def contents_pages(
    outline: Outline, look: Look, node: Node, counts: Sequence[int], portraits: Portraits
) -> list[PageBlocks]:
    """Lay out the contents; `counts` are the pages of each sheet."""
    heading = look.said(node, "H1", outline.title, look.name)
    entries = node.add("TOC")
    nodes = [entries.add("TOCI").add("Reference") for _sheet in outline.sheets]
    links = [_link(entry, sheet) for entry, sheet in zip(nodes, outline.sheets, strict=True)]

    def lines(first: int) -> list[Block]:
        starts = [first + sum(counts[:i]) for i in range(len(counts))]
        rows: list[Block] = [
            _line(sheet, look, link, start, portraits)
            for sheet, link, start in zip(outline.sheets, links, starts, strict=True)
        ]
        return [heading, Ruled(Stack(rows[:1], gap=16), colour=INK, weight=0.75), *rows[1:]]

    room = PAPERS[outline.page].body_height
    pages = len(paginate(lines(1), room, FITS[0]))
    return paginate(lines(1 + pages), room, FITS[0])


def draw_contents(
    canvas: TaggedCanvas, outline: Outline, look: Look, pages: Sequence[PageBlocks]
) -> None:
    """Draw the contents pages and move them before the sheets."""
    running = Running(outline.kind, outline.course, outline.version, outline.contents_title, "")
    paper = PAPERS[outline.page]
    canvas.target(CONTENTS, paper.height - paper.top)
    for number, page in enumerate(pages, start=1):
        count = _("{page} of {pages}").format(page=number, pages=len(pages))
        draw_page(canvas, page, paper, look, running, count)
    canvas.move_last_pages_first(len(pages))


def _link(entry: Node, sheet: Sheet) -> Node:
    link = entry.add("Link")
    link.alt = _("Go to the sheet of {name}").format(name=sheet.name)
    return link


def _line(sheet: Sheet, look: Look, link: Node, page: int, portraits: Portraits) -> Block:
    lang, rtl = look.lang, look.rtl
    name = TextBlock(Paragraph(sheet.name + " ", look.strong, lang=lang, rtl=rtl), link)
    job = TextBlock(Paragraph(sheet.job + " ", look.soft, lang=lang, rtl=rtl), link)
    number = TextBlock(Paragraph(str(page), look.text, rtl=rtl), link)
    number.align = "left" if rtl else "right"

    def paint(spot: Spot) -> None:
        box = (spot.left, spot.top - 2 * _FACE, MEASURE, 2 * _FACE + 2)
        spot.canvas.link(sheet.id, box, link)

    def paint_face(spot: Spot) -> None:
        x = spot.left + (spot.width - _FACE if rtl else _FACE)
        portraits.face(sheet.figure, (x, spot.top - _FACE + 1), _FACE)

    start = 2 * _FACE + 8
    cells = (
        Cell(0, MEASURE, Painted(_NOTHING_MORE, paint)),
        Cell(0, MEASURE, Painted(2 * _FACE - 2, paint_face)),
        Cell(start, _NAME - start, Centred(name, 2 * _FACE - 2)),
        Cell(_NAME + 12, _JOB, Centred(job, 2 * _FACE - 2)),
        Cell(MEASURE - _PAGE, _PAGE, Centred(number, 2 * _FACE - 2)),
    )
    row: Row = table_row(cells, rtl=rtl)
    return Ruled(row, below=True)
