"""Cast wall, persona map and single portraits as pictures, for slides, chats and wikis."""

from __future__ import annotations

from msgspec.structs import replace

from personamap.exporters.exporter import Exporter, MissingLetters, Progress, Rendered
from personamap.exporters.outline import Outline, PortraitSheet
from personamap.exporters.raster import bare_portrait, below_each_other, page_pictures
from personamap.exporters.squares import png_of, square_of
from personamap.i18n import N_

_DOTS_PER_INCH = 144.0
_MOST_PIXELS = 200_000_000
"""What a picture of a crowd may have: other programs open no more, and it fits into memory."""


def _render(outline: Outline, progress: Progress) -> Rendered:
    if outline.portrait:
        progress(0, 1)
        return _portrait(outline.portrait)
    return _pages(outline, progress)


def _portrait(sheet: PortraitSheet) -> Rendered:
    figure = sheet.figure
    if figure.picture:
        return Rendered(png_of(square_of(figure.picture, sheet.pixels)))
    portrait, letters = bare_portrait(figure, sheet.pixels)
    missing = (MissingLetters(figure.name, letters),) if letters else ()
    return Rendered(png_of(portrait), missing)


def _pages(outline: Outline, progress: Progress) -> Rendered:
    # The engine takes a while to load, and most commands print nothing.
    from personamap.exporters.pdf.document import render_pdf

    # The pages after a poster say the same in words; a picture cannot be read aloud anyway.
    wordless = replace(outline.map, words=(), ties=()) if outline.map else None
    document = render_pdf(replace(outline, map=wordless), progress)
    pages = list(page_pictures(document.data, _DOTS_PER_INCH, _MOST_PIXELS))
    return Rendered(png_of(below_each_other(pages)), document.missing)


PNG = Exporter(
    id="png",
    title=N_("Picture (PNG)"),
    suffix=".png",
    needs="pages",
    render=_render,
    makes=("wall", "map", "portraits"),
)
