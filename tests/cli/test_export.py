"""`personamap export` as a person types it."""

import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from personamap.cli.export import export
from personamap.errors import CannotWrite, ExportRefused, UnknownFormat
from personamap.services.projects import open_project, save_project
from tests.exporters.cast import KOFI, SECRET, project
from tests.exporters.pdf.reading import read


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "course.personamap"
    save_project(project(), path)
    return path


def run(*arguments):
    app = typer.Typer()
    app.command()(export)
    result = CliRunner().invoke(app, list(map(str, arguments)))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_sheets_are_written_and_named(file, tmp_path):
    out = tmp_path / "sheets.pdf"
    result = run(file, "--to", "pdf", "--out", out)
    assert result.exit_code == 0
    assert str(out) in result.output
    assert "1 private answer was left out" in result.output
    assert SECRET not in read(out.read_bytes()).everything


def test_an_earlier_export_is_replaced(file, tmp_path):
    out = tmp_path / "cast.csv"
    out.write_text("old")
    assert run(file, "--to", "csv", "--out", out).exit_code == 0
    assert "Kofi" in out.read_text("utf-8-sig")


def test_persons_sections_reader_and_paper_can_be_chosen(file, tmp_path):
    out = tmp_path / "kofi.pdf"
    choices = ("--personas", KOFI, "--sections", "voice,identity", "--for", "team")
    assert run(file, "--to", "pdf", "--out", out, *choices, "--page", "letter").exit_code == 0
    reading = read(out.read_bytes())
    assert reading.texts("H2") == ["Who he is", "Voice"]
    assert SECRET in reading.everything


def test_each_persona_gets_a_file(file, tmp_path):
    assert run(file, "--to", "pdf", "--out", tmp_path / "all", "--one-file-each").exit_code == 0
    assert len(list((tmp_path / "all").glob("*.pdf"))) == 4


def test_the_report_is_written(file, tmp_path):
    out = tmp_path / "report.pdf"
    assert run(file, "--to", "pdf", "--what", "report", "--out", out).exit_code == 0
    assert read(out.read_bytes()).texts("H1") == ["Is this the cast you intend?"]


def test_the_project_itself_is_never_written_over(file):
    before = file.read_bytes()
    with pytest.raises(ExportRefused):
        run(file, "--to", "json", "--out", file)
    assert file.read_bytes() == before


def test_wrong_choices_are_explained(file, tmp_path):
    with pytest.raises(ExportRefused, match="own_words"):
        run(file, "--to", "pdf", "--out", tmp_path / "o.pdf", "--sections", "shoes")
    with pytest.raises(UnknownFormat, match="odt"):
        run(file, "--to", "odt", "--out", tmp_path / "o.docx")
    assert run(file, "--to", "pdf", "--out", tmp_path / "o", "--for", "mum").exit_code == 2


def test_help_does_not_wait_for_what_exports_rest_on():
    code = "import sys, personamap.cli.export; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "pydantic",
        "reportlab",
        "uharfbuzz",
        "icu4py",
        "fontTools",
        "networkx",
        "PIL",
        "PySide6",
    }
    assert heavy.isdisjoint(loaded)


def test_handing_over_is_remembered_in_the_project(file, tmp_path):
    out = tmp_path / "sheets.pdf"
    result = run(file, "--to", "pdf", "--out", out, "--issue-to", "Studio A", "--note", "Draft")
    assert "remembers this as issue 5, handed to Studio A" in result.output
    hand_off = open_project(file).project.hand_offs[-1]
    assert (hand_off.number, hand_off.recipient, hand_off.note) == (5, "Studio A", "Draft")


def test_nothing_is_remembered_when_the_export_fails(file, tmp_path):
    before = file.read_bytes()
    with pytest.raises(CannotWrite):
        run(file, "--to", "pdf", "--out", tmp_path, "--issue-to", "Studio A")
    assert file.read_bytes() == before


def test_a_note_without_an_issue_is_refused(file, tmp_path):
    with pytest.raises(ExportRefused, match="--issue-to"):
        run(file, "--to", "pdf", "--out", tmp_path / "sheets.pdf", "--note", "Draft")
