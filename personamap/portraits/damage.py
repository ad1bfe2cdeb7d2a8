"""What pictures are read at all, and what reading a damaged one may raise."""

from __future__ import annotations

import struct
import zlib

MOST_PIXELS = 25_000_000
"""Told by the header of a picture, before a pixel of it is read."""

KEPT_FORMATS = ("PNG", "JPEG")
"""What a project keeps pictures as. Other formats may run programs or name other files."""

DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    EOFError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders raise on damaged files; seen by feeding them such files."""
