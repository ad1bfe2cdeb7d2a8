"""One font file: which letters it has, and how it shapes a run of text."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import uharfbuzz
from msgspec import Struct

_MILLE = 1000
_MOST_CACHED = 50_000


class Glyph(Struct, frozen=True):
    """One placed glyph; lengths are thousandths of the font size."""

    id: int
    advance: float
    right: float
    up: float


class Cluster(Struct, frozen=True):
    """Letters that are shaped together, and the glyphs that show them."""

    text: str
    glyphs: tuple[Glyph, ...]


class Shaped(Struct, frozen=True):
    """A shaped run, its clusters in the order they stand from left to right."""

    width: float
    clusters: tuple[Cluster, ...]


class Face:
    """A font opened for shaping; what it shaped once it remembers.

    The `carrier` of a font of pictures is another font, whose space holds
    the text of a picture.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path = path
        self.hb_face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), index)
        self._font = uharfbuzz.Font(self.hb_face)
        self.letters = frozenset(self.hb_face.unicodes)
        self.scale: float = _MILLE / self.hb_face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = extents.descender * self.scale
        self.is_bitmap = bool(self.hb_face.has_color_png) and ord("A") not in self.letters
        name = self.hb_face.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME)
        self.postscript_name: str = name or path.stem
        self.carrier = self
        self._shaped: dict[tuple[str, bool, str], Shaped] = {}

    def advance(self, glyph: int) -> float:
        """Return the width the font itself gives a glyph, before any shaping."""
        return float(self._font.get_glyph_h_advance(glyph)) * self.scale

    def glyph_of(self, letter: str) -> int:
        """Return the glyph a letter has when it stands alone."""
        return int(self._font.get_nominal_glyph(ord(letter)) or 0)

    def shows(self, letter: int) -> bool:
        """Tell whether a letter has a shape; a layered picture has none of its own."""
        glyph = int(self._font.get_nominal_glyph(letter) or 0)
        extents = self._font.get_glyph_extents(glyph)
        is_seen = bool(extents and extents.width and extents.height)
        return bool(glyph) and (is_seen or chr(letter).isspace())

    def picture(self, glyph: int) -> bytes:
        """Return the PNG of a colour glyph, or nothing when it has none."""
        blob = self._font.get_glyph_color_png(glyph)
        return bytes(blob.data) if blob else b""

    def shape(self, text: str, *, rtl: bool, lang: str) -> Shaped:
        """Shape a run that has one direction and one font throughout."""
        key = text, rtl, lang
        found = self._shaped.get(key)
        if found is None:
            if len(self._shaped) > _MOST_CACHED:
                self._shaped.clear()
            found = self._shaped[key] = self._shape(text, rtl=rtl, lang=lang)
        return found

    def _shape(self, text: str, *, rtl: bool, lang: str) -> Shaped:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        if lang:
            buffer.language = lang
        uharfbuzz.shape(self._font, buffer)
        k = self.scale
        by_start: dict[int, list[Glyph]] = {}
        for shaped, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyph = Glyph(
                shaped.codepoint, place.x_advance * k, place.x_offset * k, place.y_offset * k
            )
            by_start.setdefault(shaped.cluster, []).append(glyph)
        starts = sorted(by_start)
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        clusters = tuple(
            Cluster(text[start : ends[start]], tuple(glyphs)) for start, glyphs in by_start.items()
        )
        return Shaped(sum(g.advance for c in clusters for g in c.glyphs), clusters)


@lru_cache(maxsize=64)
def opened_face(path: Path, index: int = 0) -> Face:
    """Return a font that stays open, since a preview is made of the same letters again and again.

    Threads may share it: it only ever remembers more.
    """
    return Face(path, index)
