"""The styles of our Word documents: few, real and easy to change for whoever gets them."""

from __future__ import annotations

from typing import Any

from personamap.exporters.direction import language_against
from personamap.exporters.outline import Outline

QUOTE_STYLE = "Quote"
LEAD_STYLE = "Subtitle"
NOTE_STYLE = "Caption"

_INK, _SOFT, _RULE = "1D2129", "545B67", "C3C7CE"
_SANS, _SERIF = "Calibri", "Cambria"
_SIZES = {"Normal": 10.5, "Title": 26, "Heading 1": 24, "Heading 2": 14, "Heading 3": 11.5}
_SMALL = {LEAD_STYLE: 12.5, NOTE_STYLE: 9, QUOTE_STYLE: 12}
_ABOVE = {"Heading 1": 0, "Heading 2": 16, "Heading 3": 10}
_NOTE_ABOVE = 4
_A4, _LETTER = (21.0, 29.7), (21.59, 27.94)
_MARGIN_CM = 2.2
_RIGHT_TO_LEFT_TAGS = {"ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK"}

_EAST_ASIAN = ("ja", "ko", "zh")


def dress(document: Any, outline: Outline) -> None:
    """Set type, colour, paper, language and direction of a new document."""
    _set_paper(document.sections[0], outline)
    for name, size in (_SIZES | _SMALL).items():
        _set_style(document.styles[name], size)
    for name, above in _ABOVE.items():
        _set_space(document.styles[name], above)
    for name in (QUOTE_STYLE, "Title", "Heading 1"):
        _set_face(document.styles[name], _SERIF)
    document.styles["Title"].font.bold = document.styles["Title"].font.cs_bold = True
    document.styles[QUOTE_STYLE].font.italic = True
    document.styles[QUOTE_STYLE].font.cs_italic = False
    document.styles[NOTE_STYLE].font.bold = document.styles[NOTE_STYLE].font.cs_bold = False
    _leave_room(document.styles[NOTE_STYLE])
    _loosen(document.styles[LEAD_STYLE])
    _loosen(document.styles["Title"])
    _set_rules(document.styles["Table Grid"])
    _set_language(document, outline)
    if outline.rtl:
        _turn_around(document)


def element(tag: str, **attributes: str) -> Any:
    """Return an element of WordprocessingML with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _set_paper(section: Any, outline: Outline) -> None:
    from docx.shared import Cm

    width, height = _A4 if outline.page == "a4" else _LETTER
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)


def _set_style(style: Any, size: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.size = Pt(size)
    style.font.name = _SANS
    soft = style.name == NOTE_STYLE
    style.font.color.rgb = RGBColor.from_string(_SOFT if soft else _INK)
    style.font.italic = False
    _set_face(style, _SANS)
    facts = style.element.get_or_add_rPr()
    for old in facts.findall(qn("w:szCs")):
        facts.remove(old)
    # Scripts such as Arabic have a size of their own, in half points, right behind the other.
    facts.find(qn("w:sz")).addnext(element("w:szCs", val=str(round(size * 2))))


def _set_face(style: Any, face: str) -> None:
    """Name a font outright: the fonts of the theme would win over it."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), face)


def _set_rules(style: Any) -> None:
    """Give tables quiet lines between their rows, none between their columns, and some air."""
    from docx.oxml.ns import qn

    facts = style.element.find(qn("w:tblPr"))
    for old in facts.findall(qn("w:tblBorders")) + facts.findall(qn("w:tblCellMar")):
        facts.remove(old)
    borders, margins = element("w:tblBorders"), element("w:tblCellMar")
    for side, colour in (("top", _INK), ("bottom", _RULE), ("insideH", _RULE)):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=colour))
    for side, width in (("top", 50), ("left", 60), ("bottom", 50), ("right", 60)):
        margins.append(element(f"w:{side}", w=str(width), type="dxa"))
    facts.extend((borders, margins))


def _loosen(style: Any) -> None:
    """Take from a style the spaced letters, the list level and the line it comes with."""
    from docx.oxml.ns import qn

    for part in tuple(style.element.iter(*map(qn, ("w:spacing", "w:numPr", "w:pBdr")))):
        part.getparent().remove(part)


def _set_space(style: Any, above: float) -> None:
    from docx.shared import Pt

    style.paragraph_format.space_before = Pt(above)
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.keep_with_next = True


def _leave_room(style: Any) -> None:
    """Keep a note off the table it may follow."""
    from docx.shared import Pt

    style.paragraph_format.space_before = Pt(_NOTE_ABOVE)


def _set_language(document: Any, outline: Outline) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(qn("w:docDefaults"))
    facts = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = facts.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        facts.append(language)
    base = outline.lang.partition("-")[0].lower()
    # Of a page from right to left this is the language of what runs against it.
    against = language_against(rtl=True) if outline.rtl else ""
    language.set(qn("w:val"), against or outline.lang)
    if base in _EAST_ASIAN:
        language.set(qn("w:eastAsia"), outline.lang)
    language.set(qn("w:bidi"), _RIGHT_TO_LEFT_TAGS.get(base, "ar-SA"))


def _turn_around(document: Any) -> None:
    """Make every paragraph, and the page itself, run from right to left."""
    from docx.oxml import OxmlElement

    facts = document.styles["Normal"].element.get_or_add_pPr()
    facts.append(OxmlElement("w:bidi"))
    document.sections[0]._sectPr.append(OxmlElement("w:bidi"))  # noqa: SLF001 -- no other way
