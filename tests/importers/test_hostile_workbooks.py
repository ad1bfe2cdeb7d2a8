import random
import struct

import pytest

from personamap.errors import TableRefused
from personamap.importers.apart.refusal import NotRead
from personamap.importers.tables import table_from_bytes
from personamap.importers.workbook_rows import grid
from tests.importers.workbooks import row, workbook

BILLION = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

LATE = f"<!--{'x' * 100_000}-->{OUTSIDE}"
THEME, WIDE_THEME = (f"<?xml version='1.0'?>{BILLION}<w>&b;</w>".encode(c) for c in ("u8", "u16"))


def lying():
    """Return a workbook whose sheet claims to unpack to ten bytes."""
    content = bytearray(workbook(row("Name")))
    entry = content.rindex(b"PK\1\2", 0, content.rindex(b"xl/worksheets/sheet1.xml"))
    content[entry + 24 : entry + 28] = struct.pack("<I", 10)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (workbook(row("&b;"), doctype=BILLION), "refers to other files"),
        (workbook(row("&a;"), doctype=OUTSIDE), "refers to other files"),
        (workbook(row("&a;"), doctype=LATE), "refers to other files"),
        (workbook(row("Name"), more={"xl/theme/theme1.xml": THEME}), "refers to other files"),
        (workbook(row("Name"), more={"xl/theme/theme1.xml": WIDE_THEME}), "refers to other files"),
        (workbook(("<row>" + "<c><v>1</v></c>" * 300 + "</row>") * 700), "too much"),
        (workbook('<row><c r="XFD1"/></row>' * 70), "1,000,000 cells"),
        (workbook("<a>" * 900_000 + "</a>" * 900_000), "too much"),
        (workbook('<row r="99999999999"><c><v>1</v></c></row>'), "damaged"),
        (lying(), "damaged"),
        (workbook(row("Name"), more={"xl/media/a.bin": b"\0" * 3_000_000}), "too much"),
        (workbook(row("Name"), more={f"p{i}": b"" for i in range(2_001)}), "too much"),
        (workbook("<row><c></row>"), "damaged"),
        (workbook(row("x" * 100_001)), "100,000 characters"),
    ],
)
def test_a_hostile_workbook_is_refused_within_seconds(content, reason):
    with pytest.raises(TableRefused, match=reason):
        table_from_bytes("c.xlsx", content)


def test_six_million_cells_are_refused_at_once():
    line = "<row>" + "".join(f'<c r="A1"><v>{i % 97}</v></c>' for i in range(640)) + "</row>"
    content = workbook(line * 10_000)
    with pytest.raises(TableRefused):
        table_from_bytes("c.xlsx", content)


def test_damaged_workbooks_never_fail_otherwise():
    good = workbook(row("Name", "Role") + row("Ann", "Lead"))
    chance = random.Random(7)
    for _round in range(1_000):
        broken = bytearray(good)
        for _flip in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        try:
            grid(bytes(broken), {"limits": "cast"})
        except NotRead:
            continue
