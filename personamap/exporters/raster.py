"""Pages and portraits as pixels: for previews, and for formats that need pictures.

A portrait is drawn by the same code as on a page and the page is then
rendered, so that it looks alike everywhere and Qt is not needed for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal

from personamap.exporters.figure import Figure

Crop = Literal["bust", "face"]

_SIDE = 100.0
_POINTS_PER_INCH = 72


def page_pictures(document: bytes, dots_per_inch: float = 96.0) -> Iterator[Any]:
    """Yield each page of a PDF as a Pillow image."""
    import pypdfium2  # heavy, and only needed here

    pages = pypdfium2.PdfDocument(document)
    try:
        for page in pages:
            yield page.render(scale=dots_per_inch / _POINTS_PER_INCH).to_pil()
    finally:
        pages.close()


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
    pages = pypdfium2.PdfDocument(_portrait_page(figure, crop, height, radius))
    try:
        bitmap = pages[0].render(scale=pixels / _SIDE, fill_color=(0, 0, 0, 0))
        written = io.BytesIO()
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
