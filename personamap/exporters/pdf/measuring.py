"""Single lines of text anywhere on a page: how wide they are, and writing them."""

from __future__ import annotations

from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.exporters.poster import Label

_ANY_WIDTH = 10_000.0


class Ruler:
    """Measures and writes texts in the fonts of a document."""

    def __init__(self, shelf: FontShelf) -> None:
        self._shelf = shelf
        self._set: dict[tuple[str, float, bool, str], Paragraph] = {}

    def __call__(self, text: str, size: float, strong: bool) -> float:
        """Return how wide a text is on one line."""
        return self._paragraph(text, size, strong, "#000000").natural_width()

    def write(self, canvas: TaggedCanvas, label: Label, at: tuple[float, float]) -> None:
        """Write a label whose middle stands at the given height of the page."""
        paragraph = self._paragraph(label.text, label.size, label.strong, label.colour)
        x, y = at
        if label.align != "left":
            width = paragraph.natural_width()
            x -= width / 2 if label.align == "centre" else width
        place = (x, y + paragraph.leading / 2, _ANY_WIDTH)
        paragraph.draw(canvas, place, align="left")

    def _paragraph(self, text: str, size: float, strong: bool, colour: str) -> Paragraph:
        key = (text, size, strong, colour)
        if key not in self._set:
            fonts = self._shelf.strong if strong else self._shelf.sans
            self._set[key] = Paragraph(text, Style(fonts, size, size * 1.25, colour))
        return self._set[key]
