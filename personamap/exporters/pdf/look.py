"""The look of the documents: grid, type and colour, in points."""

from __future__ import annotations

from msgspec import Struct

from personamap.exporters.direction import runs_against
from personamap.exporters.flow_blocks import LabelText
from personamap.exporters.label_language import language_of_labels
from personamap.exporters.pdf.blocks import TextBlock
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.exporters.pdf.words import Span
from personamap.i18n import _, is_right_to_left

INK, SOFT, RULE, PAPER = "#1D2129", "#545B67", "#C3C7CE", "#FFFFFF"
MEASURE = 504.0
GUTTER = 12.0
_COLUMN = 31.0


def column(number: int) -> float:
    """Return where a column of the grid starts, counted from 1 and from the reading side."""
    return (number - 1) * (_COLUMN + GUTTER)


def columns(count: int) -> float:
    """Return how wide so many columns are together."""
    return count * (_COLUMN + GUTTER) - GUTTER


class Paper(Struct, frozen=True):
    """A paper size with its margins; the measure is the same on all of them but posters."""

    width: float
    height: float
    side: float
    top: float = 32.0
    foot: float = 44.0
    measure: float = MEASURE

    @property
    def body_top(self) -> float:
        """Where the text starts below the running head, from the upper edge."""
        return self.top + 20.0

    @property
    def body_height(self) -> float:
        """How much room there is for text between running head and foot."""
        return self.height - self.body_top - self.foot - 12.0


PAPERS = {"a4": Paper(595.28, 841.89, 45.64), "letter": Paper(612.0, 792.0, 54.0)}


class Look:
    """Makes paragraphs in the styles of a document, for one person's accent.

    Texts by the author are in the language of the course; labels are in
    the language that is spoken meanwhile, and say so where the two differ.
    """

    def __init__(
        self, shelf: FontShelf, *, lang: str, rtl: bool, accent: str = INK, tint: str = PAPER
    ) -> None:
        self.shelf, self.lang, self.rtl, self.accent, self.tint = shelf, lang, rtl, accent, tint
        sans, strong = shelf.sans, shelf.strong
        self.name = Style(shelf.title, 32, 36, INK)
        self.job = Style(strong, 12, 16, accent)
        self.brief = Style(sans, 12, 16, INK)
        self.head = Style(strong, 10, 12, INK)
        self.text = Style(sans, 9, 12, INK)
        self.strong = Style(strong, 9, 12, INK)
        self.soft = Style(sans, 9, 12, SOFT)
        self.note = Style(sans, 8, 12, SOFT)
        self.small_strong = Style(strong, 8, 12, INK)
        self.voice = Style(shelf.voice, 11, 16, INK)
        self.line = Style(shelf.voice, 10, 16, INK)
        self.labels = language_of_labels(lang)

    def coloured(self, accent: str, tint: str) -> Look:
        """Return the same look with another accent."""
        return Look(self.shelf, lang=self.lang, rtl=self.rtl, accent=accent, tint=tint)

    def said(
        self, parent: Node, tag: str, text: str, style: Style, *, gap: float = 0.0
    ) -> TextBlock:
        """Return a text by the author, or a label among such, as a new node of the tree."""
        if isinstance(text, LabelText):
            return self.label(parent, tag, text, style, gap=gap)
        paragraph = Paragraph(text, style, lang=self.lang, rtl=self.rtl)
        return TextBlock(paragraph, parent.add(tag), gap=gap)

    def label(
        self, parent: Node, tag: str, text: str, style: Style, *, gap: float = 0.0
    ) -> TextBlock:
        """Return a text by the program as a new node of the tree."""
        return TextBlock(self.worded(text, style), self.labelled(parent.add(tag)), gap=gap)

    def said_header(self, line: Node, scope: str, text: str, style: Style) -> TextBlock:
        """Return a cell by the author that names its `Row` or `Column`."""
        paragraph = Paragraph(text, style, lang=self.lang, rtl=self.rtl)
        return TextBlock(paragraph, line.header_cell(scope))

    def label_header(self, line: Node, scope: str, text: str, style: Style) -> TextBlock:
        """Return a cell by the program that names its `Row` or `Column`."""
        return TextBlock(self.worded(text, style), self.labelled(line.header_cell(scope)))

    def labelled(self, node: Node) -> Node:
        """Note at a node that its text is in the language of the program, if that differs."""
        if self.labels:
            node.lang = self.labels
        return node

    def lead(self, strong: str, text: str, style: Style) -> Paragraph:
        """Return a text that begins with some words in semibold, and runs as the page does.

        Where those words are in a language that does not, it runs as the text does.
        """
        between = " " if strong and text else ""
        foreign = runs_against(strong, rtl=self.rtl) and runs_against(text, rtl=self.rtl)
        spans = (
            Span(strong, self.shelf.strong, style.colour),
            Span(between + text, style.fonts, style.colour),
        )
        return Paragraph(
            tuple(span for span in spans if span.text),
            style,
            lang=self.lang,
            rtl=self.rtl,
            base=int(self.rtl != foreign) if strong else None,
        )

    def decoration(self, text: str, style: Style) -> TextBlock:
        """Return a text that is not part of what the document says, such as a running head."""
        return TextBlock(self.worded(text, style), None)

    def continued(self, title: str) -> TextBlock:
        """Return what stands in the place of a head where its section goes on on another page."""
        return self.decoration(_("{title}, continued").format(title=title), self.note)

    def worded(self, text: str, style: Style, *, balance: bool = False) -> Paragraph:
        """Return a paragraph in the language of the program."""
        return Paragraph(
            text,
            style,
            lang=self.labels or self.lang,
            rtl=self.rtl,
            base=int(is_right_to_left()),
            balance=balance,
        )
