"""What cells show, beside what another reader of workbooks makes of the same file."""

import datetime
import io
import json
import random

import openpyxl
import pytest

from personamap.importers.xlsx.book import grid
from tests.importers.workbooks import row, workbook

FORMATS = ["General", "0.00", "0%", "#,##0", "@", "0.00E+00", '"day" 0', "[Red]0", "#,##0_s"]
DAY_FORMATS = ["yyyy-mm-dd", "d/m/yy h:mm", "h:mm", "mm:ss", "[$-409]d mmm yyyy", "dd.mm.yyyy;@"]
ELAPSED_FORMATS = ["[h]:mm:ss", "[mm]:ss"]


def rows_of(content):
    _facts, rows = grid(content, {"limits": "cast"})
    return dict(json.loads(rows))


def saved(book):
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def words(value):
    """Tell a value of the other reader as a person sees it."""
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return str(value)


@pytest.mark.parametrize("epoch", ["windows", "mac"])
def test_every_kind_of_value_is_read_as_by_another_reader(epoch):
    chance = random.Random(3)
    book = openpyxl.Workbook()
    if epoch == "mac":
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    for _row in range(200):
        number = chance.choice([chance.randint(-5, 70_000), chance.random(), chance.random() * 5e4])
        sheet.append([number, str(number), chance.choice([True, False, None, "Zoë & <b>", " x "])])
        cell = sheet.cell(sheet.max_row, 1)
        cell.number_format = chance.choice(FORMATS + DAY_FORMATS + ELAPSED_FORMATS)
        if cell.number_format in DAY_FORMATS:
            cell.value = abs(number)
    content = saved(book)
    other = openpyxl.load_workbook(io.BytesIO(content), data_only=True).active
    expected = {
        place: [words(value) for value in values]
        for place, values in enumerate(other.iter_rows(values_only=True), 1)
    }
    found = {place: [*cells, *[""] * (3 - len(cells))] for place, cells in rows_of(content).items()}
    assert found == expected


def test_texts_in_several_letters_are_whole_and_how_they_sound_is_not_part_of_them():
    cell = '<c t="inlineStr"><is><r><t>東</t></r><r><t>京</t></r><rPh><t>トウ</t></rPh></is></c>'
    assert rows_of(workbook(f"<row>{cell}</row>")) == {1: ["東京"]}


def test_a_saved_result_of_a_formula_is_read_and_the_formula_is_not():
    assert rows_of(workbook('<row><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>')) == {1: ["ab"]}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ("<c><v>1e999</v></c>", "inf"),
        ("<c><v>nonsense</v></c>", "nonsense"),
        (f"<c><v>{'9' * 5000}</v></c>", "9" * 5000),
        ('<c t="d"><v>2026-03-01</v></c>', "2026-03-01"),
        ('<c t="b"><v>7</v></c>', "7"),
    ],
)
def test_odd_cells_stay_as_they_stand(cell, text):
    assert rows_of(workbook(f"<row>{cell}<c><v>1</v></c></row>")) == {1: [text, "1"]}


@pytest.mark.parametrize("place", ["99999999999", "-1", "²", "s"])
def test_a_shared_text_that_is_not_there_is_no_text(place):
    sheet = f'<row><c t="s"><v>{place}</v></c><c><v>1</v></c></row>'
    assert rows_of(workbook(sheet)) == {1: ["", "1"]}


def test_places_without_numbers_and_with_gaps_are_kept():
    sheet = (
        '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c r="A9"><v>3</v></c></row>'
    )
    assert rows_of(workbook(sheet)) == {2: ["", "1", "2"], 3: ["3"]}


def test_hidden_sheets_and_parts_nobody_asks_for_are_not_read():
    assert rows_of(workbook(row("Name"), more={"docProps/core.xml": b"<broken"})) == {1: ["Name"]}
    book = openpyxl.Workbook()
    book.active.append(["hidden"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Cast").append(["Name"])
    assert rows_of(saved(book)) == {1: ["Name"]}
