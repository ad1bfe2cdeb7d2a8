"""The slides themselves: one layout with three placeholders, dressed once.

What python-pptx has no words for (alternative texts, direction, language,
styles of a placeholder) is set in the XML, as ECMA-376 (DrawingML) names it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct

from personamap.exporters.direction import (
    directed_runs,
    joined_at_end,
    language_of,
    runs_against,
)
from personamap.exporters.flow_blocks import LabelText
from personamap.exporters.label_language import language_if_label, language_of_labels
from personamap.exporters.office.characters import SafeText
from personamap.exporters.outline import Outline
from personamap.stopping import StoppableBytes

Sort = Literal["soft", "job", "plain", "quote", "fact"]

_WIDTH, _HEIGHT = 13.333, 7.5
_PORTRAIT_WIDTH = 4.58
_TEXT_LEFT, _TEXT_WIDTH = 5.25, 7.4
_MIRRORED_TEXT_LEFT = _WIDTH - _TEXT_LEFT - _TEXT_WIDTH
_PICTURE_LAYOUT, _TITLE_LAYOUT = 8, 0
_TITLE, _PICTURE, _BODY = 0, 1, 2
_KEPT = {_TITLE, _PICTURE, _BODY}
_INK, _SOFT, _SERIF = "1D2129", "545B67", "Cambria"
_NAME_SIZE, _LONG_NAME = 40, 24
_LONG_NAMES, _LONGEST_NAME = ((44, 30), (80, 22)), 16
_SIZES: dict[Sort, int] = {"soft": 18, "job": 24, "plain": 22, "quote": 24, "fact": 20}
_LINE = 50
"""About how many letters of the plain size stand on one line."""
_MOST_LINES = 14


class Spoken(Struct, frozen=True):
    """One paragraph of a slide."""

    text: str
    sort: Sort
    accent: str


class Slides:
    """A presentation that grows by one person at a time."""

    portrait_tallness = _HEIGHT / _PORTRAIT_WIDTH

    def __init__(self, outline: Outline, safe: SafeText) -> None:
        import pptx  # heavy, and only needed here
        from pptx.util import Inches

        self._show: Any = pptx.Presentation()
        self._safe, self._lang, self._rtl = safe, outline.lang, outline.rtl
        self._labels = language_of_labels(outline.lang)
        self._show.slide_width, self._show.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
        self._layout: Any = self._show.slide_layouts[_PICTURE_LAYOUT]
        self._arrange()
        facts = self._show.core_properties
        facts.title, facts.language = safe(outline.title), outline.lang
        facts.author = facts.last_modified_by = "personamap"
        self._open(outline)

    def add_person(
        self,
        name: str,
        portrait: tuple[bytes, str],
        spoken: Iterable[Spoken],
        notes: Iterable[str],
    ) -> None:
        """Add the slide of one person; `portrait` is a PNG and its text, `notes` are lines."""
        slide = self._show.slides.add_slide(self._layout)
        self._name(slide.shapes.title.text_frame.paragraphs[0], name)
        picture = slide.placeholders[_PICTURE].insert_picture(io.BytesIO(portrait[0]))
        facts = picture._element._nvXxPr.cNvPr  # noqa: SLF001 -- the library has no alternative texts
        facts.set("descr", self._safe(portrait[1]))
        self._say(slide.placeholders[_BODY].text_frame, tuple(spoken))
        self._note(slide.notes_slide.notes_text_frame, notes)

    def _note(self, frame: Any, lines: Iterable[str]) -> None:
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            if line:
                self._fill(paragraph, line)

    def _name(self, paragraph: Any, name: str) -> None:
        from pptx.util import Pt

        self._fill(paragraph, name)
        for run in paragraph.runs if len(name) > _LONG_NAME else ():
            run.font.size = Pt(_name_size(name))

    def finish(self) -> bytes:
        """Return the presentation."""
        written = StoppableBytes()
        self._show.save(written)
        return written.getvalue()

    def _open(self, outline: Outline) -> None:
        layout = self._show.slide_layouts[_TITLE_LAYOUT]
        _place(layout.placeholders[_TITLE], (1.0, 2.2, _WIDTH - 2.0, 1.6))
        _place(layout.placeholders[1], (1.0, 4.0, _WIDTH - 2.0, 1.2))
        _style(layout.placeholders[_TITLE], _NAME_SIZE, title=True)
        _style(layout.placeholders[1], _SIZES["fact"], colour=_SOFT)
        slide = self._show.slides.add_slide(layout)
        self._fill(slide.shapes.title.text_frame.paragraphs[0], outline.title)
        kind = LabelText(" · ".join(filter(None, (outline.kind, outline.version))))
        self._fill(slide.placeholders[1].text_frame.paragraphs[0], kind)

    def _arrange(self) -> None:
        """Give the layout its shape, so that every slide of it can be changed in one place."""
        text_left = _MIRRORED_TEXT_LEFT if self._rtl else _TEXT_LEFT
        picture_left = _WIDTH - _PORTRAIT_WIDTH if self._rtl else 0.0
        for shape in tuple(self._layout.placeholders):
            if shape.placeholder_format.idx not in _KEPT:
                shape._element.getparent().remove(shape._element)  # noqa: SLF001 -- no other way
        places = {shape.placeholder_format.idx: shape for shape in self._layout.placeholders}
        _place(places[_PICTURE], (picture_left, 0.0, _PORTRAIT_WIDTH, _HEIGHT))
        _place(places[_TITLE], (text_left, 0.6, _TEXT_WIDTH, 1.0))
        _place(places[_BODY], (text_left, 1.7, _TEXT_WIDTH, 5.2))
        _style(places[_TITLE], _NAME_SIZE, title=True)
        _style(places[_BODY], _SIZES["plain"])

    def _say(self, frame: Any, spoken: tuple[Spoken, ...]) -> None:
        from pptx.util import Pt

        scale = _scale_for(spoken)
        for number, said in enumerate(spoken):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(4 if said.sort == "fact" else 10)
            self._fill(paragraph, said.text, said, scale)

    def _fill(
        self, paragraph: Any, text: str, said: Spoken | None = None, scale: float = 1.0
    ) -> None:
        against = runs_against(text, rtl=self._rtl)
        if self._rtl or against:
            facts = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- the library knows no direction
            facts.set("rtl", str(int(self._rtl != against)))
            facts.set("algn", "r" if self._rtl else "l")
        safe, is_quote = self._safe(joined_at_end(text)), said is not None and said.sort == "quote"
        # Some programs lay each run out by itself: only what differs in look is told apart.
        for piece, runs_left in directed_runs(safe) if is_quote else ((safe, False),):
            run = paragraph.add_run()
            run.text = piece
            own = language_if_label(text, self._labels) or language_of(text, rtl=self._rtl)
            lang = own or self._lang
            run._r.get_or_add_rPr().set("lang", lang)  # noqa: SLF001 -- its list is short
            if said:
                _dress(run.font, said, scale)
                # Scripts that are written from the right have no italics.
                run.font.italic = is_quote and not runs_left


def _scale_for(spoken: tuple[Spoken, ...]) -> float:
    """Return how much smaller the words must be for all of them to stay on the slide."""
    lines = sum(
        1.3 + len(said.text) * _SIZES[said.sort] / _SIZES["plain"] // _LINE for said in spoken
    )
    return max(0.7, min(1.0, _MOST_LINES / max(1.0, lines)))


def _dress(font: Any, said: Spoken, scale: float) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    colour: Any = RGBColor
    font.size = Pt(round(_SIZES[said.sort] * scale))
    font.bold = said.sort == "job"
    colours = {"soft": _SOFT, "job": said.accent.removeprefix("#")}
    font.color.rgb = colour.from_string(colours.get(said.sort, _INK))
    if said.sort == "quote":
        font.name = _SERIF


def _place(shape: Any, inches: tuple[float, float, float, float]) -> None:
    from pptx.util import Inches

    shape.left, shape.top, shape.width, shape.height = map(Inches, inches)


def _name_size(name: str) -> int:
    """Return the size, in points, in which a long name stays inside its box."""
    return next((size for most, size in _LONG_NAMES if len(name) <= most), _LONGEST_NAME)


def _style(shape: Any, size: int, *, title: bool = False, colour: str = _INK) -> None:
    """Set how the placeholder of a layout writes, for all slides made of it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    body = shape.text_frame._txBody  # noqa: SLF001 -- the library has no styles of placeholders
    styles = body.find(qn("a:lstStyle"))
    styles.clear()
    face = f'<a:latin typeface="{_SERIF}"/>' if title else ""
    styles.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="l"><a:buNone/>'
            f'<a:defRPr sz="{size * 100}" b="{int(title)}"><a:solidFill>'
            f'<a:srgbClr val="{colour}"/></a:solidFill>{face}</a:defRPr></a:lvl1pPr>'
        )
    )
    frame = body.find(qn("a:bodyPr"))
    frame.set("anchor", "b" if title else "t")
