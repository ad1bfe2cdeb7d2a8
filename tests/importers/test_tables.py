import io
import os
import random
import zipfile
from datetime import date

import openpyxl
import pytest

from personamap.errors import CannotRead, TableRefused
from personamap.importers.tables import read_table, table_from_bytes
from tests.importers.workbooks import row, workbook

PEOPLE = "Name;Town\nJürgen;Köln, am Rhein\nZoë;“Łódź”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_table_is_read_in_any_unicode_encoding(encoding):
    table = table_from_bytes("cast.csv", PEOPLE.encode(encoding))
    assert table.columns == ("Name", "Town")
    assert table.rows == (("Jürgen", "Köln, am Rhein"), ("Zoë", "“Łódź”"))
    assert table.notes == ()


def test_another_encoding_is_read_and_the_guess_is_told():
    table = table_from_bytes("cast.csv", "Name;Town\nJürgen;“Köln”\n".encode("cp1252"))
    assert table.rows == (("Jürgen", "“Köln”"),)
    assert "Windows-1252" in table.notes[0]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator):
    text = separator.join(("Name", "Role")) + "\n" + separator.join(("Ann", "Lead")) + "\n"
    assert table_from_bytes("cast.txt", text.encode()).rows == (("Ann", "Lead"),)


def test_commas_in_text_do_not_win_over_semicolons():
    text = "Name;Bio\nAnn;Likes tea, cats, rain, and more\nBo;Plain\nCy;One, two\n"
    assert table_from_bytes("cast.csv", text.encode()).columns == ("Name", "Bio")


def test_a_line_naming_the_separator_is_obeyed():
    assert table_from_bytes("c.csv", b"sep=|\nName|Role\nAnn|a,b\n").rows == (("Ann", "a,b"),)


def test_line_breaks_and_quotes_inside_a_cell_stay():
    table = table_from_bytes("c.csv", b'Name,Bio\r\nAnn,"one\r\ntwo ""quoted"""\r\n')
    assert table.rows == (("Ann", 'one\r\ntwo "quoted"'),)


def test_ragged_rows_lose_nothing_and_are_told():
    table = table_from_bytes("c.csv", b"Name,Role\nAnn,Lead,extra,more\nBo\n")
    assert table.columns == ("Name", "Role", "Column 3", "Column 4")
    assert table.rows == (("Ann", "Lead", "extra", "more"), ("Bo", "", "", ""))
    assert any("row 2" in note for note in table.notes)
    assert any("row 3" in note for note in table.notes)


def test_headings_that_are_empty_or_alike_are_told_apart():
    table = table_from_bytes("c.csv", b"Name,,Goal,Goal\nAnn,x,a,b\n")
    assert table.columns == ("Name", "Column 2", "Goal", "Goal (2)")


def test_a_title_above_the_heading_is_kept_as_a_note():
    table = table_from_bytes("c.csv", b"Our cast\n\nName,Role\nAnn,Lead\n")
    assert table.columns == ("Name", "Role")
    assert table.above == "Our cast"
    assert table.numbers == (4,)


def test_an_unclosed_quotation_mark_is_told():
    table = table_from_bytes("c.csv", b'Name,Role\nAnn,"Lead\nBo,Cook\n')
    assert "Bo,Cook" in table.rows[0][1]
    assert any("quotation mark" in note for note in table.notes)


def test_the_apostrophe_before_a_formula_is_taken_away():
    assert table_from_bytes("c.csv", b"Name,Bio\n'=Ann,'tis\n").rows == (("=Ann", "'tis"),)


def test_ten_thousand_rows_are_read():
    table = table_from_bytes("c.csv", b"Name,Role\n" + b"Ann,Lead\n" * 10_000)
    assert len(table.rows) == 10_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\n\n , \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text"),
        (random.Random(1).randbytes(5_000), "no text"),
        (b"\xff\xfeN\0a", "damaged"),
        (b"\xd0\xcf\x11\xe0 old workbook", "XLS"),
        (b"%PDF-1.7", "PDF"),
        (b"Name,Role\n" + b"Ann,Lead\n" * 20_001, "20,001 rows"),
        (b"Name," * 300 + b"\n" + (b"x," * 300 + b"\n") * 3_500, "1,000,000 cells"),
        (b"Name\n" + b'"' + b"x" * 110_000 + b'"\n', "100,000 characters"),
        (b"PK\x03\x04 but nothing else", "damaged"),
        (workbook(row("Name"))[:-40], "damaged"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(content, reason):
    with pytest.raises(TableRefused, match=reason) as refused:
        table_from_bytes("cast.csv", content)
    assert "cast.csv" in str(refused.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CannotRead, match=r"gone\.csv"):
        read_table(tmp_path / "gone.csv")


def test_a_folder_is_no_table(tmp_path):
    with pytest.raises(CannotRead):
        read_table(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "cast.csv"
    os.mkfifo(pipe)
    with pytest.raises(CannotRead, match="plain file"):
        read_table(pipe)


def test_a_workbook_is_read_like_any_table(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Name", "Age", "Joined", "Sum"])
    sheet.append(["Ann", 34.0, date(2026, 3, 1), "=1+1"])
    sheet.append(["Bo"])
    book.create_sheet("Other").append(["more"])
    path = tmp_path / "cast.xlsx"
    book.save(path)
    table = read_table(path)
    assert table.columns == ("Name", "Age", "Joined", "Sum")
    assert table.rows[0][:3] == ("Ann", "34", "2026-03-01")
    assert table.rows[1] == ("Bo", "", "", "")
    assert any("Other" in note for note in table.notes)
    assert any("formula" in note for note in table.notes)


def test_a_formula_is_never_worked_out():
    rows = row("Name", "n") + "<row><c><v>7</v></c><c><f>1+1</f><v>5</v></c></row>"
    assert table_from_bytes("c.xlsx", workbook(rows)).rows == (("7", "5"),)


def test_rows_far_below_and_lying_dimensions_cost_little():
    far = '<row r="1048576"><c r="A1048576"><v>3</v></c></row>'
    content = workbook(row("Name", number=1) + far, '<dimension ref="A1:XFD1048576"/>')
    assert table_from_bytes("c.xlsx", content).rows == (("3",),)


def test_an_office_file_of_another_kind_is_named():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(TableRefused, match="no Excel workbook"):
        table_from_bytes("c.docx", written.getvalue())
