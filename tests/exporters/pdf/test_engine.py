"""The internals of reportlab that the documents rest on still behave as expected."""

import io
import re

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.engine import prepare_engine
from personamap.exporters.pdf.metadata import DocumentFacts


def test_preparing_twice_changes_nothing_more():
    prepare_engine()
    formatter = pdfdoc.PDFStream.format
    prepare_engine()
    assert pdfdoc.PDFStream.format is formatter


def test_a_line_ends_before_endstream():
    document = TaggedCanvas((100, 100), DocumentFacts("x")).finish()
    ends = re.findall(rb"(..)endstream", document, re.DOTALL)
    assert set(ends) == {b"\r\n"}


def test_the_engine_has_the_places_the_canvas_writes_to():
    canvas = Canvas(io.BytesIO(), invariant=1)
    for name in ("_code", "_formsinuse", "_annotationrefs", "_preamble", "_pageNumber"):
        assert hasattr(canvas, name), name
    for name in ("_make_preamble", "_addAnnotation", "showPage"):
        assert callable(getattr(canvas, name)), name
    document = canvas._doc
    for name in ("fontMapping", "delayedFonts", "idToObject", "idToObjectNumberAndVersion"):
        assert hasattr(document, name), name
    assert "BasicFonts" in document.idToObject
    stamp = document._timeStamp
    assert all(hasattr(stamp, name) for name in ("t", "YMDhms", "dhh", "dmm"))


def test_no_font_is_named_that_is_not_used():
    document = TaggedCanvas((100, 100), DocumentFacts("x")).finish()
    assert b"Helvetica" not in document


def test_dates_come_from_the_caller():
    document = TaggedCanvas((100, 100), DocumentFacts("x")).finish()
    assert b"D:20000101000000" in document


def test_nothing_tells_of_the_computer_or_its_user():
    document = TaggedCanvas((100, 100), DocumentFacts("x")).finish()
    assert b"/Author ()" in document
