"""The square of an imported picture that shows a persona."""

from __future__ import annotations

import io
from typing import Any

from personamap.exporters.figure import Picture


def square_of(picture: Picture, pixels: int) -> Any:
    """Return the chosen square as a Pillow image, see-through where the picture is."""
    from PIL import Image  # heavy, and only needed here

    image = Image.open(io.BytesIO(picture.data))
    side = picture.size * image.width
    left, top = picture.left * image.width, picture.top * image.width
    edges = (round(left), round(top), round(left + side), round(top + side))
    cut = image.convert("RGBA").crop(edges)
    return cut.resize((pixels, pixels), Image.Resampling.LANCZOS)


def png_of(image: Any) -> bytes:
    """Return a Pillow image as PNG."""
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
