"""The contents of a document with several sheets, each line a link."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from personamap.exporters.figure import Figure
from personamap.exporters.outline import Outline
from personamap.exporters.pdf.blocks import Block, Painted, Spot, Stack, TextBlock
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.look import INK, MEASURE, PAPERS, Look
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
from personamap.exporters.pdf.rows import Cell, Centred, Row, Ruled, table_row
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph
from personamap.exporters.sheet_parts import Sheet
from personamap.i18n import _

_NAME, _JOB, _PAGE = 230.0, 210.0, 40.0
_FACE = 11.0
_NOTHING_MORE = 0.0
CONTENTS = "contents"
"""The bookmark of the contents."""


class Entry(Struct, frozen=True):
    """A line of the contents: where it leads, what it is called, and how many pages that has."""

    key: str
    name: str
    pages: int
    spoken: str
    note: str = ""
    figure: Figure | None = None


def sheet_entry(sheet: Sheet, pages: int) -> Entry:
    """Return the line for a sheet."""
    spoken = _("Go to the sheet of {name}").format(name=sheet.name)
    return Entry(sheet.id, sheet.name, pages, spoken, sheet.job, sheet.figure)


def contents_pages(
    outline: Outline, look: Look, node: Node, entries: Sequence[Entry], portraits: Portraits
) -> list[PageBlocks]:
    """Lay out the contents."""
    heading = look.said(node, "H1", outline.title, look.name)
    list_node = node.add("TOC")
    nodes = [list_node.add("TOCI").add("Reference") for _entry in entries]
    links = [_link(inside, entry) for inside, entry in zip(nodes, entries, strict=True)]

    def lines(first: int) -> list[Block]:
        starts = [first + sum(e.pages for e in entries[:i]) for i in range(len(entries))]
        rows: list[Block] = [
            _line(entry, look, link, start, portraits)
            for entry, link, start in zip(entries, links, starts, strict=True)
        ]
        return [heading, Ruled(Stack(rows[:1], gap=16), colour=INK, weight=0.75), *rows[1:]]

    room = PAPERS[outline.page].body_height
    pages = len(paginate(lines(1), room, FITS[0]))
    return paginate(lines(1 + pages), room, FITS[0])


def draw_contents(
    canvas: TaggedCanvas,
    outline: Outline,
    look: Look,
    pages: Sequence[PageBlocks],
    count: Count = page_of,
) -> None:
    """Draw the contents pages and move them before the sheets."""
    running = Running(outline.kind, outline.course, outline.version, outline.contents_title, "")
    paper = PAPERS[outline.page]
    canvas.target(CONTENTS, paper.height - paper.top)
    for number, page in enumerate(pages, start=1):
        draw_page(canvas, page, paper, look, running, count(number, len(pages)))
    canvas.move_last_pages_first(len(pages))


def _link(inside: Node, entry: Entry) -> Node:
    return inside.add("Link", alt=entry.spoken)


def _line(entry: Entry, look: Look, link: Node, page: int, portraits: Portraits) -> Block:
    lang, rtl = look.lang, look.rtl
    name = TextBlock(Paragraph(entry.name + " ", look.strong, lang=lang, rtl=rtl), link)
    job = TextBlock(Paragraph(entry.note + " ", look.soft, lang=lang, rtl=rtl), link)
    number = TextBlock(Paragraph(str(page), look.text, rtl=rtl), link)
    number.align = "left" if rtl else "right"

    def paint(spot: Spot) -> None:
        box = (spot.left, spot.top - 2 * _FACE, MEASURE, 2 * _FACE + 2)
        spot.canvas.link(entry.key, box, link)

    def paint_face(spot: Spot) -> None:
        if entry.figure is None:
            return
        x = spot.left + (spot.width - _FACE if rtl else _FACE)
        portraits.face(entry.figure, (x, spot.top - _FACE + 1), _FACE)

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
