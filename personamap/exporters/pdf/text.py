"""Paragraphs: any text in any script, wrapped, measured, cut between lines and drawn.

There is no markup at all: a name such as `<b>` or `R&D` prints as it is
written. Words are shaped by HarfBuzz, ordered by UAX #9, broken by ICU.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.fonts import FontSet
from personamap.exporters.pdf.line import draw_line
from personamap.exporters.pdf.words import Span, Word, Words, chop, split_words
from personamap.stopping import go_on

_MILLE = 1000
_FULL = 1e-6
_A_FEW_LINES, _COLUMN_TO_READ = 3, 200.0


class Style(Struct, frozen=True):
    """How a paragraph is set: fonts, size, leading and colour."""

    fonts: FontSet
    size: float
    leading: float
    colour: str


class Line(Struct, frozen=True):
    """Words on one line; `width` leaves out the space at its end."""

    words: tuple[Word, ...]
    width: float


class Paragraph:
    """A text with its lines for one width.

    `rtl` is the direction of the page around it: it decides for a text
    without direction of its own, and on which side a single line stands.
    A sentence in a known language gives its direction as `base`, since a
    name in it may begin it and run the other way; it keeps to the page's side.
    """

    def __init__(
        self,
        text: str | Sequence[Span],
        style: Style,
        *,
        lang: str = "en",
        rtl: bool = False,
        base: int | None = None,
        balance: bool = False,
    ) -> None:
        self.spans = (Span(text, style.fonts, style.colour),) if isinstance(text, str) else text
        self.style, self.lang, self.rtl, self.balance = style, lang, rtl, balance
        self.base = base
        self._words: Words | None = None
        self._leading = 0.0
        self._lines: dict[float, tuple[Line, ...]] = {}

    @property
    def plain(self) -> str:
        """The text of all spans."""
        return "".join(span.text for span in self.spans)

    @property
    def words(self) -> Words:
        """The words of this text."""
        if self._words is None:
            self._words = split_words(self.spans, self.lang, self.base, int(self.rtl))
        return self._words

    @property
    def leading(self) -> float:
        """The distance of lines; tall scripts get more."""
        if not self._leading:
            self._leading = self.style.leading * self.words.tall
        return self._leading

    def with_size(self, factor: float) -> Paragraph:
        """Return this paragraph in type smaller or larger by `factor`."""
        style = replace(
            self.style, size=self.style.size * factor, leading=self.style.leading * factor
        )
        smaller = Paragraph(
            self.spans, style, lang=self.lang, rtl=self.rtl, base=self.base, balance=self.balance
        )
        smaller._words = self._words
        return smaller

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines this text fills at `width`."""
        if width not in self._lines:
            go_on()
            self._lines[width] = self._wrap(width)
        return self._lines[width]

    def natural_width(self) -> float:
        """Return the width of the text on a single line."""
        items = self.words.items
        total = sum(word.width + word.space for word in items)
        return (total - (items[-1].space if items else 0)) * self.style.size / _MILLE

    def widest_word(self) -> float:
        """Return the width of the longest word."""
        return max((word.width for word in self.words.items), default=0.0) * (
            self.style.size / _MILLE
        )

    def fits(self, width: float, lines: int) -> bool:
        """Tell whether so many lines hold this text without cutting a word."""
        limit = width * _MILLE / self.style.size + _FULL
        whole = all(word.width <= limit for word in self.words.items)
        return whole and len(self.lines(width)) <= lines

    def height(self, width: float) -> float:
        """Return how high the text is at `width`."""
        return len(self.lines(width)) * self.leading

    def draw(
        self,
        canvas: TaggedCanvas,
        place: tuple[float, float, float],
        part: slice | None = None,
        align: str = "",
    ) -> None:
        """Draw lines into `place` (left, top, width).

        A paragraph by an author that runs against the page keeps to its
        own side where it is wide and long enough to be read as one; labels,
        lists and rows keep to the page's, so that they have one edge.
        """
        left, top, width = place
        lines = self.lines(width)
        against = self.words.base != int(self.rtl)
        is_long = width >= _COLUMN_TO_READ and len(lines) > _A_FEW_LINES
        own_side = against and self.base is None and is_long
        side = align or ("right" if self.rtl != own_side else "left")
        size = self.style.size
        y = top - self.leading / 2 - size * 0.35
        for line in lines[part or slice(None)]:
            drawn = line.width * size / _MILLE
            x = {"left": left, "right": left + width - drawn}.get(side, left + (width - drawn) / 2)
            draw_line(canvas, line.words, (x, y, size), self.words.base, self.lang)
            y -= self.leading

    def _wrap(self, width: float) -> tuple[Line, ...]:
        limit = width * _MILLE / self.style.size + _FULL
        lines = self._filled(limit)
        if not self.balance or len(lines) == 1:
            return lines
        return self._balanced(lines, limit)

    def _balanced(self, lines: tuple[Line, ...], limit: float) -> tuple[Line, ...]:
        """Narrow the lines as far as their number stays, so that none stands alone."""
        low, high = limit / 2, limit
        for _ in range(6):
            middle = (low + high) / 2
            tried = self._filled(middle)
            if len(tried) > len(lines) or any(line.width > middle for line in tried):
                low = middle
            else:
                high, lines = middle, tried
        return lines

    def _filled(self, limit: float) -> tuple[Line, ...]:
        lines: list[Line] = []
        current: list[Word] = []
        width = space = 0.0
        for word in self._fitting(limit):
            if current and (width + space + word.width > limit or current[-1].ends_line):
                lines.append(Line(tuple(current), width))
                current, width, space = [], 0.0, 0.0
            current.append(word)
            width += space + word.width
            space = word.space
        if current or not lines:
            lines.append(Line(tuple(current), width))
        return tuple(lines)

    def _fitting(self, limit: float) -> Sequence[Word]:
        items = self.words.items
        if all(word.width <= limit for word in items):
            return items
        fitting: list[Word] = []
        for word in items:
            fitting += [word] if word.width <= limit else chop(word, limit, self.lang)
        return fitting
