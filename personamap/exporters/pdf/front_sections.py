"""The first page of a persona sheet, section by section."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.exporters.flow_blocks import Mark
from personamap.exporters.pdf.bars import barred
from personamap.exporters.pdf.blocks import (
    NOTHING,
    Block,
    KeepWithNext,
    Painted,
    Spot,
    Stack,
    TextBlock,
)
from personamap.exporters.pdf.look import GUTTER, INK, Look, column, columns
from personamap.exporters.pdf.page_ends import Repeating, in_company
from personamap.exporters.pdf.rows import (
    ROW_ABOVE,
    ROW_BELOW,
    Cell,
    Marked,
    Row,
    Ruled,
    Section,
    Tinted,
    table_row,
)
from personamap.exporters.pdf.shapes import check, cross, disc
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph
from personamap.exporters.sheet_parts import (
    FacetRow,
    Identity,
    ItemList,
    Lists,
    Notes,
    Quote,
    Voice,
)

_FACET, _WORDS, _SHOWN = 86.0, 172.0, 117.0
_SIGN_HEIGHT = 12.0
_LONG_LISTS = {3: 500, 4: 650}
"""Letters of a list on so many columns from which on it takes less room across the page."""


def side_head(
    look: Look, node: Node, title: str, note: str = "", *, own_note: bool = False
) -> Stack:
    """Return the head of a section, with the note that stands below it."""
    head = look.label(node, "H2", title, look.head)
    if not note:
        return Stack((head,))
    write = look.said if own_note else look.label
    return Stack((head, write(node, "P", note, look.note, gap=4)))


def sided(look: Look, side: Block, title: str, body: Block) -> Section:
    """Return a section with its head at the side."""
    return Section(side, body, rtl=look.rtl, again=look.continued(title))


def quote_section(quote: Quote, look: Look, node: Node) -> Block:
    """Return the person's own words, large."""
    side = side_head(look, node, quote.title)
    text = look.said(node.add("BlockQuote"), "P", quote.text, look.voice)
    return sided(look, side, quote.title, barred(text, look, changed=quote.changed))


def identity_section(identity: Identity, look: Look, node: Node) -> Block:
    """Return the table of facets."""
    side = side_head(look, node, identity.title, identity.note)
    table = node.add("Table")
    head = table.add("TR")
    titles = [look.label_header(head, "Column", title, look.note) for title in identity.heads]
    first = KeepWithNext(Ruled(Row(_cells(titles), rtl=look.rtl, below=4), below=True))
    rows: list[Block] = []
    for place, row in enumerate(identity.rows):
        cells = _facet_row(row, look, table.add("TR"), with_shown=len(titles) == 3)
        plain = table_row(_cells(cells), rtl=look.rtl)
        line = barred(plain, look, changed=row.changed, above=ROW_ABOVE, below=ROW_BELOW)
        rows.append(Ruled(line, below=True) if place < len(identity.rows) - 1 else line)
    return sided(look, side, identity.title, Stack((first, *in_company(rows))))


def _cells(blocks: Sequence[Block]) -> tuple[Cell, ...]:
    """Place two or three cells; without the third the second takes its room.

    The widths of the first two hold the gutter that follows them.
    """
    words = _WORDS - GUTTER if len(blocks) == 3 else _WORDS + _SHOWN
    places = ((4, _FACET - 6), (6, words), (10, _SHOWN))[: len(blocks)]
    return tuple(
        Cell(column(start) - column(4), width, block)
        for (start, width), block in zip(places, blocks, strict=True)
    )


def _facet_row(row: FacetRow, look: Look, line: Node, *, with_shown: bool) -> list[Block]:
    facet = look.said_header(line, "Row", row.facet, look.strong)
    # The name of a row stands at its row, in whatever language it is.
    facet.align = "right" if look.rtl else "left"
    words = look.said(line, "TD", row.words, look.soft if row.is_blank else look.text)
    if not with_shown:
        return [facet, words]
    colon = ":" if row.shown and row.shown_how else ""
    lead = look.lead(row.shown + colon, row.shown_how, look.text)
    shown = lead if lead.plain else Paragraph("–", look.soft, rtl=look.rtl)
    return [facet, words, TextBlock(shown, line.add("TD"))]


def lists_section(lists: Lists, look: Look, node: Node) -> Block:
    """Return titled lists side by side: three on four columns each, otherwise four on three.

    Where one of them is long they stand one below the other instead.
    """
    span = 4 if len(lists.lists) == 3 or any(found.mark for found in lists.lists) else 3
    if any(sum(map(len, found.items)) > _LONG_LISTS[span] for found in lists.lists):
        return _stacked(lists, look, node)
    cells = []
    for place, found in enumerate(lists.lists):
        strong = look.head if span == 4 else look.strong
        head = KeepWithNext(look.label(node, "H2", found.title, strong))
        items = list_items(found, look, node, gap=4.0 if span == 4 else 2.0)
        block = barred(Stack((head, *items)), look, changed=found.changed)
        width = columns(span) - (6 if place < 12 // span - 1 else 0)
        whole = Repeating(block, look.continued(found.title))
        cells.append(Cell(column(1 + place * span), width, whole))
    row = Row(cells, rtl=look.rtl, loose=True)
    return Section(None, row, rtl=look.rtl)


def _stacked(lists: Lists, look: Look, node: Node) -> Block:
    sections = []
    for found in lists.lists:
        side = side_head(look, node, found.title)
        items = list_items(found, look, node, gap=4.0)
        body = barred(Stack(items), look, changed=found.changed)
        sections.append(sided(look, side, found.title, body))
    return Stack(sections, gap=16)


def list_items(found: ItemList, look: Look, node: Node, *, gap: float) -> list[Block]:
    """Return the items of a list, with their signs if they have any."""
    if not found.mark and len(found.items) == 1:
        return [look.said(node, "P", found.items[0], look.text)]
    items = node.bullet_list("Disc" if found.mark == "dot" else "None")
    return [
        _item(text, found.mark, look, items.add("LI"), gap if place or found.mark else 0.0)
        for place, text in enumerate(found.items)
    ]


def _item(text: str, mark: Mark, look: Look, item: Node, gap: float) -> Block:
    if not mark:
        return look.said(item, "LBody", text, look.text, gap=gap)
    body = look.said(item, "LBody", text, look.text, gap=gap)

    def paint(spot: Spot) -> None:
        at = (spot.left + (4 if look.rtl else 0.5), spot.top - 9.2)
        if mark == "check":
            check(spot.canvas, at, INK)
        elif mark == "cross":
            cross(spot.canvas, at, INK)
        else:
            disc(spot.canvas, (at[0] + 2, spot.top - 6.2), 1.6, look.accent)

    return Marked(Painted(_SIGN_HEIGHT, paint), body, rtl=look.rtl)


def voice_section(voice: Voice, look: Look, node: Node) -> Block:
    """Return how a person speaks: tone, lines they would say, and what they would not."""
    side = side_head(look, node, voice.title, voice.tone, own_note=True)
    lines = [
        Tinted(look.said(node, "P", text, look.line, gap=4), look.tint) for text in voice.lines
    ]
    narrow = bool(lines and voice.avoid.items)
    cells = [Cell(0, columns(6) if narrow else columns(9), Stack(lines) if lines else NOTHING)]
    if voice.avoid.items:
        head = KeepWithNext(look.label(node, "H3", voice.avoid.title, look.strong))
        avoid = Stack((head, *list_items(voice.avoid, look, node, gap=4)))
        start = column(10) - column(4) if narrow else 0.0
        cells.append(Cell(start, columns(3) if narrow else columns(9), avoid))
    body = Row(cells, rtl=look.rtl, loose=True)
    return sided(look, side, voice.title, barred(body, look, changed=voice.changed))


def notes_section(notes: Notes, look: Look, node: Node) -> Block:
    """Return a section of plain paragraphs."""
    side = side_head(look, node, notes.title)
    paragraphs = [part for part in notes.text.split("\n\n") if part.strip()]
    texts = [look.said(node, "P", text.strip(), look.text, gap=6) for text in paragraphs]
    return sided(look, side, notes.title, barred(Stack(texts), look, changed=notes.changed))
