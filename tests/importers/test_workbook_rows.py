"""What the cells of a workbook show, read where strangers' files are: behind the walls."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Picture
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule
from openpyxl.packaging.custom import DateTimeProperty
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image

from personamap.errors import TableRefused
from personamap.importers.workbook import read_workbook
from tests.importers.workbooks import row, workbook

ORDINARY, STRICT = "schemas.openxmlformats.org/spreadsheetml", "purl.oclc.org/ooxml/spreadsheetml"


def rows_of(content):
    return read_workbook("c.xlsx", content).rows


def saved(book):
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904])
def test_every_kind_of_value_is_read_as_a_person_sees_it(epoch):
    seen = [
        (34, "34"),
        (34.0, "34"),
        (0.25, "0.25"),
        (-5, "-5"),
        (1e20, "100000000000000000000"),
        (True, "True"),
        ("0034", "0034"),
        (" Zoë & <b> ", " Zoë & <b> "),
        (date(2026, 3, 1), "2026-03-01"),
        (datetime(2026, 3, 1, 9, 30), "2026-03-01T09:30:00"),
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30, minutes=1), "1 day, 6:01:00"),
    ]
    book = openpyxl.Workbook()
    book.epoch = epoch
    book.active.append([value for value, _words in seen])
    assert rows_of(saved(book)) == (tuple(words for _value, words in seen),)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("General", "45000.5"),
        ("0.00E+00", "45000.5"),
        ('"day" 0', "45000.5"),
        ("[Red]0", "45000.5"),
        ("dd.mm.yyyy;@", "2023-03-15T12:00:00"),
        ("[$-409]d mmm yyyy", "2023-03-15T12:00:00"),
        ("[h]:mm:ss", "45000 days, 12:00:00"),
    ],
)
def test_only_the_format_of_a_number_makes_it_a_day(style, words):
    book = openpyxl.Workbook()
    book.active.append([45_000.5])
    book.active["A1"].number_format = style
    assert rows_of(saved(book)) == ((words,),)


def test_texts_in_several_letters_are_whole_and_how_they_sound_is_not_part_of_them():
    said = '<r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh>'
    cell = f'<c t="inlineStr"><is>{said}</is></c>'
    assert rows_of(workbook(f"<row>{cell}</row>")) == (("東京",),)


def test_a_saved_result_of_a_formula_is_read_and_the_formula_is_not():
    content = workbook('<row><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c><f>1</f></c></row>')
    grid = read_workbook("c.xlsx", content)
    assert grid.rows == (("ab", ""),)
    assert grid.notes == ("2 cells are formulas; their last saved results were read.",)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ("<c><v>1e999</v></c>", "inf"),
        ('<c t="d"><v>2026-03-01</v></c>', "2026-03-01"),
    ],
)
def test_odd_cells_stay_as_they_stand(cell, text):
    assert rows_of(workbook(f"<row>{cell}<c><v>1</v></c></row>")) == ((text, "1"),)


@pytest.mark.parametrize(
    "cell",
    ["<c><v>nonsense</v></c>", f"<c><v>{'9' * 5000}</v></c>", '<c t="s"><v>99999999999</v></c>'],
)
def test_cells_that_no_program_writes_are_damage(cell):
    with pytest.raises(TableRefused, match="damaged"):
        rows_of(workbook(f"<row>{cell}</row>"))


def test_places_without_numbers_and_with_gaps_are_kept():
    sheet = (
        '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c r="A3"><v>3</v></c></row>'
    )
    assert rows_of(workbook(sheet)) == (("", "", ""), ("", "1", "2"), ("3", "", ""))


def test_hidden_sheets_are_not_read():
    book = openpyxl.Workbook()
    book.active.append(["hidden"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Cast").append(["Name"])
    assert read_workbook("c.xlsx", saved(book)).notes == ()
    assert rows_of(saved(book)) == (("Name",),)


def test_nothing_that_people_put_into_workbooks_is_missing_behind_the_walls():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Name", "Age"])
    sheet.append(["Ann", 34])
    decorate(sheet)
    book.create_chartsheet("Chart").add_chart(chart_of(sheet))
    book.custom_doc_props.append(DateTimeProperty(name="Issued", value=datetime(2026, 1, 1)))
    book.defined_names["Everyone"] = DefinedName("Everyone", attr_text="Sheet!$A$1:$A$2")
    assert rows_of(saved(book)) == (("Name", "Age"), ("Ann", "34"))


def decorate(sheet):
    sheet["A1"].font, sheet["A1"].fill = Font(bold=True), PatternFill("solid", fgColor="FF0000")
    sheet["A2"].comment = Comment("Is she the lead?", "Bo")
    sheet["A2"].hyperlink = "https://example.org"
    sheet.merge_cells("C1:D1")
    sheet.conditional_formatting.add("B2:B9", CellIsRule("lessThan", ["3"], font=Font(bold=True)))
    scale = {"start_type": "min", "start_color": "FF0000", "end_type": "max", "end_color": "00FF00"}
    sheet.conditional_formatting.add("B2:B9", ColorScaleRule(**scale))
    choice = DataValidation(type="list", formula1='"Ann,Bo"')
    choice.add("A3:A9")
    sheet.add_data_validation(choice)
    sheet.add_table(Table(displayName="People", ref="A1:B2"))
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.protection.password = "secret"
    sheet.add_chart(chart_of(sheet), "F2")
    picture = io.BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    sheet.add_image(Picture(picture), "H2")


def chart_of(sheet):
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2))
    return chart


def test_the_strict_kind_of_workbook_is_named_with_what_to_do():
    strict = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(row("Name")))) as plain,
        zipfile.ZipFile(strict, "w") as archive,
    ):
        for part in plain.namelist():
            text = plain.read(part).decode()
            archive.writestr(part, text.replace(f"{ORDINARY}/2006", STRICT))
    with pytest.raises(TableRefused, match="Excel Workbook"):
        rows_of(strict.getvalue())
