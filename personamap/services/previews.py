"""Previews: how an export begins, to look at before anything is written."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice, product

from msgspec import Struct
from msgspec.structs import replace

from personamap.domain.project import Project
from personamap.exporters.exporter import Exporter, untold
from personamap.exporters.formats import find_exporter
from personamap.exporters.markdown import MARKDOWN
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline, Wall
from personamap.exporters.pdf.format import PDF
from personamap.exporters.png import PNG
from personamap.exporters.raster import page_pictures
from personamap.i18n import speaking
from personamap.services.exports import make_outline

_DOTS_PER_INCH = 110.0
_DRAWN = ("svg", "png")
_PORTRAIT, _TILE, _LIGHT, _DARK = 640, 16, 255, 236
_MOST_PAGES, _MOST_ROWS, _MOST_LETTERS = 6, 30, 6000


class PagePicture(Struct, frozen=True):
    """One page as rows of pixels, each of three bytes: red, green and blue."""

    width: int
    height: int
    pixels: bytes


class Preview(Struct, frozen=True):
    """The beginning of an export: pages, or words, or rows of a table.

    `alike` tells that the pages stand for a format that arranges the same
    content in its own way; `goes_on` that there is more than is shown.
    """

    pages: tuple[PagePicture, ...] = ()
    words: str = ""
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    alike: bool = False
    goes_on: bool = False


def preview_export(project: Project, format_id: str, options: ExportOptions) -> Preview:
    """Return how an export with these choices begins; nothing is written."""
    with speaking(project.course.language):
        return _preview(project, find_exporter(format_id), options)


def _preview(project: Project, exporter: Exporter, options: ExportOptions) -> Preview:
    if exporter.needs == "table":
        return _rows(make_outline(project, exporter, options))
    if exporter.needs == "source":
        return _words(make_outline(project, exporter, options).source)
    if exporter.id == MARKDOWN.id:
        return _words(exporter.render(make_outline(project, exporter, options), untold).data)
    if options.what == "portraits":
        small = replace(options, pixels=_PORTRAIT)
        return _portrait(make_outline(project, exporter, small))
    return _pages(project, exporter, options)


def prepare_previews() -> None:
    """Load the engine and open its fonts, which takes far longer than drawing a first page."""
    wall = Wall(title="Aa", lead="Aa", note="Aa", cards=())
    outline = Outline(title="", kind="Aa", course="Aa", version="", lang="en", rtl=False, wall=wall)
    next(_pictures(PDF.render(outline, untold).data))


def _rows(outline: Outline) -> Preview:
    table = outline.table
    if table is None:
        return Preview()
    rows = table.rows[:_MOST_ROWS]
    return Preview(heads=table.heads, rows=rows, goes_on=len(rows) < len(table.rows))


def _words(written: bytes) -> Preview:
    # A letter needs at most four bytes; one cut in two at the end is dropped.
    words = written[: _MOST_LETTERS * 4].decode(errors="ignore")
    return Preview(words=words[:_MOST_LETTERS], goes_on=len(words) > _MOST_LETTERS)


def _portrait(outline: Outline) -> Preview:
    """Show a portrait on squares, so that one sees where it is see-through."""
    from PIL import Image

    portrait = Image.open(io.BytesIO(PNG.render(outline, untold).data))
    ground = Image.new("L", portrait.size, _LIGHT)
    for left, top in product(range(0, portrait.width, _TILE), range(0, portrait.height, _TILE)):
        if (left + top) // _TILE % 2:
            ground.paste(_DARK, (left, top, left + _TILE, top + _TILE))
    shown = Image.alpha_composite(ground.convert("RGBA"), portrait).convert("RGB")
    return Preview(pages=(PagePicture(shown.width, shown.height, shown.tobytes()),))


def _pages(project: Project, exporter: Exporter, options: ExportOptions) -> Preview:
    # What is one long page for a browser begins with the wall.
    printed = options if options.what in PDF.makes else replace(options, what="wall")
    document = PDF.render(make_outline(project, PDF, printed), untold)
    if options.what == "map" and exporter.id in _DRAWN:
        # The pages after a poster say the same in words; a drawing is the poster alone.
        return Preview(pages=tuple(islice(_pictures(document.data), 1)))
    pages = tuple(islice(_pictures(document.data), _MOST_PAGES + 1))
    alike = exporter.id not in (PDF.id, PNG.id)
    return Preview(pages[:_MOST_PAGES], alike=alike, goes_on=len(pages) > _MOST_PAGES)


def _pictures(document: bytes) -> Iterator[PagePicture]:
    for picture in page_pictures(document, _DOTS_PER_INCH):
        yield PagePicture(picture.width, picture.height, picture.convert("RGB").tobytes())
