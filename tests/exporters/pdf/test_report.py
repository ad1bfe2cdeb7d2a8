"""The coverage report on its pages."""

import pypdfium2

from personamap.exporters.coverage_outline import coverage_outline
from personamap.exporters.formats import PDF
from personamap.exporters.options import ExportOptions
from tests.exporters.cast import kofi, project
from tests.exporters.pdf.reading import read, standards_failures


def report(of):
    outline = coverage_outline(of, ExportOptions(what="report"))
    return PDF.render(outline, lambda _done, _total: None).data


def pages_of(data):
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def crowd(count):
    people = tuple(kofi().evolve(id=f"per-{i}", name=f"Kofi {i}") for i in range(count))
    return project().with_items(personas=people, relationships=(), scenes=project().scenes[:1])


def test_every_page_after_the_first_says_what_goes_on_on_it():
    data = report(crowd(40))
    _first, *others = pages_of(data)
    assert len(others) > 1
    assert any("Findings, worst first, continued" in page for page in others)
    for page in others:
        opening = " ".join(page.splitlines()[:4])
        assert ", continued" in opening


def test_what_is_repeated_at_the_top_of_a_page_is_not_read_aloud_again():
    data = report(crowd(40))
    assert standards_failures(data) == []
    reading = read(data)
    assert reading.problems == ()
    assert "continued" not in reading.everything
