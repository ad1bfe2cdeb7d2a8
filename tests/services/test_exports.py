"""Exports to files: complete, atomic, and never over something by accident."""

import errno
import json
import os

import pytest

from personamap.domain.persona import Persona
from personamap.errors import (
    AlreadyThere,
    CannotWrite,
    ExportRefused,
    UnknownFormat,
    UnknownId,
)
from personamap.exporters.options import ExportOptions
from personamap.services.exports import export_project
from personamap.services.file_names import file_name
from personamap.storage.temporary import temporary_beside
from tests.exporters.cast import JUN, KOFI, SECRET, kofi, project
from tests.exporters.pdf.reading import read, standards_failures


def silent(_done, _total):
    pass


def export(path, kind="pdf", overwrite=False, of=None, progress=silent, **choices):
    return export_project(
        of or project(), path, kind, ExportOptions(**choices), progress, overwrite=overwrite
    )


def test_sheets_become_one_file(tmp_path):
    exported = export(tmp_path / "sheets.pdf")
    assert exported.paths == (tmp_path / "sheets.pdf",)
    assert "Kofi Mensah" in read(exported.paths[0].read_bytes()).texts("H1")


def test_each_persona_can_have_a_file_of_their_own(tmp_path):
    exported = export(tmp_path / "sheets", one_file_each=True)
    names = [path.name for path in exported.paths]
    assert names == ["Kofi Mensah.pdf", "سلمى الخطيب.pdf", "Viktor Lindqvist.pdf", "Jun.pdf"]
    assert len(read(exported.paths[0].read_bytes()).texts("H1")) == 1


def test_the_report_says_what_the_cast_shows(tmp_path):
    document = export(tmp_path / "report.pdf", what="report").paths[0].read_bytes()
    assert standards_failures(document) == []
    reading = read(document)
    assert reading.problems == ()
    assert reading.texts("H1") == ["Is this the cast you intend?"]
    assert "nobody" in reading.everything
    assert SECRET not in reading.everything


def test_the_report_needs_no_personas(tmp_path):
    empty = project().with_items(personas=())
    document = export(tmp_path / "r.pdf", of=empty, what="report").paths[0].read_bytes()
    assert standards_failures(document) == []


def test_json_is_the_text_of_the_project_file(tmp_path):
    written = export(tmp_path / "p.json", "json", reader="team").paths[0].read_text()
    assert SECRET in written
    assert json.loads(written)["project"]["personas"][0]["name"] == "Kofi Mensah"


def test_json_keeps_private_answers_from_everyone_but_the_team(tmp_path):
    exported = export(tmp_path / "p.json", "json")
    assert SECRET not in exported.paths[0].read_text()
    assert exported.held_back == 1


def test_json_of_some_personas_has_no_others(tmp_path):
    written = export(tmp_path / "p.json", "json", personas=(JUN,)).paths[0].read_text()
    assert "Kofi" not in written


def test_csv_is_written(tmp_path):
    assert "Kofi Mensah" in export(tmp_path / "cast.csv", "csv").paths[0].read_text("utf-8-sig")


def test_an_existing_file_is_kept_unless_asked(tmp_path):
    path = tmp_path / "sheets.pdf"
    path.write_text("mine")
    with pytest.raises(AlreadyThere):
        export(path)
    assert path.read_text() == "mine"
    export(path, overwrite=True)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_stopped_export_leaves_nothing_behind(tmp_path):
    class Stop(Exception):
        pass

    def stop(done, _total):
        if done:
            raise Stop

    for each in (True, False):
        with pytest.raises(Stop):
            export(tmp_path / "out", progress=stop, one_file_each=each)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "choices"),
    [
        ("csv", {"what": "report"}),
        ("pptx", {"what": "report"}),
        ("json", {"what": "report"}),
        ("json", {"one_file_each": True}),
        ("pdf", {"what": "report", "one_file_each": True}),
    ],
)
def test_choices_that_give_no_document_are_refused(tmp_path, kind, choices):
    with pytest.raises(ExportRefused):
        export(tmp_path / "out", kind, **choices)


def test_a_format_that_is_none_for_a_document_names_those_it_comes_as(tmp_path):
    with pytest.raises(ExportRefused, match="comes as PDF, DOCX, HTML and MD"):
        export(tmp_path / "out", "svg", what="report")


def test_a_map_of_more_people_than_it_can_show_says_how_many_those_are(tmp_path):
    crowd = tuple(kofi().evolve(id=f"per-{number}") for number in range(2_001))
    of = project().with_items(personas=crowd, sign_offs=(), relationships=(), scenes=())
    with pytest.raises(ExportRefused, match="up to 2,000 people, and these are 2,001"):
        export(tmp_path / "out.pdf", of=of, what="map")
    assert export(tmp_path / "out.svg", "svg", of=of, what="map", personas=("per-1", "per-2")).paths


def test_a_cast_of_nobody_has_no_sheets(tmp_path):
    with pytest.raises(ExportRefused, match="nobody"):
        export(tmp_path / "out.pdf", of=project().with_items(personas=()))


def test_unknown_formats_and_personas_are_named(tmp_path):
    with pytest.raises(UnknownFormat, match="odt"):
        export(tmp_path / "out", "odt")
    with pytest.raises(UnknownId, match="per-nobody"):
        export(tmp_path / "out", personas=("per-nobody",))


def test_a_folder_that_cannot_be_made_is_reported(tmp_path):
    (tmp_path / "file").write_text("")
    for place in ("out.pdf", "below/out.pdf"):
        with pytest.raises(CannotWrite, match="part of its path is a file"):
            export(tmp_path / "file" / place)


def test_what_a_killed_export_left_is_swept_by_the_next(tmp_path):
    mine = temporary_beside(tmp_path / "cast.csv")
    ended = mine.with_name(mine.name.replace(f".{os.getpid()}.", ".999999999."))
    ended.write_bytes(b"half")
    exported = export(tmp_path / "cast.csv", kind="csv")
    assert list(tmp_path.iterdir()) == list(exported.paths)


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "json", "png"])
def test_a_disk_that_is_full_half_way_leaves_the_old_file(tmp_path, monkeypatch, kind):
    path = tmp_path / f"old.{kind}"
    path.write_text("mine")
    write = os.write

    def fill(handle, data):
        if len(data) < 1_000:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(handle, data[: len(data) // 2])

    monkeypatch.setattr(os, "write", fill)
    what = "wall" if kind == "png" else "sheets"
    with pytest.raises(CannotWrite, match="the disk is full"):
        export(path, kind, what=what, overwrite=True)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_letters_come_back_with_the_person(tmp_path):
    person = Persona(id=JUN, name="Jun \U0001390a")
    exported = export(tmp_path / "o.pdf", of=project().with_items(personas=(person,), scenes=()))
    assert exported.missing[0].letters == "\U0001390a"


def test_people_of_the_same_name_get_different_files(tmp_path):
    twins = (kofi(), kofi().evolve(id="per-2"), kofi().evolve(id="per-3", name="KOFI mensah"))
    exported = export(tmp_path, of=project().with_items(personas=twins), one_file_each=True)
    assert len({path.name.casefold() for path in exported.paths}) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana/../../etc", "Ana .. .. etc.pdf"),
        ("CON", "_CON.pdf"),
        ("a:b*c?", "a b c.pdf"),
        ("...", "persona.pdf"),
        ("", "persona.pdf"),
        ("\u202eevil", "evil.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
        ("ليلى", "ليلى.pdf"),
    ],
)
def test_any_name_becomes_a_safe_file_name(name, expected):
    assert file_name(name, ".pdf", set()) == expected


def test_chosen_personas_are_exported_alone(tmp_path):
    document = export(tmp_path / "one.pdf", personas=(KOFI,)).paths[0].read_bytes()
    assert read(document).texts("H1") == ["Kofi Mensah"]
