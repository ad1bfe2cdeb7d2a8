"""The cast wall as one SVG: everybody beside each other at one scale, with real text below."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import ceil, sqrt

from msgspec import Struct

from personamap.exporters.figures import ACCENTS
from personamap.exporters.outline import Outline, Wall, WallCard
from personamap.exporters.pdf.look import INK, SOFT, Look
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.exporters.portrait_svg import grounded_svg
from personamap.exporters.poster import FONTS, GROUND

_MARGIN, _CARD, _GAP, _ROW_GAP = 56.0, 240.0, 32.0, 44.0
_FEW, _NARROWEST = 4, 3
"""So few people stand two in a row, as on paper; more in rows of at least so many."""
_PORTRAIT_GAP, _RULE_GAP, _RULE = 14.0, 10.0, 3.0
_BASELINE = 0.35
_ROOM = 0.92
"""The part of its width that a line fills: who looks at it may have broader letters."""


class _Said(Struct, frozen=True):
    """A text, how far below the last it stands, and its language if that is another."""

    paragraph: Paragraph
    gap: float = 0.0
    strong: bool = False
    lang: str = ""

    def height(self, width: float) -> float:
        """Return how high it is with the gap above it."""
        return self.gap + self.paragraph.height(width * _ROOM)

    def drawn(self, left: float, top: float, width: float) -> Iterator[str]:
        """Write the lines, on the side where they stand on paper."""
        said, y = self.paragraph, top + self.gap
        lines = said.lines(width * _ROOM)
        against = said.words.base != int(said.rtl)
        on_right = said.rtl != (against and said.base is None and len(lines) > 1)
        kept = f'x="{left + width if on_right else left:.1f}" {self._kept(on_right=on_right)}'
        for line in lines:
            middle = y + said.leading / 2 + said.style.size * _BASELINE
            words = "".join(run.actual or run.text for word in line.words for run in word.runs)
            yield f'<text y="{middle:.1f}" {kept}>{escape(words.strip())}</text>'
            y += said.leading

    def _kept(self, *, on_right: bool) -> str:
        """Return what is the same for all lines; a line starts where its reading does."""
        style, runs_left = self.paragraph.style, self.paragraph.words.base == 1
        anchor = "start" if runs_left == on_right else "end"
        direction = "rtl" if runs_left else "ltr"
        weight = ' font-weight="600"' if self.strong else ""
        lang = f' lang="{self.lang}"' if self.lang else ""
        return (
            f'direction="{direction}" text-anchor="{anchor}" font-size="{style.size:g}" '
            f'fill="{style.colour}"{weight}{lang}'
        )


def wall_svg(outline: Outline, wall: Wall, look: Look) -> str:
    """Return the wall as an SVG document that is read aloud as a list of people."""
    across = _across(len(wall.cards))
    width = across * (_CARD + _GAP) - _GAP
    opening = _opening(outline, wall, look)
    top = _MARGIN + _height(opening, width)
    cards: list[str] = []
    for start in range(0, len(wall.cards), across):
        row = [(card, _words(card, look)) for card in wall.cards[start : start + across]]
        top += _ROW_GAP
        for place, (card, words) in enumerate(row):
            along = place * (_CARD + _GAP)
            left = _MARGIN + (width - along - _CARD if look.rtl else along)
            cards.append(_card(card, words, (left, top), f"portrait{len(cards)}", look))
        top += _CARD + max(_height(words, _CARD) for _card, words in row)
    head = _drawn(opening, _MARGIN, _MARGIN, width)
    people = f'<g role="list">{"".join(cards)}</g>'
    return _document(outline, wall, (width + 2 * _MARGIN, top + _MARGIN), head + people)


def _across(people: int) -> int:
    """Return how many stand in a row, so that many of them are about as wide as high."""
    return 2 if people <= _FEW else max(_NARROWEST, ceil(sqrt(people)))


def _document(outline: Outline, wall: Wall, size: tuple[float, float], drawn: str) -> str:
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="graphics-document document" '
        f'lang="{escape(outline.lang)}" font-family="{FONTS}">'
        f"<title>{escape(outline.title)}</title><desc>{escape(wall.title)}</desc>"
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="{GROUND}"/>{drawn}</svg>\n'
    )


def _opening(outline: Outline, wall: Wall, look: Look) -> list[_Said]:
    strong, sans = look.shelf.strong, look.shelf.sans
    return [
        _label(outline.title, Style(strong, 30, 38, INK), look, strong=True),
        _label(wall.title, Style(sans, 15, 21, SOFT), look, gap=2),
        _label(wall.lead, Style(sans, 15, 21, INK), look, gap=6),
        _label(wall.note, Style(sans, 13, 18, SOFT), look, gap=6),
    ]


def _words(card: WallCard, look: Look) -> list[_Said]:
    """Return what stands below a portrait; the last, what they do, is the program's words."""
    strong, sans = look.shelf.strong, look.shelf.sans
    said = [
        (card.name, Style(strong, 20, 26, INK), _PORTRAIT_GAP),
        (card.called, Style(sans, 13, 18, SOFT), 1.0),
        (card.job, Style(strong, 14, 19, INK), 5.0),
        (card.brief, Style(sans, 14, 20, INK), 6.0),
        (card.figure.credit, Style(sans, 13, 18, SOFT), 6.0),
    ]
    texts = [
        _Said(
            Paragraph(text, style, lang=look.lang, rtl=look.rtl), gap, strong=style.fonts is strong
        )
        for text, style, gap in said
        if text
    ]
    return [*texts, _label(card.part, Style(sans, 13, 18, SOFT), look, gap=2 * _RULE_GAP)]


def _label(text: str, style: Style, look: Look, *, gap: float = 0, strong: bool = False) -> _Said:
    lang = look.labels
    return _Said(look.worded(text, style), gap, strong=strong, lang=lang)


def _card(card: WallCard, words: list[_Said], at: tuple[float, float], key: str, look: Look) -> str:
    left, top = at
    rule = top + _CARD + _height(words[:-1], _CARD) + _RULE_GAP - _RULE / 2
    return (
        f'<g role="listitem">{grounded_svg(card.figure, (left, top, _CARD), key, rtl=look.rtl)}'
        f"{_drawn(words, left, top + _CARD, _CARD)}"
        f'<rect x="{left:.1f}" y="{rule:.1f}" width="{_CARD:g}" height="{_RULE:g}" '
        f'fill="{ACCENTS[card.figure.colour]}"/></g>'
    )


def _height(texts: list[_Said], width: float) -> float:
    return sum(text.height(width) for text in texts)


def _drawn(texts: list[_Said], left: float, top: float, width: float) -> str:
    drawn: list[str] = []
    for text in texts:
        drawn += text.drawn(left, top, width)
        top += text.height(width)
    return "".join(drawn)
