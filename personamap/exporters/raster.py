"""Pages and portraits as pixels: for previews, and for formats that need pictures.

A portrait is drawn by the same code as on a page and the page is then
rendered, so that it looks alike everywhere and Qt is not needed for it.
PDFium must not be entered by two threads at once, and a preview may be drawn
while an export runs: everything asked of it here takes one lock.
"""

from __future__ import annotations

import io
import math
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal

from personamap.exporters.figure import Figure
from personamap.stopping import each

Crop = Literal["bust", "face"]

_SIDE = 100.0
_POINTS_PER_INCH = 72
_STRIP = 2_000_000
"""So many pixels are drawn at a time: a moment, on any computer."""
_PDFIUM = threading.RLock()


def page_pictures(
    document: bytes, dots_per_inch: float = 96.0, most: float = math.inf
) -> Iterator[Any]:
    """Yield each page of a PDF as a Pillow image, all of them of at most so many pixels."""
    import pypdfium2  # heavy, and only needed here

    with _PDFIUM:
        pages = pypdfium2.PdfDocument(document)
        sizes = [pages.get_page_size(number) for number in range(len(pages))]
    area = sum(width * height for width, height in sizes)
    scale = min(dots_per_inch / _POINTS_PER_INCH, math.sqrt(most / area))
    try:
        for number in range(len(sizes)):
            yield _picture(pages, number, scale)
    finally:
        with _PDFIUM:
            pages.close()


def _picture(pages: Any, number: int, scale: float) -> Any:
    """Return a page as a Pillow image; a large one is drawn in strips, which can be stopped."""
    with _PDFIUM:
        page = pages[number]
        width, height = (math.ceil(side * scale) for side in page.get_size())
    try:
        rows = max(1, _STRIP // width)
        strips = [_strip(page, scale, (top, rows, height)) for top in each(range(0, height, rows))]
        return below_each_other(strips)
    finally:
        with _PDFIUM:
            page.close()


def _strip(page: Any, scale: float, rows: tuple[int, int, int]) -> Any:
    top, count, height = rows
    # What is cut off is given in points and rounded up to whole pixels.
    cut = (max(0.0, (pixels - 0.5) / scale) for pixels in (height - top - count, top))
    bottom, above = cut
    with _PDFIUM:
        return _pixels(page, scale, crop=(0, bottom, 0, above))


def below_each_other(pictures: Sequence[Any]) -> Any:
    """Return one Pillow image of several, from top to bottom."""
    from PIL import Image  # heavy, and only needed here

    if len(pictures) == 1:
        return pictures[0]
    width = max(picture.width for picture in pictures)
    whole = Image.new("RGB", (width, sum(picture.height for picture in pictures)), "white")
    top = 0
    for picture in each(pictures):
        whole.paste(picture, (0, top))
        top += picture.height
    return whole


def _pixels(page: Any, scale: float, **choices: Any) -> Any:
    """Return a page as a Pillow image; whoever asks holds the lock.

    All that is PDFium's is given back here: left to itself it would be freed
    when the lock is gone.
    """
    bitmap = page.render(scale=scale, **choices)
    # The copy outlives the bitmap, whose memory is PDFium's.
    picture = bitmap.to_pil().copy()
    bitmap.close()
    return picture


@lru_cache(maxsize=256)
def portrait_png(
    figure: Figure,
    pixels: int,
    crop: Crop = "bust",
    *,
    tallness: float = 1.0,
    radius: float = 6.0,
    rtl: bool = False,
) -> bytes:
    """Return a portrait as PNG, see-through around its ground.

    It is `pixels` wide and `tallness` times as high; `radius` rounds the
    corners of a bust, in hundredths of its width. Where a page is read from
    the right, drawn people look into it as well; pictures stay as they are.
    """
    height = _SIDE * tallness

    def draw(portraits: Any) -> None:
        if crop == "bust":
            mirrored = rtl and figure.picture is None
            portraits.bust(figure, (0.0, 0.0, _SIDE, height), radius=radius, mirrored=mirrored)
        else:
            portraits.face(figure, (_SIDE / 2, height / 2), _SIDE / 2 - 0.5)

    written = io.BytesIO()
    picture, _letters = _drawn(figure.name, height, draw, pixels)
    picture.save(written, "PNG")
    return written.getvalue()


def bare_portrait(figure: Figure, pixels: int) -> tuple[Any, str]:
    """Return a drawn portrait on no ground as a Pillow image, and the letters no font had."""

    def draw(portraits: Any) -> None:
        portraits.bare(figure, (0.0, 0.0, _SIDE, _SIDE))

    return _drawn(figure.name, _SIDE, draw, pixels)


def _drawn(name: str, height: float, draw: Callable[[Any], None], pixels: int) -> tuple[Any, str]:
    import pypdfium2  # heavy, and only needed here

    page, letters = _page(name, height, draw)
    with _PDFIUM:
        pages = pypdfium2.PdfDocument(page)
        page = pages[0]
        try:
            return _pixels(page, pixels / _SIDE, fill_color=(0, 0, 0, 0)), letters
        finally:
            page.close()
            pages.close()


def _page(name: str, height: float, draw: Callable[[Any], None]) -> tuple[bytes, str]:
    from personamap.exporters.pdf.canvas import TaggedCanvas
    from personamap.exporters.pdf.fonts import FontShelf
    from personamap.exporters.pdf.metadata import DocumentFacts
    from personamap.exporters.pdf.portrait import Portraits

    facts = DocumentFacts(name, "en", datetime(2000, 1, 1, tzinfo=UTC))
    canvas, shelf = TaggedCanvas((_SIDE, height), facts), FontShelf()
    draw(Portraits(canvas, shelf))
    return canvas.finish(), shelf.take_missing()
