"""The square of an imported picture that shows a persona.

Whoever chose a square chose what is to be seen: what lies around it goes
into no document, not even out of sight.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from personamap.exporters.figure import Picture
from personamap.portraits.damage import DAMAGE, KEPT_FORMATS, MOST_PIXELS
from personamap.stopping import StoppableBytes

_JPEG_QUALITY = 90


@lru_cache(maxsize=64)
def cut_out(picture: Picture) -> Picture | None:
    """Return a picture that holds the chosen square and nothing else; nothing for a damaged one.

    Pictures are written anew when they are imported; a damaged one was put
    into the file by another program, and its persona shows initials.
    """
    from PIL import Image  # heavy, and only needed here

    try:
        whole = _opened(picture)
        if whole.width * whole.height > MOST_PIXELS:
            return None
        whole.load()
    except (*DAMAGE, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return _cut(picture, whole)


def _opened(picture: Picture) -> Any:
    from PIL import Image  # heavy, and only needed here

    return Image.open(io.BytesIO(picture.data), formats=KEPT_FORMATS)


def _cut(picture: Picture, whole: Any) -> Picture:
    left, top, right, bottom = _edges(picture, whole.width)
    kept = left, top, min(right, whole.width), min(bottom, whole.height)
    if kept == (0, 0, *whole.size):
        return picture
    cut = whole.crop(kept)
    data = jpeg_of(cut) if whole.format == "JPEG" else png_of(cut)
    # A square may reach below a picture that is broader than high.
    return Picture(data, 0.0, 0.0, (right - left) / cut.width)


def square_of(picture: Picture, pixels: int) -> Any:
    """Return the chosen square as a Pillow image, see-through where the picture is."""
    from PIL import Image  # heavy, and only needed here

    image = _opened(picture)
    cut = image.convert("RGBA").crop(_edges(picture, image.width))
    return cut.resize((pixels, pixels), Image.Resampling.LANCZOS)


def png_of(image: Any) -> bytes:
    """Return a Pillow image as PNG."""
    written = StoppableBytes()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def jpeg_of(image: Any) -> bytes:
    """Return a Pillow image as JPEG, about as fine as the imported one."""
    written = io.BytesIO()
    image.save(written, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return written.getvalue()


def _edges(picture: Picture, width: int) -> tuple[int, int, int, int]:
    side, left, top = picture.size * width, picture.left * width, picture.top * width
    return round(left), round(top), round(left + side), round(top + side)
