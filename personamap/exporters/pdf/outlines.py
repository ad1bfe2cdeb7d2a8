"""Cubic outlines (CFF) turned into quadratic ones (glyf), since the document embeds only those."""

from __future__ import annotations

from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable

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


def to_quadratic(font: Any) -> None:
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
