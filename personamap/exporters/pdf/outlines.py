"""Cubic outlines (CFF) turned into quadratic ones (glyf), since the document embeds only those."""

from __future__ import annotations

import io
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

_LIMITS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentDepth",
)


def with_quadratic(program: bytes) -> bytes:
    """Return a font that holds only the glyphs in use, with quadratic outlines."""
    font = TTFont(io.BytesIO(program), lazy=True, recalcTimestamp=False)
    _to_quadratic(font)
    turned = io.BytesIO()
    font.save(turned, reorderTables=None)
    return turned.getvalue()


def _to_quadratic(font: Any) -> None:
    """Replace the CFF outlines of `font`, which should hold only the glyphs in use."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    tolerance = font["head"].unitsPerEm / 1000
    table = newTable("glyf")
    table.glyphs, table.glyphOrder = {}, order
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, tolerance, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    for gone in ("CFF ", "VORG"):
        if gone in font:
            del font[gone]
    largest = font["maxp"]
    largest.tableVersion = 0x00010000
    largest.maxZones = 1
    for limit in _LIMITS:
        setattr(largest, limit, 0)
    font["loca"], font["glyf"] = newTable("loca"), table
    font.sfntVersion = "\0\1\0\0"
