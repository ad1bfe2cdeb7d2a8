"""The character bible on its pages: contents, course, cast wall, sheets, and what is shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.exporters.bible_chapters import ARCS
from personamap.exporters.bible_outline import CAST
from personamap.exporters.exporter import MissingLetters, Progress
from personamap.exporters.flow_blocks import Bible, Chapter
from personamap.exporters.outline import Outline
from personamap.exporters.pdf.arcs import arc_rows
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.chapters import chapter_blocks, chapter_look, chapter_opening
from personamap.exporters.pdf.contents import (
    CONTENTS,
    Entry,
    contents_pages,
    draw_contents,
    sheet_entry,
)
from personamap.exporters.pdf.look import PAPERS, Look
from personamap.exporters.pdf.pages import (
    FITS,
    Count,
    PageBlocks,
    Running,
    draw_page,
    paginate,
)
from personamap.exporters.pdf.sheet import SheetMaker
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.wall import WALL, draw_wall_pages, wall_pages
from personamap.exporters.sheet_parts import Sheet
from personamap.i18n import _

_BELOW_CAST = 1


class BibleMaker:
    """Draws one part after the other with running page numbers, and the contents at the end."""

    def __init__(self, canvas: TaggedCanvas, outline: Outline, look: Look) -> None:
        self._canvas, self._outline, self._look = canvas, outline, look
        self._paper = PAPERS[outline.page]
        self._maker = SheetMaker(canvas, outline, look)
        self._entries: list[Entry] = []
        self._ahead = 0

    def draw(self, bible: Bible, progress: Progress) -> Iterator[MissingLetters]:
        """Draw the whole book, and yield the letters no font had, by whose sheet they are on."""
        front = self._canvas.root.add("Sect")
        self._ahead = len(self._contents(Node("Sect"), list(_all_entries(self._outline, bible))))
        self._canvas.bookmark(self._outline.contents_title, CONTENTS)
        for chapter in bible.before:
            self._chapter(chapter)
        yield from self._missing(self._outline.title)
        for done, sheet in enumerate(self._outline.sheets):
            progress(done, len(self._outline.sheets))
            self._sheet(sheet)
            yield from self._missing(sheet.name)
        for chapter in bible.after:
            self._chapter(chapter)
        pages = self._contents(front, self._entries)
        draw_contents(self._canvas, self._outline, self._look, pages, _plain)
        yield from self._missing(self._outline.title)
        progress(len(self._outline.sheets), len(self._outline.sheets))

    def _contents(self, node: Node, entries: Sequence[Entry]) -> list[PageBlocks]:
        return contents_pages(self._outline, self._look, node, entries, self._maker.portraits)

    def _missing(self, name: str) -> Iterator[MissingLetters]:
        letters = self._look.shelf.take_missing()
        if letters:
            yield MissingLetters(name, letters)

    def _count(self) -> Count:
        """Count on from the pages there are already."""
        before = self._ahead + sum(entry.pages for entry in self._entries)
        return lambda number, _pages: str(before + number)

    def _sheet(self, sheet: Sheet) -> None:
        laid = self._maker.lay_out(sheet, self._canvas.root.add("Sect"))
        self._maker.draw(laid, self._count(), level=_BELOW_CAST)
        self._entries.append(sheet_entry(sheet, len(laid.pages)))

    def _chapter(self, chapter: Chapter) -> None:
        node = self._canvas.root.add("Sect")
        if chapter.key == CAST and self._outline.wall:
            self._wall(chapter, node)
            return
        look = chapter_look(self._look)
        if chapter.key == ARCS:
            opening = chapter_opening(chapter.title, chapter.lead, look, node)
            blocks = [opening, *arc_rows(self._outline.sheets, look, node)]
        else:
            blocks = chapter_blocks(chapter, look, node)
        pages = paginate(blocks, self._paper.body_height, FITS[0])
        self._draw(chapter, look, pages)

    def _draw(self, chapter: Chapter, look: Look, pages: Sequence[PageBlocks]) -> None:
        outline, count = self._outline, self._count()
        running = Running(outline.kind, outline.course, outline.version, chapter.title, "")
        self._canvas.bookmark(chapter.title, chapter.key)
        self._canvas.target(chapter.key, self._paper.height - self._paper.top)
        for number, page in enumerate(pages, start=1):
            of = count(number, len(pages))
            draw_page(self._canvas, page, self._paper, look, running, of)
        self._entries.append(_chapter_entry(chapter, len(pages)))

    def _wall(self, chapter: Chapter, node: Node) -> None:
        wall, look = self._outline.wall, self._look
        if wall is None:
            return
        pages = wall_pages(self._paper, wall, look, node, self._maker.portraits)
        self._canvas.bookmark(chapter.title, WALL)
        draw_wall_pages(self._canvas, self._outline, look, wall, pages, self._count())
        self._entries.append(_chapter_entry(chapter, len(pages), WALL))


def _all_entries(outline: Outline, bible: Bible) -> Iterator[Entry]:
    """Yield an entry for everything, before it is known how many pages it has."""
    yield from (_chapter_entry(chapter, 1) for chapter in (*bible.before, *bible.after))
    yield from (sheet_entry(sheet, 1) for sheet in outline.sheets)


def _chapter_entry(chapter: Chapter, pages: int, key: str = "") -> Entry:
    spoken = _("Go to “{title}”").format(title=chapter.title)
    return Entry(key or chapter.key, chapter.title, pages, spoken)


def _plain(number: int, _pages: int) -> str:
    return str(number)
