"""Fonts inside the document: one code for each glyph and the text it stands for.

The engine's own fonts know one code per letter. Shaped text needs more: a
glyph may stand for several letters, and the same glyph for different
ones. So every (glyph, text) pair gets its own code, and the table that
maps codes back to text (ToUnicode) is exact: what is copied, searched or
read aloud is what was written.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from personamap.exporters.pdf.faces import Cluster, Face, Glyph
from personamap.exporters.pdf.font_objects import add_font_objects

_LEAST_SHIFT = 0.4


class Drawn(Struct, frozen=True):
    """Drawing code of one shaped run.

    `simple` is the inside of a TJ array when that is all it takes;
    otherwise `operators` holds operators, and numbers for a change of rise.
    """

    width: float
    simple: str | None
    operators: tuple[str | float, ...]


class _Pen(Struct):
    """Collects TJ arrays, and knows where the reader's pen and the true place differ."""

    at: float = 0.0
    rise: float = 0.0
    shown: list[str] = field(default_factory=list)
    operators: list[str | float] = field(default_factory=list)

    def flush(self) -> None:
        if self.shown:
            self.operators.append(f"[{''.join(self.shown)}] TJ")
            self.shown.clear()

    def lift(self, rise: float) -> None:
        if rise != self.rise:
            self.flush()
            self.operators.append(rise)
            self.rise = rise

    def move(self, place: float) -> None:
        shift = self.at - place
        if abs(shift) > _LEAST_SHIFT:
            shift = round(shift, 1)
            self.shown.append(f"{shift:g}")
            self.at -= shift

    def enclose(self, operator: str) -> None:
        self.flush()
        self.operators.append(operator)


class EmbeddedFont:
    """One face in one document; becomes PDF objects when the document is saved."""

    def __init__(self, document: object, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self.codes: dict[tuple[int, str], int] = {}
        self._drawn: dict[tuple[str, bool, str], Drawn] = {}
        self._advances: dict[int, int] = {}
        document.fontMapping[f"personamap:{name}"] = f"/{name}"  # type: ignore[attr-defined]
        document.delayedFonts.append(self)  # type: ignore[attr-defined]

    def code(self, glyph: int, text: str) -> int:
        """Return the code that shows `glyph` and reads as `text`."""
        return self.codes.setdefault((glyph, text), len(self.codes) + 1)

    def draw(self, text: str, *, rtl: bool, lang: str) -> Drawn:
        """Return the drawing code of a run; the same run is worked out once a document."""
        key = text, rtl, lang
        if key not in self._drawn:
            self._drawn[key] = self._draw(text, rtl=rtl, lang=lang)
        return self._drawn[key]

    def addObjects(self, document: object) -> None:  # noqa: N802 -- the engine calls it by this name
        """Write the font into the document, called by the engine when it saves."""
        add_font_objects(document, self.face, self.name, self.codes)

    def _draw(self, text: str, *, rtl: bool, lang: str) -> Drawn:
        shaped = self.face.shape(text, rtl=rtl, lang=lang)
        places: list[tuple[float, Cluster]] = []
        x = 0.0
        for cluster in shaped.clusters:
            places.append((x, cluster))
            for glyph in cluster.glyphs:
                x += glyph.advance
        if rtl:
            # Written first letter first, which is the order it is read in.
            places.reverse()
        pen = _Pen()
        for start, cluster in places:
            self._draw_cluster(pen, start, cluster)
        pen.move(shaped.width)
        if not pen.operators:
            return Drawn(shaped.width, "".join(pen.shown).replace("><", ""), ())
        pen.lift(0.0)
        pen.flush()
        return Drawn(shaped.width, None, tuple(pen.operators))

    def _draw_cluster(self, pen: _Pen, start: float, cluster: Cluster) -> None:
        glyphs, text = cluster.glyphs, cluster.text
        if len(glyphs) == 1 and text:
            self._draw_glyph(pen, start, glyphs[0], text)
            return
        crowded = len(glyphs) > len(text)
        if crowded:
            actual = text.encode("utf-16-be").hex()
            pen.enclose(f"/Span <</ActualText <FEFF{actual}>>> BDC")
        for glyph, share in zip(glyphs, _shares(text, len(glyphs)), strict=True):
            self._draw_glyph(pen, start, glyph, share)
            start += glyph.advance
        if crowded:
            pen.enclose("EMC")

    def _draw_glyph(self, pen: _Pen, start: float, glyph: Glyph, text: str) -> None:
        if glyph.up != pen.rise:
            pen.lift(glyph.up)
        pen.move(start + glyph.right)
        pen.shown.append(f"<{self.code(glyph.id, text):04X}>")
        pen.at += self._advance(glyph)

    def _advance(self, glyph: Glyph) -> int:
        if glyph.id not in self._advances:
            self._advances[glyph.id] = round(self.face.advance(glyph.id))
        return self._advances[glyph.id]


def _shares(text: str, count: int) -> Sequence[str]:
    """Spread the letters of a cluster over its glyphs, the rest going to the last."""
    if count == 1:
        return (text,)
    if count <= len(text):
        return (*text[: count - 1], text[count - 1 :])
    return (text, *["\u200b"] * (count - 1))
