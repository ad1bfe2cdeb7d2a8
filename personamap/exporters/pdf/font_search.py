"""Looks through the installed fonts for one that has letters no other font has.

Fonts known by name come first, since it is known which language they are
drawn for. A computer may have quite others: whatever font has the letters
is better than a sign for what is missing. The folders are read once a
process, and which of several fonts is taken depends on nothing but them.
"""

from __future__ import annotations

import os
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz
from msgspec import Struct

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_OUTLINES = frozenset(("glyf", "CFF "))
_PICTURES = frozenset(("CBDT", "sbix"))
_NEEDED = frozenset(("cmap", "head", "hhea", "hmtx", "maxp"))
_EMPTY_BOXES = ("lastresort", "adobeblank", "notdef")
"""Names of fonts that have a box for every letter there is."""

_RESTRICTED = 0x0002
"""The bit of OS/2 fsType that forbids to put a font into a document."""

_REGULAR, _BOLD = 400, 700
_REGIONS = {
    "ja": ("JP", "J"),
    "ko": ("KR", "K"),
    "zh": ("SC", "CN", "S"),
    "zh-tw": ("TC", "TW", "T"),
    "zh-hk": ("HK", "TC", "T"),
    "zh-hant": ("TC", "TW", "T"),
}
"""Words in the names of East Asian fonts that say for which readers they are drawn."""


class Found(Struct, frozen=True):
    """One font of an installed file, with what is needed to choose among several."""

    path: Path
    index: int
    letters: Any
    family: str
    weight: int
    is_slanted: bool

    def has(self, needed: Iterable[int]) -> bool:
        """Tell whether it has all of these letters."""
        return all(letter in self.letters for letter in needed)

    def distance(self, lang: str, *, bold: bool) -> tuple[bool, bool, bool, int, str, int]:
        """Return how far it is from what is wanted; the nearest comes first."""
        words = self.family.split()
        regions = _REGIONS.get(lang.lower()) or _REGIONS.get(lang.partition("-")[0].lower(), ())
        for_others = any(word in _ANY_REGION for word in words)
        return (
            self.is_slanted,
            for_others and not any(word in regions for word in words),
            "Mono" in words,
            abs(self.weight - (_BOLD if bold else _REGULAR)),
            str(self.path),
            self.index,
        )


_ANY_REGION = frozenset(word for words in _REGIONS.values() for word in words)


def fonts_with(
    needed: Sequence[int], folders: tuple[Path, ...], lang: str, *, bold: bool
) -> list[Found]:
    """Return the installed fonts that have all of these letters, the most fitting first.

    What a letter for private use means only the font knows that it was typed in.
    """
    if any(unicodedata.category(chr(letter)) == "Co" for letter in needed):
        return []
    fitting = (found for found in _all_fonts(folders) if found.has(needed))
    return sorted(fitting, key=lambda found: found.distance(lang, bold=bold))


@lru_cache(maxsize=4)
def _all_fonts(folders: tuple[Path, ...]) -> tuple[Found, ...]:
    paths = dict.fromkeys(path for folder in folders for path in _files(folder))
    return tuple(found for path in paths for found in _fonts_in(path))


def _files(folder: Path) -> Iterator[Path]:
    for directory, below, names in os.walk(folder):
        below.sort()
        yield from (
            Path(directory) / name for name in sorted(names) if name.lower().endswith(_ENDINGS)
        )


def _fonts_in(path: Path) -> Iterator[Found]:
    try:
        blob = uharfbuzz.Blob.from_file_path(str(path))
    except uharfbuzz.HarfBuzzError:
        return
    for index in range(_count(path)):
        found = _described(path, index, uharfbuzz.Face(blob, index))
        if found:
            yield found


def _count(path: Path) -> int:
    """Return how many fonts a file holds (OpenType, TTC header)."""
    with path.open("rb") as file:
        start = file.read(12)
    if len(start) < 12 or not start.startswith(b"ttcf"):
        return 1
    (count,) = struct.unpack(">I", start[8:12])
    return min(int(count), 64)


def _described(path: Path, index: int, face: Any) -> Found | None:
    tables = frozenset(face.table_tags)
    if not (tables >= _NEEDED and tables & (_OUTLINES | _PICTURES)):
        return None
    family = face.get_name(uharfbuzz.OTNameIdPredefined.FONT_FAMILY) or path.stem
    if "".join(family.split()).lower().startswith(_EMPTY_BOXES):
        return None
    about = bytes(face.reference_table("OS/2").data) if "OS/2" in tables else b""
    if len(about) < 64:
        return Found(path, index, face.unicodes, family, _REGULAR, is_slanted=False)
    weight, may_embed = struct.unpack_from(">H", about, 4)[0], struct.unpack_from(">H", about, 8)[0]
    if may_embed & _RESTRICTED:
        return None
    slanted = bool(struct.unpack_from(">H", about, 62)[0] & 1)
    return Found(path, index, face.unicodes, family, weight, slanted)
