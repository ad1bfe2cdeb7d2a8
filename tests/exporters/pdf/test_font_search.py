"""Fonts that happen to be installed show letters that no font known by name has."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from personamap.exporters.pdf.fonts import FontShelf
from tests.exporters.pdf.conftest import Pages

LETTER = "\U0001b002"
"""An old katakana that nothing we ship has."""


def square(side):
    """A square, or nothing at all where it has no side."""
    pen = TTGlyphPen(None)
    if not side:
        return pen.glyph()
    pen.moveTo((0, 0))
    for point in ((0, side), (side, side), (side, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def made(path, family="Some Kana", letter=LETTER, *, side=500, variable=False, **about):
    """Write a font that has one letter."""
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "one"])
    font.setupCharacterMap({ord(letter): "one"})
    font.setupGlyf(
        {".notdef": square(100), "one": square(side) if side else TTGlyphPen(None).glyph()}
    )
    font.setupHorizontalMetrics({".notdef": (600, 0), "one": (600, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": family, "styleName": "Regular", "psName": path.stem})
    font.setupOS2(**about)
    font.setupPost()
    if variable:
        font.setupFvar([("wght", 100, 400, 900, "Weight")], [])
        wider = [(100, 0)] * 4 + [(0, 0)] * 4
        font.setupGvar({"one": [TupleVariation({"wght": (0, 1, 1)}, wider)]})
    font.save(path)
    return path


def made_with_curves(path, letter=LETTER):
    """Write a font whose one letter is a cubic curve, as fonts of the kind CFF have it."""
    pens = {name: T2CharStringPen(600, None) for name in (".notdef", "one")}
    for pen in pens.values():
        pen.moveTo((0, 0))
        pen.curveTo((0, 700), (500, 700), (500, 0))
        pen.closePath()
    font = FontBuilder(1000, isTTF=False)
    font.setupGlyphOrder([".notdef", "one"])
    font.setupCharacterMap({ord(letter): "one"})
    drawn = {name: pen.getCharString() for name, pen in pens.items()}
    font.setupCFF(path.stem, {"FullName": path.stem}, drawn, {})
    font.setupHorizontalMetrics({".notdef": (600, 0), "one": (600, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Curved", "styleName": "Regular", "psName": path.stem})
    font.setupOS2()
    font.setupPost()
    font.save(path)
    return path


def made_variable(path):
    """Write a font with an axis of weights."""
    return made(path, variable=True)


def picked(folder, lang="ja", *, bold=False, letter=LETTER):
    shelf = FontShelf((folder,))
    face = (shelf.strong if bold else shelf.sans).pick(letter, lang)
    return face.path.name if face else shelf.take_missing()


def test_any_font_that_has_a_letter_is_better_than_none(tmp_path):
    (tmp_path / "deep" / "down").mkdir(parents=True)
    made(tmp_path / "deep" / "down" / "kana.TTF")
    assert picked(tmp_path) == "kana.TTF"


def test_of_several_the_one_for_the_readers_and_the_weight_is_taken(tmp_path):
    made(tmp_path / "a.ttf", "Some Kana KR")
    made(tmp_path / "b.ttf", "Some Kana JP", usWeightClass=700)
    made(tmp_path / "c.ttf", "Some Kana JP")
    made(tmp_path / "d.ttf", "Some Kana JP", fsSelection=1)
    assert picked(tmp_path) == "c.ttf"
    assert picked(tmp_path, bold=True) == "b.ttf"
    assert picked(tmp_path, "ko") == "a.ttf"


@pytest.mark.parametrize(
    "about",
    [{"fsType": 2}, {"family": "Last Resort"}, {"side": 0}],
    ids=["not to be embedded", "boxes for everything", "nothing drawn"],
)
def test_a_font_that_cannot_show_a_letter_on_paper_is_passed_over(tmp_path, about):
    made(tmp_path / "a.ttf", **about)
    assert picked(tmp_path) == LETTER


def test_what_is_no_font_is_passed_over(tmp_path):
    whole = made(tmp_path / "z.ttf").read_bytes()
    for name, content in (("a", b""), ("b", b"ttcf\0\1\0\0\xff\xff\xff\xff"), ("c", whole[:300])):
        (tmp_path / f"{name}.ttf").write_bytes(content)
    (tmp_path / "d.ttf").symlink_to(tmp_path / "nowhere")
    assert picked(tmp_path) == "z.ttf"


def test_letters_for_private_use_are_said_to_be_missing(tmp_path):
    made(tmp_path / "icons.ttf", letter="\ue001")
    assert picked(tmp_path, letter="\ue001") == "\ue001"


@pytest.mark.parametrize("make", [made, made_variable, made_with_curves])
def test_what_was_found_stands_in_the_document_and_reads_back(tmp_path, make):
    make(tmp_path / "kana.ttf")
    first, again = (Pages(FontShelf((tmp_path,))) for _time in range(2))
    for pages in (first, again):
        pages.add(f"Ana {LETTER}", "ja")
    assert first.canvas.finish() == again.canvas.finish()
    pages = Pages(FontShelf((tmp_path,)))
    pages.add(f"Ana {LETTER}", "ja")
    assert pages.close().texts("P") == [f"Ana {LETTER}"]


@pytest.mark.parametrize(
    ("folder", "lang", "text"),
    [
        ("/usr/share/fonts/truetype/wqy", "zh", "欧阳娜娜"),
        ("/usr/share/fonts/opentype/noto", "ja", "髙橋さくら"),
    ],
)
def test_fonts_of_the_system_are_found_wherever_they_lie(folder, lang, text):
    if not Path(folder).is_dir():
        pytest.skip(f"{folder} is not installed on this computer")
    pages = Pages(FontShelf((Path(folder),)))
    pages.add(text, lang)
    assert pages.close().texts("P") == [text]
    assert pages.shelf.take_missing() == ""
