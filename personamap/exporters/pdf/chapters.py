"""Chapters of plain blocks on pages: a title, then parts with their heads at the side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from personamap.exporters.figures import ACCENTS, TINTS
from personamap.exporters.flow_blocks import (
    NOTHING,
    Block,
    Chapter,
    Face,
    Grid,
    Heading,
    Items,
    Words,
)
from personamap.exporters.outline import Outline
from personamap.exporters.pdf import blocks as laid
from personamap.exporters.pdf.blocks import KeepWithNext, Stack, TextBlock
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.front_sections import list_items, sided
from personamap.exporters.pdf.look import MEASURE, PAPERS, Look, columns
from personamap.exporters.pdf.page_ends import in_company
from personamap.exporters.pdf.pages import FITS, Running, draw_page, page_of, paginate
from personamap.exporters.pdf.rows import Cell, Row, Ruled, Section, table_row
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Style
from personamap.exporters.sheet_parts import ItemList

_ACCENT = 4
_FEWEST_LETTERS, _MOST_LETTERS = 10, 46
_BETWEEN = 12.0
_SIDE_SECTION = 2
_ON_GRID = ((0.0, 80.0), (86.0, 160.0), (258.0, 117.0))
_LAST_LONG, _LONG_CELL = ((0.0, 80.0), (86.0, 103.0), (201.0, 174.0)), 200
"""More room for a last column with so many letters, such as the names of a large cast."""


def chapter_look(look: Look) -> Look:
    """Return the look of what is about nobody in particular."""
    return look.coloured(ACCENTS[_ACCENT], TINTS[_ACCENT])


def draw_chapters(canvas: TaggedCanvas, outline: Outline, look: Look) -> None:
    """Draw a document that is nothing but chapters, each with an entry in the bookmarks."""
    own, paper = chapter_look(look), PAPERS[outline.page]
    for chapter in outline.chapters:
        blocks = chapter_blocks(chapter, own, canvas.root.add("Sect"))
        pages = paginate(blocks, paper.body_height, FITS[0])
        running = Running(outline.kind, outline.course, outline.version, chapter.title, "")
        canvas.bookmark(chapter.title, chapter.key)
        canvas.target(chapter.key, paper.height - paper.top)
        for number, page in enumerate(pages, start=1):
            draw_page(canvas, page, paper, own, running, page_of(number, len(pages)))


def chapter_opening(title: str, lead: str, look: Look, node: Node) -> laid.Block:
    """Return the title of a chapter, and what it is about."""
    style = Style(look.shelf.title, 24, 28, look.name.colour)
    parts: list[laid.Block] = [KeepWithNext(look.label(node, "H1", title, style))]
    if lead:
        parts.append(KeepWithNext(look.label(node, "P", lead, look.brief, gap=6)))
    return Stack(parts)


def chapter_blocks(chapter: Chapter, look: Look, node: Node) -> list[laid.Block]:
    """Return a whole chapter; its parts are sections, as those of a sheet are."""
    opening = chapter_opening(chapter.title, chapter.lead, look, node)
    sections = [
        _section(heading, parts, look, node.add("Sect")) for heading, parts in _parts(chapter)
    ]
    return [opening, *sections]


def _parts(chapter: Chapter) -> Iterator[tuple[Heading | None, list[Block]]]:
    heading: Heading | None = None
    parts: list[Block] = []
    for block in chapter.blocks:
        if isinstance(block, Heading) and block.level == _SIDE_SECTION:
            if heading or parts:
                yield heading, parts
            heading, parts = block, []
        else:
            parts.append(block)
    yield heading, parts


def _section(heading: Heading | None, parts: Sequence[Block], look: Look, node: Node) -> laid.Block:
    if heading is None:
        return Section(None, Stack(list(_laid(parts, look, node, MEASURE))), rtl=look.rtl)
    # What precedes in the tree is read first: the head, then what it is the head of.
    side = Stack((look.said(node, "H2", heading.text, look.head),))
    body = Stack(_held(list(_laid(parts, look, node, columns(9)))))
    return sided(look, side, heading.text, body)


def _held(blocks: list[laid.Block]) -> list[laid.Block]:
    """Return the blocks of a section such that one line of it never stands alone on a page."""
    match blocks:
        case [TextBlock() as first, _, *_] if len(first.paragraph.lines(columns(9))) == 1:
            return [KeepWithNext(first), *blocks[1:]]
    return blocks


def _laid(parts: Sequence[Block], look: Look, node: Node, width: float) -> Iterator[laid.Block]:
    for part, following in zip_longest(parts, parts[1:]):
        match part:
            case Heading():
                yield KeepWithNext(look.said(node, "H3", part.text, look.strong, gap=10))
            case Words() if isinstance(following, Grid):
                yield from map(KeepWithNext, _words(part, look, node))
            case Words():
                yield from _words(part, look, node)
            case Items():
                mark = part.mark or "dot"
                items = list_items(ItemList("", part.items, mark), look, node, gap=3)
                yield Stack(items, gap=5)
            case Grid():
                yield _table(part, look, node, width)
            case Face():
                pass


def _words(words: Words, look: Look, node: Node) -> Iterator[TextBlock]:
    styles = {"lead": look.brief, "note": look.soft, "quote": look.line, "strong": look.strong}
    style = styles.get(words.role, look.text)
    for line in words.lines:
        inside = node.add("BlockQuote") if words.role == "quote" else node
        yield look.said(inside, "P", line, style, gap=4)


def _table(grid: Grid, look: Look, node: Node, width: float) -> laid.Block:
    table = node.add("Table")
    places = _places(grid, width)
    head = table.add("TR")
    titles = [look.label_header(head, "Column", title, look.note) for title in grid.heads]
    first = Row(_cells(titles, places), rtl=look.rtl, below=4)
    rows: list[laid.Block] = []
    for number, texts in enumerate(grid.rows, start=1):
        row = table_row(_cells(_row(texts, look, table.add("TR")), places), rtl=look.rtl)
        rows.append(Ruled(row, below=True) if number < len(grid.rows) else row)
    return Stack((KeepWithNext(Ruled(first, below=True)), *in_company(rows)), gap=6)


def _row(texts: Sequence[str], look: Look, line: Node) -> list[TextBlock]:
    name = look.said_header(line, "Row", texts[0] or NOTHING, look.strong)
    return [name, *(look.said(line, "TD", text or NOTHING, look.text) for text in texts[1:])]


def _places(grid: Grid, width: float) -> list[tuple[float, float]]:
    """Return start and width of each column: room by what stands in it, within limits.

    Two or three columns beside a head keep to the grid, so that table below table lines up.
    """
    longest = [max(map(len, column)) for column in zip(grid.heads, *grid.rows, strict=True)]
    if width == columns(9) and len(grid.heads) == len(_ON_GRID):
        return list(_LAST_LONG if longest[-1] > _LONG_CELL else _ON_GRID)
    if width == columns(9) and len(grid.heads) == len(_ON_GRID) - 1:
        start = _ON_GRID[1][0]
        return [_ON_GRID[0], (start, width - start)]
    needs = [min(max(length, _FEWEST_LETTERS), _MOST_LETTERS) for length in longest]
    room = width - _BETWEEN * (len(needs) - 1)
    places, start = [], 0.0
    for need in needs:
        own = room * need / sum(needs)
        places.append((start, own))
        start += own + _BETWEEN
    return places


def _cells(blocks: Sequence[laid.Block], places: Sequence[tuple[float, float]]) -> tuple[Cell, ...]:
    return tuple(
        Cell(start, width, block) for block, (start, width) in zip(blocks, places, strict=True)
    )
