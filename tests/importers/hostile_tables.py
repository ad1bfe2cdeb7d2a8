"""Tables as somebody would make them who means harm, or whose program does.

Each is small, or made so as the test begins. With it stands a word of the
sentence it is refused with, or nothing where it may come in.
"""

import io
import struct
import warnings
import zipfile

from tests.importers.workbooks import MAIN, row, workbook

PEOPLE = row("Name", "Role") + row("Ann", "Lead") + row("Bo", "Cook")
COMES_IN = ""


def with_parts(**parts):
    return workbook(PEOPLE, more={name.replace("__", "/"): text for name, text in parts.items()})


def zipped(*names, content=b"x"):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about one name twice
        for name in names:
            archive.writestr(name, content)
    return written.getvalue()


def lying(content, size):
    """Let the table of contents name another size for the first sheet."""
    name = b"xl/worksheets/sheet1.xml"
    entry = content.rindex(name) - 46
    return content[: entry + 24] + struct.pack("<I", size) + content[entry + 28 :]


def locked(content):
    """Set the mark of a password on every part."""
    changed = bytearray(content)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := content.find(signature, at + 1)) >= 0:
            changed[at + flags] |= 1
    return bytes(changed)


def shared(texts, cells):
    sheet = "".join(f'<row><c t="s"><v>{cell}</v></c></row>' for cell in cells)
    listed = "".join(f"<si><t>{text}</t></si>" for text in texts)
    texts = {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{listed}</sst>'.encode()}
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    entry = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    return changed(workbook(sheet, more=texts), "[Content_Types].xml", "</Types>", entry)


def linked(target, mode=""):
    relations = "xl/_rels/workbook.xml.rels"
    return changed(workbook(PEOPLE), relations, '"worksheets/sheet1.xml"', f'"{target}"{mode}')


def changed(content, part, old, new):
    """Put other words into one part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(
                name, text.replace(old.encode(), new.encode()) if name == part else text
            )
    return written.getvalue()


FORMULAS = (
    "=1+1",
    "@SUM(1)",
    "+1+1",
    "-2",
    '=HYPERLINK("http://evil.example")',
    "=cmd|' /C calc'!A0",
)
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE w [<!ENTITY a0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
FETCHED = '<!DOCTYPE w SYSTEM "http://evil.example/w.dtd">'
BOMB = "<row>" + "".join(f'<c r="A1"><v>{i % 97}</v></c>' for i in range(640)) + "</row>"

TEXTS = {
    "nul.csv": (b"Name,Role\nAnn\0,Lead\n", "no text"),
    "nothing_but_nul.csv": (b"\0" * 100_000, "no text"),
    "two_encodings.csv": (
        "Name,Role\nZoë,Lead\n".encode() + "Jürgen,Köln\n".encode("cp1252"),
        COMES_IN,
    ),
    "halves_of_letters.csv": (b"Name,Role\n\xed\xa0\x80,Lead\n\xed\xb0\x80,Cook\n", COMES_IN),
    "half_utf_16.csv": ("Name,Role\nAnn,Lead\n".encode("utf-16")[:-1], "damaged"),
    "one_line_of_megabytes.csv": (b"Name,Role\n" + b"x" * 6_000_000, "characters|letters"),
    "one_cell_of_megabytes.csv": (
        b'Name,Role\nAnn,"' + b"x\n" * 3_000_000 + b'"\n',
        "characters|letters",
    ),
    "a_million_columns.csv": (b"a," * 1_000_000 + b"\n" + b"1," * 1_000_000, "columns|cells"),
    "the_same_heading_for_ever.csv": (b"a," * 100_000 + b"\nx\n", "columns|cells"),
    "a_million_rows.csv": (b"Name,Role\n" + b"a,b\n" * 1_000_000, "cells"),
    "quotes.csv": (b"Name,Role\n" + b'"' * 1_000_001, "quotation|characters|letters"),
    "quotes_in_pairs.csv": (b"Name,Role\n" + b'""' * 500_000, "quotation|characters|letters"),
    "quote_never_closed.csv": (
        b'Name,Role\nAnn,"Lead\n' + b"Bo,Cook\n" * 30_000,
        "characters|letters",
    ),
    "separators.csv": (b",,,,,,\n" * 10_000, "empty"),
    "empty_lines.csv": (b"\n" * 1_000_000, "empty"),
    "formulas.csv": ("Name;Role\n" + "".join(f"{f};{f}\n" for f in FORMULAS), COMES_IN),
    "markup.csv": (b"Name,Role\n<img src='/etc/passwd'>,<script>alert(1)</script>\n", COMES_IN),
    "places.csv": (b"Name,Role\n../../etc/passwd,CON\na/b:c,file:///etc/passwd\n", COMES_IN),
    "directions.csv": ("Name,Role\n\u202eannA\u2066,\u200b\ufeff\u00ad\n".encode(), COMES_IN),
    "page.csv": (b"<html><table><tr><td>Name</td></tr></table></html>", "web page"),
    "drawing.csv": (b"<?xml version='1.0'?><svg/>", "web page"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3_000, "password"),
    "paper.csv": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "program.csv": (b"\x7fELF\x02\x01\x01" + b"\0" * 500, "no text"),
    "noise.csv": (bytes(range(256)) * 40, "no text"),
}
WORKBOOKS = {
    "cells.xlsx": (lambda: workbook(BOMB * 10_000), "too much"),
    "cells_that_differ.xlsx": (
        lambda: workbook(row(*map(str, range(450))) * 450),
        "cells|too much",
    ),
    "far_cell.xlsx": (lambda: workbook('<row><c r="XFD1"/></row>' * 70), "1,000,000 cells"),
    "beyond_the_last_column.xlsx": (
        lambda: workbook('<row><c r="ZZZ1"><v>1</v></c></row>'),
        "500 columns",
    ),
    "beyond_the_last_row.xlsx": (lambda: workbook('<row r="9999999"><c/></row>'), "damaged"),
    "laughs.xlsx": (lambda: workbook(row("&a9;"), doctype=LAUGHS), "other files"),
    "outside.xlsx": (lambda: workbook(row("&a;"), doctype=OUTSIDE), "other files"),
    "fetched.xlsx": (lambda: workbook(PEOPLE, doctype=FETCHED), "other files"),
    "deep.xlsx": (lambda: workbook("<a>" * 100_000 + "</a>" * 100_000), "too much|empty"),
    "attribute.xlsx": (lambda: workbook(f'<row x="{"y" * 900_000}"><c/></row>'), "empty"),
    "attributes.xlsx": (
        lambda: workbook("<row " + " ".join(f"a{n}='1'" for n in range(50_000)) + "/>"),
        "empty",
    ),
    "texts.xlsx": (lambda: shared(["x" * 99_999], [0] * 2_000), "too much"),
    "long_text.xlsx": (lambda: shared(["x" * 200_000], [0]), "100,000 characters"),
    "texts_that_are_not_there.xlsx": (lambda: shared(["a"], [7, -1, 10**30]), "damaged"),
    "lies_large.xlsx": (lambda: lying(workbook(PEOPLE), 4_000_000_000), "too much"),
    "lies_small.xlsx": (lambda: lying(workbook(PEOPLE), 5), "damaged"),
    "dense.xlsx": (lambda: with_parts(xl__media__a=b"\0" * 5_000_000), "too much"),
    "parts.xlsx": (
        lambda: workbook(PEOPLE, more={f"p{n}": b"" for n in range(20_000)}),
        "too much",
    ),
    "parts_outside.xlsx": (
        lambda: workbook(PEOPLE, more={"../../evil": b"x", "/evil": b"x"}),
        COMES_IN,
    ),
    "program_inside.xlsm": (lambda: with_parts(xl__vbaProject="Shell"), COMES_IN),
    "sheet_outside.xlsx": (lambda: linked("../../../../etc/passwd"), "damaged|empty"),
    "sheet_on_the_net.xlsx": (
        lambda: linked("http://evil.example/sheet.xml", ' TargetMode="External"'),
        "damaged|empty",
    ),
    "cut.xlsx": (lambda: workbook(PEOPLE)[:-40], "damaged"),
    "only_a_start.xlsx": (lambda: b"PK\x03\x04" + b"\0" * 100, "damaged"),
    "locked.xlsx": (lambda: locked(workbook(PEOPLE)), "damaged"),
    "document.xlsx": (lambda: zipped("word/document.xml"), "no Excel workbook"),
    "one_name_twice.xlsx": (lambda: zipped("xl/workbook.xml", "xl/workbook.xml"), "damaged"),
    "other_letters.xlsx": (
        lambda: workbook(PEOPLE, more={"xl/sharedStrings.xml": "<sst/>".encode("utf-16")}),
        COMES_IN,
    ),
    "unknown_letters.xlsx": (
        lambda: workbook(
            PEOPLE, more={"xl/styles.xml": b'<?xml version="1.0" encoding="x-evil"?><a/>'}
        ),
        "damaged",
    ),
}


def hostile_tables():
    """Yield the name, the bytes and the expected words of every table."""
    for name, (content, words) in TEXTS.items():
        yield name, content if isinstance(content, bytes) else content.encode(), words
    for name, (made, words) in WORKBOOKS.items():
        yield name, made(), words
