"""Letters that need special care, and text made fit to print."""

from __future__ import annotations

from unicodedata import category, normalize

INVISIBLE = frozenset(
    (
        *(0x200C, 0x200D, 0xFE0E, 0xFE0F, 0x200E, 0x200F, 0x061C, 0x00AD, 0x2060, 0xFEFF, 0x0A),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xE0000, 0xE0080),
    )
)
"""Letters that shape their neighbours or the line and need no glyph of their own."""

SIMPLE = frozenset(
    map(
        chr,
        (
            *range(0x20, 0x7F),
            *range(0xA1, 0xAD),
            *range(0xAE, 0x250),
            *range(0x1E00, 0x1F00),
            *(0x2018, 0x2019, 0x201C, 0x201D, 0x2013, 0x2014, 0x2022, 0x2026),
        ),
    )
)
"""Left-to-right letters, each one cluster; their lines break at spaces and hyphens."""

_UNPRINTABLE = frozenset(("Cc", "Cs"))


def printable(text: str) -> str:
    """Return `text` composed and without what no document may hold.

    Control characters go, a tab becomes a space, line breaks stay. What is
    no character at all, or has a meaning only by private agreement, turns
    into the replacement sign, so that it is seen to have been there.
    """
    if SIMPLE.issuperset(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    lines = lines.replace("\u2028", "\n").replace("\u2029", "\n").replace("\ufeff", "")
    return "".join(map(_printable, normalize("NFC", lines)))


def _printable(letter: str) -> str:
    if letter == "\n":
        return letter
    kind = category(letter)
    if kind in _UNPRINTABLE:
        return ""
    nothing = ord(letter) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(letter) < 0xFDF0
    return "\ufffd" if kind == "Co" or nothing else letter
