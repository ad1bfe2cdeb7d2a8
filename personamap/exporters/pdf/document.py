"""Whole PDF documents: the sheets with their contents, the cast wall, or the coverage report."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from personamap.exporters.exporter import MissingLetters, Progress, Rendered
from personamap.exporters.flow_blocks import Bible
from personamap.exporters.outline import MapSheet, Outline
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.contents import CONTENTS, contents_pages, draw_contents, sheet_entry
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.look import PAPERS, Look
from personamap.exporters.pdf.metadata import DocumentFacts
from personamap.exporters.pdf.sheet import SheetMaker

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
        return _whole(_map_poster(outline, outline.map, look, facts), outline, look)
    paper = PAPERS[outline.page]
    canvas = TaggedCanvas((paper.width, paper.height), facts)
    if outline.bible:
        missing = _draw_bible(canvas, outline, outline.bible, look, progress)
    elif outline.sheets:
        missing = _draw_sheets(canvas, outline, look, progress)
    else:
        _draw_whole(canvas, outline, look)
        return _whole(canvas, outline, look)
    return Rendered(canvas.finish(), tuple(missing))


def _whole(canvas: TaggedCanvas, outline: Outline, look: Look) -> Rendered:
    letters = look.shelf.take_missing()
    missing = (MissingLetters(outline.title, letters),) if letters else ()
    return Rendered(canvas.finish(), missing)


# Each kind of document loads what lays it out: one sheet need not wait for the poster of the map.


def _map_poster(
    outline: Outline, sheet: MapSheet, look: Look, facts: DocumentFacts
) -> TaggedCanvas:
    from personamap.exporters.pdf.map import MapPoster

    poster = MapPoster(outline, sheet, look)
    canvas = TaggedCanvas((poster.paper.width, poster.paper.height), facts)
    poster.draw(canvas)
    return canvas


def _draw_bible(
    canvas: TaggedCanvas, outline: Outline, bible: Bible, look: Look, progress: Progress
) -> list[MissingLetters]:
    from personamap.exporters.pdf.bible import BibleMaker

    return list(BibleMaker(canvas, outline, look).draw(bible, progress))


def _draw_whole(canvas: TaggedCanvas, outline: Outline, look: Look) -> None:
    if outline.coverage:
        from personamap.exporters.pdf.coverage import draw_coverage

        draw_coverage(canvas, outline, outline.coverage, look)
    if outline.chapters:
        from personamap.exporters.pdf.chapters import draw_chapters

        draw_chapters(canvas, outline, look)
    if outline.wall:
        from personamap.exporters.pdf.wall import draw_wall

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
