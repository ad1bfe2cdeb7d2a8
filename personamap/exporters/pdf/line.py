"""Draws one line of words: fonts, colours and directions in drawing operators."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace
from reportlab.lib.utils import ImageReader

from personamap.exporters.pdf.bidi import visual_order
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.embedding import Drawn
from personamap.exporters.pdf.faces import Face
from personamap.exporters.pdf.words import SPACE, Run, Word

Place = tuple[float, float, float]
"""Left end of the line, base line, size of the letters."""

_MILLE = 1000
_BITMAP_HEIGHT = 128 / 136
_BITMAP_DROP = 0.2


@lru_cache(maxsize=200)
def fill_colour(colour: str) -> str:
    """Return the operator that fills with `#rrggbb`."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts) + " rg"


def draw_line(
    canvas: TaggedCanvas, words: Sequence[Word], place: Place, base: int, lang: str
) -> None:
    """Draw the words of a line.

    Runs are written in the order they are read; each stands where the
    direction of the writing puts it.
    """
    runs = [run for word in words for run in word.runs]
    if all(run.level == 0 and not run.face.is_bitmap for run in runs):
        _draw_plain(canvas, runs, place, lang)
        return
    x, y, size = place
    ends_in_space = runs[-1].level == SPACE
    runs = _with_spaces(runs, base)
    order = visual_order([run.level for run in runs[: len(runs) - ends_in_space]])
    places = {}
    for index in order:
        places[index] = x
        x += runs[index].width * size / _MILLE
    if ends_in_space:
        # Kept for whoever reads or copies the text, beyond the end of the line.
        last = len(runs) - 1
        places[last] = place[0] - runs[last].width * size / _MILLE if base & 1 else x
    for index, run in enumerate(runs):
        if run.face.is_bitmap:
            _draw_pictures(canvas, run, (places[index], y, size), lang)
        else:
            _draw_plain(canvas, [run], (places[index], y, size), lang)


def _with_spaces(runs: Sequence[Run], base: int) -> list[Run]:
    """Give white space its level: the lower of its neighbours, the base level at the end."""
    resolved = [run if run.level != SPACE else replace(run, level=base) for run in runs]
    for index in range(1, len(resolved) - 1):
        if runs[index].level == SPACE:
            lower = min(resolved[index - 1].level, resolved[index + 1].level)
            resolved[index] = replace(resolved[index], level=lower)
    return resolved


def _draw_plain(canvas: TaggedCanvas, runs: Sequence[Run], place: Place, lang: str) -> None:
    x, y, size = place
    code = ["BT"]
    face: Face | None = None
    colour = ""
    pending: list[str] = []
    for run in runs:
        if run.face is not face or run.colour != colour:
            _flush(code, pending)
            if run.colour != colour:
                code.append(fill_colour(run.colour))
            if run.face is not face:
                code.append(f"/{canvas.embedded(run.face).name} {size:g} Tf")
            if face is None:
                code.append(f"{x:.2f} {y:.2f} Td")
            face, colour = run.face, run.colour
        drawn = _drawn(canvas, run, lang)
        if drawn.simple is not None:
            pending.append(drawn.simple)
        else:
            _flush(code, pending)
            code += _operators(drawn, size)
    _flush(code, pending)
    code.append("ET")
    if face is not None:
        canvas.write(" ".join(code))


def _drawn(canvas: TaggedCanvas, run: Run, lang: str) -> Drawn:
    font = canvas.embedded(run.face)
    if run.actual:
        code = font.code(run.face.glyph_of(run.text), run.actual)
        return Drawn(run.width, f"<{code:04X}>", ())
    return font.draw(run.text, rtl=bool(run.level & 1), lang=lang)


def _flush(code: list[str], pending: list[str]) -> None:
    if pending:
        code.append(f"[{''.join(pending)}] TJ")
        pending.clear()


def _operators(drawn: Drawn, size: float) -> list[str]:
    return [
        part if isinstance(part, str) else f"{part * size / _MILLE:g} Ts"
        for part in drawn.operators
    ]


def _draw_pictures(canvas: TaggedCanvas, run: Run, place: Place, lang: str) -> None:
    """Draw colour emoji as pictures, each with an invisible space that carries its text."""
    x, y, size = place
    carrier = canvas.embedded(run.face.carrier)
    space = run.face.carrier.glyph_of(" ")
    for cluster in run.face.shape(run.text, rtl=bool(run.level & 1), lang=lang).clusters:
        code = carrier.code(space, cluster.text)
        canvas.write(
            f"BT 3 Tr /{carrier.name} {size:g} Tf {x:.2f} {y:.2f} Td <{code:04X}> Tj 0 Tr ET"
        )
        for glyph in cluster.glyphs:
            width = glyph.advance * size / _MILLE
            picture = run.face.picture(glyph.id)
            if picture:
                box = (x, y - _BITMAP_DROP * size, width, width * _BITMAP_HEIGHT)
                canvas.picture(ImageReader(io.BytesIO(picture)), box)
            x += width
