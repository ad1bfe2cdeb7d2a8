"""Pages and portraits as pixels: for previews, and for formats that need pictures.

A portrait is drawn by the same code as on a page and the page is then
rendered, so that it looks alike everywhere and Qt is not needed for it.
PDFium must not be entered by two threads at once, and a preview may be drawn
while an export runs: everything asked of it here takes one lock.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal

from personamap.exporters.figure import Figure

Crop = Literal["bust", "face"]

_SIDE = 100.0
_POINTS_PER_INCH = 72
_PDFIUM = threading.RLock()


def page_pictures(document: bytes, dots_per_inch: float = 96.0) -> Iterator[Any]:
    """Yield each page of a PDF as a Pillow image."""
    import pypdfium2  # heavy, and only needed here

    with _PDFIUM:
        pages = pypdfium2.PdfDocument(document)
        count = len(pages)
    try:
        for number in range(count):
            yield _picture(pages, number, dots_per_inch / _POINTS_PER_INCH)
    finally:
        with _PDFIUM:
            pages.close()


def _picture(pages: Any, number: int, scale: float) -> Any:
    with _PDFIUM:
        page = pages[number]
        bitmap = page.render(scale=scale)
        # The copy outlives the bitmap, whose memory is PDFium's.
        picture = bitmap.to_pil().copy()
        bitmap.close()
        page.close()
    return picture


@lru_cache(maxsize=256)
def portrait_png(
    figure: Figure, pixels: int, crop: Crop = "bust", *, tallness: float = 1.0, radius: float = 6.0
) -> bytes:
    """Return a portrait as PNG, see-through around its ground.

    It is `pixels` wide and `tallness` times as high; `radius` rounds the
    corners of a bust, in hundredths of its width.
    """
    import pypdfium2  # heavy, and only needed here

    height = _SIDE * tallness
    page = _portrait_page(figure, crop, height, radius)
    written = io.BytesIO()
    with _PDFIUM:
        pages = pypdfium2.PdfDocument(page)
        try:
            bitmap = pages[0].render(scale=pixels / _SIDE, fill_color=(0, 0, 0, 0))
            bitmap.to_pil().save(written, "PNG")
        finally:
            pages.close()
    return written.getvalue()


def _portrait_page(figure: Figure, crop: Crop, height: float, radius: float) -> bytes:
    from personamap.exporters.pdf.canvas import TaggedCanvas
    from personamap.exporters.pdf.fonts import FontShelf
    from personamap.exporters.pdf.metadata import DocumentFacts
    from personamap.exporters.pdf.portrait import Portraits

    facts = DocumentFacts(figure.name, "en", datetime(2000, 1, 1, tzinfo=UTC))
    canvas = TaggedCanvas((_SIDE, height), facts)
    portraits = Portraits(canvas, FontShelf())
    if crop == "bust":
        portraits.bust(figure, (0.0, 0.0, _SIDE, height), radius=radius)
    else:
        portraits.face(figure, (_SIDE / 2, height / 2), _SIDE / 2 - 0.5)
    return canvas.finish()
