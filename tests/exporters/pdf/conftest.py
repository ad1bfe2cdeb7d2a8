"""A document of paragraphs, made the way the sheets make theirs."""

import pytest

from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.metadata import DocumentFacts
from personamap.exporters.pdf.text import Paragraph, Style
from tests.exporters.pdf.reading import read, standards_failures

INK = "#1D2129"


class Pages:
    """Draws one paragraph below the other; starts a new page when one is full."""

    def __init__(self, shelf=None, facts=None):
        self.shelf = shelf or FontShelf()
        self.canvas = TaggedCanvas((595, 842), facts or DocumentFacts("Texts"))
        self.top = 800

    def add(self, text, lang="en", width=500, size=10, tag="P"):
        paragraph = Paragraph(text, Style(self.shelf.sans, size, size * 1.4, INK), lang=lang)
        if self.top - paragraph.height(width) < 40:
            self.canvas.showPage()
            self.top = 800
        with self.canvas.tagged(self.canvas.root.add(tag, lang=lang)):
            paragraph.draw(self.canvas, (40, self.top, width))
        self.top -= paragraph.height(width) + 4
        return paragraph

    def close(self):
        document = self.canvas.finish()
        assert standards_failures(document) == []
        reading = read(document)
        assert reading.problems == ()
        return reading


@pytest.fixture
def pages():
    return Pages()
