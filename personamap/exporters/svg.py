"""Persona map, cast wall and single portraits as SVG, which is a format of its own."""

from __future__ import annotations

from unicodedata import category

from personamap.exporters.exporter import Exporter, MissingLetters, Progress, Rendered
from personamap.exporters.outline import Outline
from personamap.i18n import N_


def _render(outline: Outline, progress: Progress) -> Rendered:
    # Drawing takes a while to load, and most commands draw nothing.
    from personamap.exporters.map_svg import map_svg
    from personamap.exporters.pdf.fonts import FontShelf
    from personamap.exporters.pdf.look import Look
    from personamap.exporters.pdf.measuring import Ruler
    from personamap.exporters.portrait_svg import portrait_svg
    from personamap.exporters.wall_svg import wall_svg

    progress(0, 1)
    shelf = FontShelf()
    svg = ""
    if outline.map:
        svg = map_svg(outline.map, Ruler(shelf), outline.lang, rtl=outline.rtl)
    if outline.wall:
        svg = wall_svg(outline, outline.wall, Look(shelf, lang=outline.lang, rtl=outline.rtl))
    if outline.portrait:
        svg = portrait_svg(outline.portrait, outline.lang)
    letters = shelf.take_missing()
    missing = (MissingLetters(outline.title, letters),) if letters else ()
    text = "".join(letter for letter in svg if _may_stand(letter))
    return Rendered(text.encode("utf-8", "replace"), missing)


def _may_stand(letter: str) -> bool:
    """Tell whether XML holds a letter; what joins or parts its neighbours is part of a word."""
    return letter.isprintable() or letter in "\n\t" or category(letter) == "Cf"


SVG = Exporter(
    id="svg",
    title=N_("Drawing (SVG)"),
    suffix=".svg",
    needs="pages",
    render=_render,
    makes=("wall", "map", "portraits"),
)
