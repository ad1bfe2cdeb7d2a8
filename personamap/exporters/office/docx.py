"""Sheets, the coverage report and the character bible as DOCX, for writers who go on from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.exporters.exporter import Exporter, Progress, Rendered
from personamap.exporters.flow import chapter_flow, coverage_flow, sheet_flow
from personamap.exporters.flow_blocks import (
    Bible,
    Block,
    Face,
    Grid,
    Heading,
    Items,
    LabelText,
    Words,
)
from personamap.exporters.office.characters import SafeText
from personamap.exporters.office.package import with_fixed_dates
from personamap.exporters.office.word import WordDocument
from personamap.exporters.office.word_look import LEAD_STYLE, NOTE_STYLE
from personamap.exporters.outline import Outline
from personamap.exporters.raster import portrait_png
from personamap.i18n import N_

_PORTRAIT_CM, _PORTRAIT_PIXELS = 5.5, 520
_STYLES = {"body": "Normal", "lead": LEAD_STYLE, "note": NOTE_STYLE, "strong": "Normal"}


def _render(outline: Outline, progress: Progress) -> Rendered:
    safe = SafeText()
    document = WordDocument(outline, safe)
    document.words(outline.title, "Title")
    about = LabelText(" · ".join(filter(None, (outline.kind, outline.version))))
    document.words(about, NOTE_STYLE)
    several = len(outline.sheets) > 1 or outline.bible is not None
    if several:
        document.words(LabelText(outline.contents_title), "Subtitle")
        document.links(_contents(outline))
    for chapter in outline.bible.before if outline.bible else ():
        _write(document, chapter_flow(chapter), new_page=True)
    for done, sheet in enumerate(outline.sheets):
        progress(done, len(outline.sheets))
        _write(document, sheet_flow(sheet), new_page=several)
    for chapter in outline.bible.after if outline.bible else ():
        _write(document, chapter_flow(chapter), new_page=True)
    for chapter in outline.chapters:
        _write(document, chapter_flow(chapter))
    if outline.coverage:
        _write(document, coverage_flow(outline.coverage))
    data = with_fixed_dates(document.finish(), outline.date)
    return Rendered(data, replaced=safe.replaced)


def _contents(outline: Outline) -> Iterator[tuple[str, str]]:
    bible = outline.bible or Bible((), ())
    yield from ((chapter.key, LabelText(chapter.title)) for chapter in bible.before)
    yield from ((sheet.id, sheet.name) for sheet in outline.sheets)
    yield from ((chapter.key, LabelText(chapter.title)) for chapter in bible.after)


def _write(document: WordDocument, blocks: Iterable[Block], *, new_page: bool = False) -> None:
    for block in blocks:
        match block:
            case Heading():
                starts = new_page and block.level == 1
                document.heading(block.text, block.level, block.key, new_page=starts)
            case Words(role="quote"):
                document.quote(block.text)
            case Words():
                document.words(block.text, _STYLES[block.role], bold=block.role == "strong")
            case Items():
                document.items(block.items)
            case Grid():
                document.table(block)
            case Face():
                png = portrait_png(block.figure, _PORTRAIT_PIXELS)
                document.picture(png, block.figure.alt, _PORTRAIT_CM)


DOCX = Exporter(
    id="docx",
    title=N_("Word document (DOCX)"),
    suffix=".docx",
    needs="pages",
    render=_render,
    makes=("sheets", "report", "bible", "changes"),
)
