"""Any text prints as it was written, and can be read back from the document."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.letters import printable
from personamap.exporters.pdf.metadata import DocumentFacts
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.exporters.pdf.words import Span
from tests.exporters.pdf.conftest import INK, Pages
from tests.exporters.pdf.reading import read, standards_failures

NAMES = [
    ("vi", "Nguyễn Thị Ánh Tuyết"),
    ("yo", "Olúwaṣeun Adébáyọ̀ Ọ̀ṣun"),
    ("ar", "ليلى بنت الحسن بن علي"),
    ("ur", "عائشہ صدیقی"),
    ("he", "שִׁירָה בַּת־אֵל כהן"),
    ("hi", "श्रद्धा क्षत्रिय हिन्दी"),
    ("bn", "সৌমিত্র চট্টোপাধ্যায়"),
    ("ta", "கோகிலா ஸ்ரீனிவாசன்"),
    ("th", "กัญญารัตน์ น้ำทิพย์ ปู่"),
    ("km", "ស្រីមុំ ខ្មែរ"),
    ("my", "အောင်ဆန်းစုကြည်"),
    ("ka", "ნინო გელაშვილი"),
    ("hy", "Անահիտ Գրիգորյան"),
    ("am", "ሀይሌ ገብረ"),
    ("nqo", "ߒߞߏ ߖߊ߯ߓߊ"),
    ("ff", "𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪"),
    ("gu", "હીરલ પટેલ"),
    ("pa", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ"),
    ("te", "శ్రీనివాస్"),
    ("kn", "ಲಕ್ಷ್ಮಿ"),
    ("ml", "ലക്ഷ്മി"),
    ("si", "ශ්‍රී ලංකා"),
    ("lo", "ບຸນມີ ແກ້ວ"),
    ("el", "Ελένη Παπαδοπούλου"),
    ("ru", "Татьяна Ёлкина"),
    ("ar", "قالت Ana: «مرحبا» (3 مرات)"),
]
NASTY = [
    "<Ana>",
    "R&D",
    "<b>bold</b>",
    "<img src='/etc/passwd'/>",
    "&amp; &lt; &#0;",
    "{name} %s %(x)s \\n",
    "a\u202eevil\u202cb",
    "line\nbreak",
    "(un)balanced) [x] <<>> \\(",
    "=1+1",
    "x" * 400,
    "🤷",
    "\u200b\u200b",
    "ﬁ ﬂ ligature office",
    "½ № ™ €",
]
CJK = [
    ("zh", "欧阳娜娜 直骨"),
    ("ja", "髙橋さくら 𠮷野"),
    ("ko", "김지우 박서연"),
    ("en", "Ana 👩🏽‍🦽 ❤️"),
]


def test_names_in_many_scripts_read_back_exactly(pages):
    for lang, name in NAMES:
        pages.add(name, lang)
    assert pages.close().texts("P") == [unicodedata.normalize("NFC", name) for _, name in NAMES]
    assert pages.shelf.take_missing() == ""


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_a_text_is_taken_for_markup(pages, text):
    pages.add(text)
    read_back = pages.close().texts("P")[0].replace("\n", "")
    assert read_back == printable(text).replace("\n", "")


def test_a_letter_without_a_font_is_named_and_still_reads_back():
    pages = Pages(FontShelf(folders=()))
    pages.add("直 Ana")
    assert pages.close().texts("P") == ["直 Ana"]
    assert pages.shelf.take_missing() == "直"
    assert pages.shelf.take_missing() == ""


@pytest.mark.parametrize(("lang", "name"), CJK)
def test_east_asian_letters_and_emoji_come_from_installed_fonts(pages, lang, name):
    pages.add(name, lang)
    reading = pages.close()
    if pages.shelf.take_missing():
        pytest.skip("no font for these letters is installed on this computer")
    assert reading.texts("P") == [name]


def test_a_long_text_wraps_within_its_width(pages):
    paragraph = pages.add("Ana speaks slowly and looks at people. " * 20, width=120)
    lines = paragraph.lines(120)
    assert len(lines) > 20
    assert all(line.width * 10 / 1000 <= 120 for line in lines)


def test_a_word_wider_than_the_line_is_cut_between_letters(pages):
    paragraph = pages.add("Supercalifragilisticexpialidocious" * 3, width=60)
    assert all(line.width * 10 / 1000 <= 60.001 for line in paragraph.lines(60))
    assert pages.close().texts("P") == ["Supercalifragilisticexpialidocious" * 3]


def test_thai_breaks_between_words_although_it_writes_no_spaces(pages):
    paragraph = pages.add("กัญญารัตน์ทำงานกลางคืนที่โรงพยาบาลและเรียนภาษามือ", "th", width=80)
    assert len(paragraph.lines(80)) > 2


def test_a_word_keeps_together_over_a_change_of_weight(pages):
    shelf = pages.shelf
    spans = [Span("Deci", shelf.strong, INK), Span("des; and", shelf.sans, INK)]
    words = Paragraph(spans, Style(shelf.sans, 9, 12, INK)).words.items
    assert ["".join(run.text for run in word.runs).strip() for word in words] == ["Decides;", "and"]


def test_balanced_lines_leave_no_word_alone(pages):
    style = Style(pages.shelf.title, 32, 36, INK)
    text = "Is this the cast you intend?"
    plain = Paragraph(text, style).lines(330)
    balanced = Paragraph(text, style, balance=True).lines(330)
    assert len(plain) == len(balanced)
    assert min(line.width for line in balanced) >= min(line.width for line in plain)


def test_the_same_document_has_the_same_bytes():
    first, second = (_document("ليلى & Ana") for _ in range(2))
    assert first == second


def _document(text):
    pages = Pages()
    pages.add(text)
    return pages.canvas.finish()


def test_what_is_drawn_outside_a_node_is_decoration(pages):
    style = Style(pages.shelf.sans, 9, 12, INK)
    Paragraph("page 1 of 1", style).draw(pages.canvas, (40, 60, 200))
    pages.add("Said")
    reading = pages.close()
    assert "page 1" not in reading.everything


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["en", "ar", "th", "ja"]))
def test_any_text_at_all_gives_a_valid_document_that_says_it(text, lang):
    canvas = TaggedCanvas((300, 800), DocumentFacts("Any"))
    paragraph = Paragraph(text, Style(SHELF.sans, 8, 11, INK), lang=lang)
    with canvas.tagged(canvas.root.add("P")):
        paragraph.draw(canvas, (20, 780, 260))
    document = canvas.finish()
    assert standards_failures(document) == []
    reading = read(document)
    assert reading.problems == ()
    said = _letters("".join(reading.texts("P")))
    assert said == _letters(printable(text))


SHELF = FontShelf(folders=())


def _letters(text):
    gone = {"Cf", "Zs", "Zl", "Zp", "Mn", "Cc"}
    return [c for c in text if unicodedata.category(c) not in gone]


def test_documents_share_open_fonts_and_nothing_else():
    first, second = FontShelf(), FontShelf()
    assert first.sans.main is second.sans.main
    first.sans.pick("\U0010fffd", "en")
    assert (first.take_missing(), second.take_missing()) == ("\U0010fffd", "")
