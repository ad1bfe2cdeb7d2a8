"""The structure tree is packed, and every program still finds all of it."""

import io

import pikepdf
import pytest

from personamap.exporters.formats import PDF
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import sheets_outline
from tests.exporters.cast import kofi, project
from tests.exporters.pdf.reading import read, standards_failures

PEOPLE = 12


@pytest.fixture(scope="module")
def sheets():
    cast = tuple(kofi().evolve(id=f"per-{i}", name=f"Kofi {i}") for i in range(PEOPLE))
    outline = sheets_outline(project().with_items(personas=cast), ExportOptions())
    return PDF.render(outline, lambda _done, _total: None).data


def packs(pdf):
    return [
        found
        for found in pdf.objects
        if isinstance(found, pikepdf.Stream) and found.get("/Type") == pikepdf.Name.ObjStm
    ]


def test_a_reader_finds_every_object_without_repairing_anything(sheets):
    with pikepdf.open(io.BytesIO(sheets)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(packs(pdf)) > 1
        assert max(int(pack.N) for pack in packs(pdf)) <= 500
    assert read(sheets).problems == ()
    assert standards_failures(sheets) == []
    assert len(read(sheets).texts("H1")) == PEOPLE + 1


def test_packing_halves_a_document_of_many_sheets(sheets):
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheets)) as pdf:
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert len(sheets) < len(plain.getvalue()) * 0.6


def test_what_other_programs_look_for_first_stays_in_plain_text(sheets):
    assert sheets.startswith(b"%PDF-1.7\n")
    for plain in (b"/Type /Catalog", b"<pdfuaid:part>1", b"/Title"):
        assert plain in sheets
