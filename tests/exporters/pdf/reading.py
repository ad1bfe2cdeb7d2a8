"""Reads a PDF the way assistive technology does, independently of the code that writes it.

Walks the structure tree, resolves marked content through the fonts' own tables back to text, and
lists every inconsistency between pages and tree.
"""

import io
import re

import pikepdf
from msgspec import Struct
from page import validate_pdf_bytes
from pikepdf import Array, Dictionary, Name

PAINTING = {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"}


class Element(Struct, frozen=True):
    depth: int
    tag: str
    lang: str
    text: str


class Reading(Struct, frozen=True):
    elements: tuple[Element, ...]
    problems: tuple[str, ...]

    def texts(self, tag):
        return [e.text for e in self.elements if e.tag == tag]

    @property
    def everything(self):
        return "\n".join(e.text for e in self.elements)


def standards_failures(document):
    """Every rule of PDF/UA-1 and PDF/A-2a that a document breaks."""
    reports = [validate_pdf_bytes(document, profile=p) for p in ("ua1", "2a")]
    return [f"{f.rule_id}: {f.message}" for report in reports for f in report.failures]


def read(document):
    pdf = pikepdf.open(io.BytesIO(document))
    problems = []
    pages = {}
    for page in pdf.pages:
        content = _Content(page)
        pages[page.obj.objgen] = content
        problems += content.problems
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    walker = _Walker(pdf, pages, dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True)))
    walker.walk(pdf.Root.StructTreeRoot.K, str(pdf.Root.get("/Lang", "")), 0, None)
    for key, content in pages.items():
        unread = set(content.texts) - {mark for page, mark in walker.used if page == key}
        problems += [f"MCID {mark} is in no element" for mark in unread]
    return Reading(tuple(walker.elements), tuple(problems + walker.problems))


class _Walker:
    def __init__(self, pdf, pages, parents):
        self.pages, self.parents = pages, parents
        self.parent_keys = {page.obj.objgen: page.obj.get("/StructParents") for page in pdf.pages}
        self.elements, self.problems, self.used = [], [], set()

    def walk(self, element, lang, depth, page):
        lang, page = str(element.get("/Lang", lang)), element.get("/Pg", page)
        place = len(self.elements)
        self.elements.append(None)
        tag = str(element.S)[1:]
        text = ""
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                continue
            if isinstance(kid, Dictionary) and "/S" in kid:
                self.walk(kid, lang, depth + 1, page)
                continue
            text += self.marked(element, tag, kid, page)
        for key in ("/ActualText", "/Alt"):
            if key in element:
                text = str(element[key])
                break
        self.elements[place] = Element(depth, tag, lang, text)

    def marked(self, element, tag, kid, page):
        mark = int(kid.MCID) if isinstance(kid, Dictionary) else int(kid)
        page = kid.get("/Pg", page) if isinstance(kid, Dictionary) else page
        key = page.objgen
        self.used.add((key, mark))
        if mark not in self.pages[key].texts:
            self.problems.append(f"<{tag}> points at missing MCID {mark}")
            return ""
        if self.parents[int(self.parent_keys[key])][mark].objgen != element.objgen:
            self.problems.append(f"MCID {mark} belongs to another element than <{tag}>")
        return self.pages[key].texts[mark]


class _Content:
    """The texts of one page by marked-content number."""

    def __init__(self, page):
        self.page = page
        self.texts, self.problems, self.stack = {}, [], []
        self.font, self.fonts = {}, {}
        for operands, operator in pikepdf.parse_content_stream(page):
            self.step(operands, str(operator))
        if self.stack:
            self.problems.append(f"{len(self.stack)} marked-content sequences left open")

    @property
    def current(self):
        return next((mark for mark, *_ in reversed(self.stack) if mark is not None), None)

    def step(self, operands, operator):
        if operator in ("BDC", "BMC"):
            self.begin(operands, operator)
        elif operator == "EMC":
            if not self.stack:
                self.problems.append("EMC without BDC")
            else:
                self.stack.pop()
        elif operator == "Tf":
            name = str(operands[0])
            if name not in self.fonts:
                self.fonts[name] = _to_unicode(self.page.Resources.Font[name])
            self.font = self.fonts[name]
        elif operator in PAINTING:
            self.paint(operands, operator)

    def begin(self, operands, operator):
        entries = operands[1] if operator == "BDC" else Dictionary()
        mark = int(entries["/MCID"]) if "/MCID" in entries else None
        if mark is not None:
            if mark in self.texts or self.stack:
                self.problems.append(f"MCID {mark} is used twice or nested")
            self.texts.setdefault(mark, "")
        actual = "/ActualText" in entries
        self.stack.append((mark, str(operands[0]), actual))
        if actual and self.current is not None:
            self.texts[self.current] += str(entries["/ActualText"])

    def paint(self, operands, operator):
        tags = {tag for _, tag, _ in self.stack}
        if self.current is None and "/Artifact" not in tags:
            self.problems.append(f"{operator} outside of marked content")
        if operator not in ("Tj", "TJ") or self.current is None or any(a for *_, a in self.stack):
            return
        for piece in operands[0] if operator == "TJ" else [operands[0]]:
            if isinstance(piece, pikepdf.String):
                self.texts[self.current] += self.decode(bytes(piece))

    def decode(self, codes):
        text = ""
        for i in range(0, len(codes), 2):
            code = int.from_bytes(codes[i : i + 2], "big")
            if code not in self.font:
                self.problems.append(f"no text for code {code}")
            text += self.font.get(code, "\ufffd")
        return text


def _to_unicode(font):
    table = font.ToUnicode.read_bytes().decode("latin-1")
    rows = re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", table.split("endcodespacerange")[1])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
