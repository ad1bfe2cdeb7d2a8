import gc
import io
import zipfile
from contextlib import contextmanager

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.errors import ExportRefused
from personamap.exporters.office.xlsx import LONGEST_CELL, XLSX
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import table_outline
from personamap.importers.tables import table_from_bytes
from tests.exporters.cast import JUN, KOFI, SECRET, kofi, project


def render(of, **choices):
    return XLSX.render(table_outline(of, ExportOptions(**choices)), lambda _done, _total: None)


def cells(written):
    book = openpyxl.load_workbook(io.BytesIO(written))
    heads, *rows = list(book.active.iter_rows())
    return [cell.value for cell in heads], rows


def with_brief(text):
    return project().with_items(personas=(kofi().evolve(brief=text),))


def test_there_is_one_row_a_persona():
    heads, rows = cells(render(project()).data)
    assert len(rows) == 4
    assert rows[0][heads.index("Name")].value == "Kofi Mensah"


def test_only_the_team_reads_private_answers():
    def everything(**choices):
        archive = zipfile.ZipFile(io.BytesIO(render(project(), **choices).data))
        return b"".join(map(archive.read, archive.namelist()))

    assert SECRET.encode() not in everything()
    assert SECRET.encode() in everything(reader="team")


@pytest.mark.parametrize("text", ["=1+1", "+2", "-3", "@sum", "=HYPERLINK('x')", "{=1}"])
def test_no_text_becomes_a_formula(text):
    heads, ((*cell_row,),) = cells(render(with_brief(text)).data)
    cell = cell_row[heads.index("Brief")]
    assert (cell.value, cell.data_type) == (text, "s")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_our_own_import_reads_every_text_back(text):
    table = table_from_bytes("cast.xlsx", render(with_brief(text)).data)
    assert list(table.cells("Brief")) in ([text], [text.strip("￾￿")])


def test_characters_no_workbook_can_hold_are_shown_and_counted():
    rendered = render(with_brief("bell\x07 and\x00 escape\x1b"))
    assert rendered.replaced == 3
    assert list(table_from_bytes("c.xlsx", rendered.data).cells("Brief")) == [
        "bell\ufffd and\ufffd escape\ufffd"
    ]


def test_a_text_longer_than_a_cell_is_not_cut_but_said():
    with pytest.raises(ExportRefused, match="Kofi Mensah"):
        render(with_brief("x" * (LONGEST_CELL + 1)))


def test_the_same_project_gives_the_same_bytes_dated_by_the_project():
    one, other = render(project()).data, render(project()).data
    assert one == other
    archive = zipfile.ZipFile(io.BytesIO(one))
    assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    outline = table_outline(project(), ExportOptions())
    assert outline.date.encode() in archive.read("docProps/core.xml")


def sheets(of, **choices):
    book = openpyxl.load_workbook(io.BytesIO(render(of, **choices).data))
    return {sheet.title: [[c.value for c in row] for row in sheet.iter_rows()] for sheet in book}


def test_what_people_lived_whom_they_know_and_what_they_do_stands_on_sheets_of_its_own():
    found = sheets(project())
    assert list(found) == ["Cast", "Experiences", "Relationships", "Scenes"]
    assert {row[0] for row in found["Experiences"][1:]} == {e.title for e in project().experiences}
    tie = project().relationships[0]
    names = {persona.id: persona.name for persona in project().personas}
    assert found["Relationships"][1][:3] == [names[tie.source], tie.label, names[tie.target]]
    parts = sum(len(scene.appearances) for scene in project().scenes)
    assert len(found["Scenes"]) == 1 + parts


def test_sheets_about_some_people_leave_out_what_is_about_none_of_them():
    kofi_alone = sheets(project(), personas=(KOFI,))
    assert {row[4] for row in kofi_alone["Scenes"][1:]} == {"Kofi Mensah"}
    assert all("Kofi Mensah" in row for row in kofi_alone["Relationships"][1:])
    assert list(sheets(project(), personas=(JUN,))) == ["Cast", "Scenes"]


def test_our_own_import_reads_the_people_and_says_what_else_there_is():
    table = table_from_bytes("cast.xlsx", render(project()).data)
    assert next(iter(table.cells("Name"))) == "Kofi Mensah"
    assert table.notes == (
        "Only the sheet “Cast” was read; the others are: Experiences, Relationships, Scenes.",
    )


@contextmanager
def small_files():
    """Let no file on disk grow beyond one page, as on a full disk.

    Only for as long as something is written: what the tests themselves report may go to a file.
    """
    resource = pytest.importorskip("resource", reason="limits of this kind are not on Windows")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_sheet_that_was_not_written_whole_is_refused():
    many = tuple(kofi().evolve(id=f"per-{number}") for number in range(200))
    of = project().with_items(personas=many)
    with small_files(), pytest.raises(ExportRefused, match="room"):
        render(of)
    gc.collect()
