"""Whatever people are called and write, every format says it and does nothing else."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import docx
import openpyxl
import pikepdf
import pptx
import pytest
from docx.oxml.ns import qn
from faker import Faker
from faker.config import AVAILABLE_LOCALES
from PIL import Image

from personamap.domain.columns import unguarded
from personamap.exporters.formats import find_exporter
from personamap.exporters.pdf.letters import printable
from tests.exporters.documents import DOCUMENTS, cast_of, made
from tests.exporters.nasty import EVERYTHING, STORABLE
from tests.exporters.pdf.reading import read, standards_failures

ROOT = Path(__file__).resolve().parents[2]
SAYING = ("pdf", "docx", "pptx", "html", "md", "xlsx", "csv", "json")
LOCALES = 40
NAMES_EACH = 125
DEPRECATED = {"dk_DK", "fr_QC"}


@pytest.fixture(scope="module")
def nasty():
    of = cast_of(STORABLE)
    return {
        exporter.id: made(exporter, "sheets", of)
        for exporter, what in DOCUMENTS
        if what == "sheets"
    }


@pytest.fixture(scope="module")
def two_runs():
    return [_in_a_process_of_its_own(seed) for seed in ("1", "2")]


def _in_a_process_of_its_own(seed):
    done = subprocess.run(
        [sys.executable, "-m", "tests.exporters.documents"],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("kind", SAYING)
def test_nasty_texts_are_said_as_they_were_written(nasty, kind):
    assert _unsaid(kind, nasty[kind].data, STORABLE) == []


@pytest.mark.parametrize("kind", ["pdf", "docx", "md"])
def test_a_bible_says_nasty_texts_as_they_were_written(kind):
    data = made(find_exporter(kind), "bible", cast_of(STORABLE)).data
    assert _unsaid(kind, data, STORABLE) == []


@pytest.mark.parametrize("kind", ["svg", "html", "pdf"])
def test_a_wall_says_nasty_names_as_they_were_written(kind):
    data = made(find_exporter(kind), "wall", cast_of(STORABLE, each=1)).data
    assert _unsaid(kind, data, STORABLE) == []


def test_a_review_pack_says_nasty_texts_and_runs_none_of_them():
    data = made(find_exporter("html"), "review", cast_of(STORABLE)).data
    assert _unsaid("html", data, STORABLE) == []
    page = _Page(data)
    assert page.handlers == []
    assert {target.split(":")[0] for target in page.targets if ":" in target} <= {"data"}


@pytest.mark.parametrize(
    ("exporter", "what"), DOCUMENTS, ids=lambda part: getattr(part, "id", part)
)
def test_every_document_is_finished_with_characters_no_format_can_hold(exporter, what):
    data = made(exporter, what, cast_of(EVERYTHING)).data
    _whole(exporter.id, data)


@pytest.mark.parametrize("kind", SAYING)
def test_thousands_of_names_from_forty_places_are_all_said(kind):
    names = _names()
    assert len(names) == LOCALES * NAMES_EACH
    data = made(find_exporter(kind), "sheets", cast_of(names, each=100)).data
    assert _unsaid(kind, data, names) == []


def test_no_cell_is_a_formula(nasty):
    book = openpyxl.load_workbook(io.BytesIO(nasty["xlsx"].data))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    cells = [cell for row in _csv_rows(nasty["csv"].data) for cell in row]
    assert [cell for cell in cells if re.match(r"[\s\0]*[=+@\-＝＋＠－]", cell)] == []


def test_nothing_in_a_file_is_run_or_followed(nasty):
    assert _actions(nasty["pdf"].data) == set()
    assert _actions(made(find_exporter("pdf"), "bible", cast_of(STORABLE)).data) == set()
    for kind in ("docx", "pptx", "xlsx"):
        archive = zipfile.ZipFile(io.BytesIO(nasty[kind].data))
        links = [n for n in archive.namelist() if n.endswith(".rels")]
        assert [n for n in links if b'TargetMode="External"' in archive.read(n)] == []
    page = _Page(nasty["html"].data)
    assert page.handlers == []
    assert {target.split(":")[0] for target in page.targets if ":" in target} <= {"data"}


def test_two_processes_write_the_same_bytes(two_runs):
    first, second = two_runs
    assert len(first["hashes"]) == len(DOCUMENTS)
    assert first["hashes"] == second["hashes"]


def test_no_file_that_a_text_names_is_read_and_nobody_is_called(two_runs):
    touched = two_runs[0]["touched"]
    assert [t for t in touched if not t.startswith("open ")] == []
    assert [t for t in touched if "hostname" in t or "/server" in t] == []


def _names():
    places = sorted(set(AVAILABLE_LOCALES) - DEPRECATED)
    step = len(places) / LOCALES
    names = []
    for place in (places[int(i * step)] for i in range(LOCALES)):
        people = Faker(place)
        people.seed_instance(4)
        names += [people.name() for _ in range(NAMES_EACH)]
    return names


def _unsaid(kind, data, texts):
    """The texts that cannot be found in a document, letter by letter without its spaces."""
    said = "".join(_letters(part, kind) for part in _READERS[kind](data))
    return [text for text in texts if _letters(text, kind) not in said]


def _letters(text, kind):
    if kind == "pdf":
        text = printable(text)
    gone = {"Cf", "Zs", "Zl", "Zp", "Cc"}
    return "".join(c for c in text if unicodedata.category(c) not in gone)


def _pdf_texts(data):
    assert standards_failures(data) == []
    reading = read(data)
    assert reading.problems == ()
    return [element.text for element in reading.elements]


def _docx_texts(data):
    body = docx.Document(io.BytesIO(data)).element
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def _pptx_texts(data):
    slides = pptx.Presentation(io.BytesIO(data)).slides
    return [slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide]


def _markdown_texts(data):
    lines = re.sub(r"^> ", "", data.decode(), flags=re.MULTILINE)
    return [re.sub(r"\\([^A-Za-z\d\s])", r"\1", lines)]


def _xlsx_texts(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [str(c.value) for s in book for row in s.iter_rows() for c in row if c.value is not None]


def _csv_rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _csv_texts(data):
    return [unguarded(cell) for row in _csv_rows(data) for cell in row]


def _json_texts(data):
    waiting, texts = [json.loads(data)], []
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value
    return texts


class _Page(HTMLParser):
    """What a browser would show, follow and run."""

    def __init__(self, data):
        super().__init__()
        self.texts, self.targets, self.handlers = [""], [], []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.texts.append("")
        for name, value in attrs:
            if name.startswith("on"):
                self.handlers.append(f"{tag} {name}")
            if name in ("href", "src", "xlink:href", "action", "srcdoc", "data"):
                self.targets.append(value or "")

    def handle_data(self, data):
        self.texts[-1] += data


_READERS = {
    "pdf": _pdf_texts,
    "docx": _docx_texts,
    "pptx": _pptx_texts,
    "html": lambda data: _Page(data).texts,
    "md": _markdown_texts,
    "xlsx": _xlsx_texts,
    "csv": _csv_texts,
    "json": _json_texts,
    "svg": lambda data: ElementTree.fromstring(data).itertext(),
}


def _whole(kind, data):
    """Raise where a file is not one that other programs open."""
    if kind == "pdf":
        assert standards_failures(data) == []
    elif kind in ("docx", "pptx", "xlsx"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
    elif kind == "svg":
        ElementTree.fromstring(data)
    elif kind == "png":
        Image.open(io.BytesIO(data)).verify()
    else:
        data.decode()


def _actions(data):
    """The kinds of actions a PDF holds that leave it or run anything."""
    pdf = pikepdf.open(io.BytesIO(data))
    found = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary)]
    kinds = {str(obj.S) for obj in found if obj.get("/S") is not None and "/Type" not in obj}
    return kinds & {"/URI", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData"}
