"""The head of a persona sheet: portrait, name, job, brief and the facts at a glance."""

from __future__ import annotations

from msgspec.structs import replace

from personamap.exporters.figure import Figure
from personamap.exporters.pdf.bars import barred
from personamap.exporters.pdf.blocks import Block, Painted, Spot, Stack
from personamap.exporters.pdf.look import INK, Look, column, columns
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.rows import ROW_ABOVE, ROW_BELOW, Cell, Row, Ruled, table_row
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.exporters.sheet_parts import HeadPart, Sheet

_PORTRAIT_HEIGHT = 244.0
_GLANCE_LABEL = 74.0
_GLANCE_GAP = 12.0
_SMALLER_NAMES = (28.0, 24.0, 20.0, 16.0)
_NAME_LINES, _NAME_LEADING, _HIGHEST = 3, 1.125, 24.0


def sheet_head(sheet: Sheet, look: Look, node: Node, portraits: Portraits) -> Block:
    """Return the head; the name is the first heading of the sheet."""
    name = look.said(node, "H1", sheet.name, _name_style(sheet.name, look))
    portrait = node.add("Figure", alt=sheet.figure.alt)
    changed = sheet.changed

    def marked(part: HeadPart, block: Block) -> Block:
        return barred(block, look, changed=part in changed)

    words: list[Block] = [marked("name", name)]
    if sheet.called:
        called = look.said(node, "P", "  ·  ".join(sheet.called), look.soft, gap=4)
        words.append(marked("called", called))
    if sheet.job:
        words.append(marked("job", look.said(node, "P", sheet.job, look.job, gap=6)))
    if sheet.brief:
        words.append(marked("brief", look.said(node, "P", sheet.brief, look.brief, gap=8)))
    if sheet.nothing:
        words.append(look.label(node, "P", sheet.nothing, look.soft, gap=12))
    if sheet.glance:
        words.append(_glance(sheet, look, node))
    pictured = _pictured(sheet.figure, look, (node, portrait), portraits)
    cells = (
        Cell(column(1), columns(5), marked("portrait", pictured)),
        Cell(column(6), columns(7), Stack(words)),
    )
    return Row(cells, rtl=look.rtl, loose=True)


def _pictured(figure: Figure, look: Look, nodes: tuple[Node, Node], portraits: Portraits) -> Block:
    """Return the portrait and whose picture it is; `nodes` are those of the sheet and of it."""
    sheet, portrait = nodes

    def paint(spot: Spot) -> None:
        box = (spot.left, spot.top - _PORTRAIT_HEIGHT, spot.width, _PORTRAIT_HEIGHT)
        portraits.bust(figure, box, mirrored=look.rtl and figure.picture is None)

    painted = Painted(_PORTRAIT_HEIGHT, paint, portrait)
    if not figure.credit:
        return painted
    return Stack((painted, look.said(sheet, "P", figure.credit, look.note, gap=4)))


def _name_style(name: str, look: Look) -> Style:
    """Return the largest style in which a name takes few lines and no word of it is cut.

    Scripts that stand high above the line begin smaller, or they would reach the running head.
    """
    styles = [
        replace(look.name, size=size, leading=size * _NAME_LEADING) for size in _SMALLER_NAMES
    ]
    for style in (look.name, *styles):
        paragraph = Paragraph(name, style, lang=look.lang, rtl=look.rtl)
        is_too_high = paragraph.words.tall > 1 and style.size > _HIGHEST
        if not is_too_high and paragraph.fits(columns(7), _NAME_LINES):
            return style
    return styles[-1]


def _glance(sheet: Sheet, look: Look, node: Node) -> Block:
    table = node.add("Table")
    rows: list[Block] = []
    width = columns(7)
    for pair in sheet.glance:
        line = table.add("TR")
        label = look.label_header(line, "Row", pair.label, look.soft)
        text = look.said(line, "TD", pair.text, look.text)
        start = _GLANCE_LABEL + _GLANCE_GAP
        cells = (Cell(0, _GLANCE_LABEL, label), Cell(start, width - start, text))
        row = table_row(cells, rtl=look.rtl)
        row_or_bar = barred(row, look, changed=pair.changed, above=ROW_ABOVE, below=ROW_BELOW)
        rows.append(Ruled(row_or_bar, below=True))
    return Ruled(Stack(rows, gap=12), colour=INK, weight=0.75)
