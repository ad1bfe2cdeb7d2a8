"""People of all scripts are printed as they write themselves, and read out in their language."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from personamap.exporters.formats import PDF
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.letters import INVISIBLE, printable
from tests.exporters import world
from tests.exporters.documents import cast_of, made
from tests.exporters.pdf.conftest import Pages
from tests.exporters.pdf.reading import read, standards_failures

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
SHIPPED = FontShelf(folders=())


@pytest.fixture(scope="module")
def shipped_letters():
    letters = set()
    for path in sorted(FONTS.rglob("*.[to]tf")):
        with TTFont(path, lazy=True) as font:
            letters.update(font.getBestCmap())
    return letters


def test_the_names_are_of_many_scripts_and_languages():
    assert len(world.scripts()) >= 30
    assert len({lang for lang, _ in world.NAMES}) >= 60


@pytest.mark.parametrize("texts", [world.EVERYTHING, world.DECOMPOSED], ids=["composed", "apart"])
def test_every_text_reads_back_in_its_language(pages, texts):
    for lang, text in texts:
        pages.add(text, lang)
    said = [(e.lang, e.text) for e in pages.close().elements if e.tag == "P"]
    assert said == [(lang, printable(text)) for lang, text in texts]


def test_texts_written_apart_or_composed_are_printed_alike():
    for (_, composed), (_, apart) in zip(world.EVERYTHING, world.DECOMPOSED, strict=True):
        assert printable(apart) == unicodedata.normalize("NFC", composed)


@pytest.mark.parametrize(("lang", "text"), world.EVERYTHING)
def test_letters_that_no_shipped_font_has_are_named(shipped_letters, lang, text):
    pages = Pages(SHIPPED)
    pages.add(text, lang)
    assert pages.close().texts("P") == [printable(text)]
    lacking = {c for c in printable(text) if ord(c) not in shipped_letters | INVISIBLE}
    named = set(SHIPPED.take_missing())
    assert lacking <= named <= set(printable(text))


def test_sheets_name_the_people_whose_letters_are_missing():
    names = [name for _, name in world.NAMES]
    rendered = made(PDF, "sheets", cast_of(names, each=1))
    assert standards_failures(rendered.data) == []
    reading = read(rendered.data)
    assert reading.problems == ()
    assert reading.texts("H1")[1:] == [printable(name) for name in names]
    for missing in rendered.missing:
        assert missing.name in names
        assert set(missing.letters) <= set(printable(missing.name))
