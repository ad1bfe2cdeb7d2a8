"""The gate bites: a good sheet damaged in one place never passes the checks the tests rely on."""

import io
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from personamap.exporters.formats import PDF
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import sheets_outline
from tests.exporters.cast import project
from tests.exporters.pdf.reading import read, standards_failures


@pytest.fixture(scope="module")
def sheet():
    outline = sheets_outline(project(), ExportOptions())
    return PDF.render(outline, lambda _done, _total: None).data


@pytest.fixture(scope="module")
def said(sheet):
    return (read(sheet).elements, *titles(sheet))


def elements(pdf, tag):
    found = []
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if str(element.S) == f"/{tag}":
            found.append(element)
        kids = element.get("/K", Array())
        waiting += [kid for kid in _listed(kids) if isinstance(kid, Dictionary) and "/S" in kid]
    return found


def _listed(kids):
    return list(kids) if isinstance(kids, Array) else [kids]


def rewrite(pdf, pattern, replacement):
    page = pdf.pages[1]
    before = page.Contents.read_bytes()
    after = re.sub(pattern, replacement, before, count=1, flags=re.DOTALL)
    assert after != before
    page.Contents = pdf.make_stream(after)


def rewrite_metadata(pdf, before, after):
    packet = pdf.Root.Metadata.read_bytes()
    assert before in packet
    kinds = {"Type": Name.Metadata, "Subtype": Name.XML}
    pdf.Root.Metadata = pdf.make_stream(packet.replace(before, after), **kinds)


def fonts(pdf):
    return list(pdf.pages[1].Resources.Font.values())


def swap_sections(pdf):
    sheet = elements(pdf, "Sect")[1]
    kids = list(sheet.K)
    sheet.K = Array([*kids[:1], kids[-1], *kids[1:-1]])


def swap_parents(pdf):
    marks = pdf.Root.StructTreeRoot.ParentTree.Nums[3]
    marks[0], marks[4] = marks[4], marks[0]


def drop_outline_fonts(pdf):
    for font in fonts(pdf):
        del font.DescendantFonts[0].FontDescriptor.FontFile2


def drop_text_tables(pdf):
    for font in fonts(pdf):
        del font.ToUnicode


def widen(pdf):
    widths = fonts(pdf)[0].DescendantFonts[0].W[1]
    for place, width in enumerate(widths):
        widths[place] = int(width) + 90


def unscope(pdf):
    for head in elements(pdf, "TH"):
        if "/A" in head:
            del head.A


def empty_text_table(pdf):
    font = fonts(pdf)[0]
    table = font.ToUnicode.read_bytes()
    emptied = re.sub(rb"(<[0-9A-Fa-f]{4}>\s*)<[0-9A-Fa-f]+>(\s)", rb"\1<0000>\2", table)
    assert emptied != table
    font.ToUnicode = pdf.make_stream(emptied)


def circle_of_tags(pdf):
    elements(pdf, "P")[0].S = Name.Foo
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Foo=Name.Bar, Bar=Name.Foo)


def headings_as_text(pdf):
    for tag in ("H1", "H2"):
        for heading in elements(pdf, tag):
            heading.S = Name.P


def set_tag(pdf, tag, other, place=0):
    elements(pdf, tag)[place].S = Name(f"/{other}")


MARK = rb"(/P <</MCID \d+>> BDC)(.*?)EMC"
DAMAGE = {
    "a figure without alternative text": lambda p: elements(p, "Figure")[0].__delitem__("/Alt"),
    "a figure with an empty text": lambda p: elements(p, "Figure")[0].__setitem__(
        "/Alt", String("")
    ),
    "a figure as decoration": lambda p: rewrite(p, rb"/Figure <</MCID \d+>> BDC", b"/Artifact BMC"),
    "no tree at all": lambda p: p.Root.__delitem__("/StructTreeRoot"),
    "no bookmarks": lambda p: p.Root.__delitem__("/Outlines"),
    "two titles": lambda p: p.docinfo.__setitem__("/Title", String("another")),
    "a language that is none": lambda p: p.Root.__setitem__("/Lang", String("not a lang")),
    "no language": lambda p: p.Root.__delitem__("/Lang"),
    "no mark info": lambda p: p.Root.__delitem__("/MarkInfo"),
    "title not shown": lambda p: p.Root.__delitem__("/ViewerPreferences"),
    "no title": lambda p: rewrite_metadata(p, b"dc:title", b"dc:titlX"),
    "no claim of PDF/UA": lambda p: rewrite_metadata(p, b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "no claim of PDF/A": lambda p: rewrite_metadata(p, b"<pdfaid:part>2</pdfaid:part>", b""),
    "untagged text": lambda p: rewrite(p, MARK, rb"\2"),
    "text as decoration": lambda p: rewrite(p, MARK, rb"/Artifact BMC \2 EMC"),
    "tagged inside decoration": lambda p: rewrite(p, MARK, rb"/Artifact BMC \1 \2 EMC EMC"),
    "decoration inside tagged": lambda p: rewrite(p, MARK, rb"\1 /Artifact BMC \2 EMC EMC"),
    "a mark left open": lambda p: rewrite(p, rb"EMC\s*$", b""),
    "a mark used twice": lambda p: rewrite(p, rb"/MCID 4>>", b"/MCID 3>>"),
    "no way back from marks": lambda p: p.Root.StructTreeRoot.__delitem__("/ParentTree"),
    "marks lead elsewhere": swap_parents,
    "a heading level skipped": lambda p: set_tag(p, "H2", "H4"),
    "no first heading": lambda p: set_tag(p, "H1", "H2"),
    "headings as text": headings_as_text,
    "tags in a circle": circle_of_tags,
    "two kinds of headings": lambda p: set_tag(p, "H2", "H"),
    "an unknown tag": lambda p: set_tag(p, "P", "Foo"),
    "table heads without scope": unscope,
    "rows outside a table": lambda p: set_tag(p, "Table", "Div"),
    "items outside a list": lambda p: set_tag(p, "L", "Div"),
    "a list body that is none": lambda p: set_tag(p, "LBody", "P"),
    "a row with a missing cell": lambda p: elements(p, "TR")[1].K.__delitem__(1),
    "a link without words": lambda p: p.pages[0].Annots[0].__delitem__("/Contents"),
    "a link outside of a link": lambda p: set_tag(p, "Link", "Span"),
    "a link the tree misses": lambda p: p.pages[0].Annots[0].__delitem__("/StructParent"),
    "tab order by rows": lambda p: p.pages[0].__setitem__("/Tabs", Name.R),
    "tags said to be doubtful": lambda p: p.Root.MarkInfo.__setitem__("/Suspects", True),
    "fonts left out": drop_outline_fonts,
    "no way back to text": drop_text_tables,
    "text tables without text": empty_text_table,
    "wrong widths": widen,
    "reading order swapped": swap_sections,
    "another alternative text": lambda p: elements(p, "Figure")[0].__setitem__(
        "/Alt", String("portrait.jpg")
    ),
    "no colour profile": lambda p: p.Root.__delitem__("/OutputIntents"),
    "a script": lambda p: p.Root.__setitem__(
        "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    ),
}


CLOSED = pikepdf.Encryption(
    owner="owner", user="", R=4, allow=pikepdf.Permissions(accessibility=False)
)


def test_the_undamaged_sheet_passes(sheet, said):
    assert noticed(sheet, said) == []


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_noticed(sheet, said, damage):
    assert noticed(damaged(sheet, DAMAGE[damage]), said) != []


def test_a_sheet_closed_to_assistive_technology_is_noticed(sheet, said):
    written = io.BytesIO()
    pikepdf.open(io.BytesIO(sheet)).save(written, encryption=CLOSED)
    assert noticed(written.getvalue(), said) != []


def damaged(sheet, damage):
    pdf = pikepdf.open(io.BytesIO(sheet))
    damage(pdf)
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def noticed(document, said):
    failures = standards_failures(document)
    try:
        reading = read(document)
    except (AttributeError, KeyError, IndexError) as error:
        return [*failures, f"cannot be read: {error}"]
    if (reading.elements, *titles(document)) != said:
        failures.append("something else is said")
    return [*failures, *reading.problems]


def titles(document):
    """The title of a document and of its bookmarks."""
    pdf = pikepdf.open(io.BytesIO(document))
    with pdf.open_outline() as outline:
        return str(pdf.docinfo.get("/Title", "")), [item.title for item in outline.root]
