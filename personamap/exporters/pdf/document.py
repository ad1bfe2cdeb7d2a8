"""Whole PDF documents: the sheets with their contents, the cast wall, or the coverage report."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from personamap.exporters.exporter import MissingLetters, Progress, Rendered
from personamap.exporters.outline import Outline
from personamap.exporters.pdf.bible import BibleMaker
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.chapters import draw_chapters
from personamap.exporters.pdf.contents import CONTENTS, contents_pages, draw_contents, sheet_entry
from personamap.exporters.pdf.coverage import draw_coverage
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.look import PAPERS, Look
from personamap.exporters.pdf.map import MapPoster
from personamap.exporters.pdf.metadata import DocumentFacts
from personamap.exporters.pdf.sheet import SheetMaker
from personamap.exporters.pdf.wall import draw_wall

_EARLIEST = "2000-01-01"


def render_pdf(outline: Outline, progress: Progress) -> Rendered:
    """Return an outline as a tagged PDF, and the letters no font had."""
    with _collector_paused():
        return _render(outline, progress)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Spare a fifth of the time: a document is one large tree, of which nothing is garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _render(outline: Outline, progress: Progress) -> Rendered:
    shelf = FontShelf()
    day = datetime.strptime(outline.date or _EARLIEST, "%Y-%m-%d").replace(tzinfo=UTC)
    facts = DocumentFacts(outline.title, outline.lang, day)
    look = Look(shelf, lang=outline.lang, rtl=outline.rtl)
    if outline.map:
        poster = MapPoster(outline, outline.map, look)
        canvas = TaggedCanvas((poster.paper.width, poster.paper.height), facts)
        poster.draw(canvas)
    else:
        paper = PAPERS[outline.page]
        canvas = TaggedCanvas((paper.width, paper.height), facts)
        if outline.bible:
            book = BibleMaker(canvas, outline, look)
            missing = list(book.draw(outline.bible, progress))
            return Rendered(canvas.finish(), tuple(missing))
        if outline.sheets:
            missing = _draw_sheets(canvas, outline, look, progress)
            return Rendered(canvas.finish(), tuple(missing))
        _draw_whole(canvas, outline, look)
    letters = shelf.take_missing()
    missing = [MissingLetters(outline.title, letters)] if letters else []
    return Rendered(canvas.finish(), tuple(missing))


def _draw_whole(canvas: TaggedCanvas, outline: Outline, look: Look) -> None:
    if outline.coverage:
        draw_coverage(canvas, outline, outline.coverage, look)
    if outline.chapters:
        draw_chapters(canvas, outline, look)
    if outline.wall:
        draw_wall(canvas, outline, outline.wall, look)


def _draw_sheets(
    canvas: TaggedCanvas, outline: Outline, look: Look, progress: Progress
) -> list[MissingLetters]:
    maker = SheetMaker(canvas, outline, look)
    several = len(outline.sheets) > 1
    front = canvas.root.add("Sect") if several else None
    if several:
        canvas.bookmark(outline.contents_title, CONTENTS)
    missing, entries = [], []
    total = len(outline.sheets)
    for done, sheet in enumerate(outline.sheets):
        progress(done, total)
        laid = maker.lay_out(sheet, canvas.root.add("Sect"))
        maker.draw(laid)
        entries.append(sheet_entry(sheet, len(laid.pages)))
        letters = look.shelf.take_missing()
        if letters:
            missing.append(MissingLetters(sheet.name, letters))
    if front is not None:
        pages = contents_pages(outline, look, front, entries, maker.portraits)
        draw_contents(canvas, outline, look, pages)
    progress(total, total)
    return missing
