"""How an export begins."""

import subprocess
import sys
from pathlib import Path

import pytest

from personamap.exporters.formats import EXPORTERS
from personamap.exporters.options import ExportOptions
from personamap.services.previews import preview_export

ROOT = Path(__file__).parents[2]
KINDS = [(exporter.id, what) for exporter in EXPORTERS for what in exporter.makes]


@pytest.mark.parametrize(("kind", "what"), KINDS)
def test_everything_that_can_be_exported_can_be_looked_at(project, kind, what):
    preview = preview_export(project, kind, ExportOptions(what=what))
    assert preview.pages or preview.words or preview.rows


def test_a_page_is_as_many_pixels_as_it_says(project):
    page = preview_export(project, "pdf", ExportOptions()).pages[0]
    assert len(page.pixels) == page.width * page.height * 3
    assert page.height > page.width


def test_letter_is_broader_for_its_height_than_a4(project):
    a4 = preview_export(project, "pdf", ExportOptions(page="a4")).pages[0]
    letter = preview_export(project, "pdf", ExportOptions(page="letter")).pages[0]
    assert letter.width / letter.height > a4.width / a4.height


def test_pages_that_stand_for_another_format_say_so(project):
    assert preview_export(project, "docx", ExportOptions()).alike
    assert not preview_export(project, "pdf", ExportOptions()).alike
    wall = ExportOptions(what="wall")
    assert preview_export(project, "svg", wall).alike
    assert not preview_export(project, "png", wall).alike


def test_a_drawing_of_the_map_is_the_poster_alone(project):
    map_ = ExportOptions(what="map")
    assert len(preview_export(project, "svg", map_).pages) == 1
    assert len(preview_export(project, "pdf", map_).pages) > 1


def test_a_table_is_looked_at_as_rows_of_people(project):
    preview = preview_export(project, "csv", ExportOptions())
    assert len(preview.rows) == len(project.cast)
    assert all(len(row) == len(preview.heads) for row in preview.rows)
    assert not preview.goes_on


def test_what_a_first_page_needs_can_be_loaded_before():
    code = "from personamap.services.previews import prepare_previews; prepare_previews()\n"
    code += "import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert {"reportlab", "pypdfium2", "uharfbuzz"} <= set(done.stdout.split())
    assert "PySide6" not in done.stdout
