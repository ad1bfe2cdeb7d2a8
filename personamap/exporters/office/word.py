"""Writing into a Word document what python-docx has no words for.

Language, right-to-left text, heads of tables that repeat, alternative
texts and links within the document are set in the XML itself, as ECMA-376
(WordprocessingML) names them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from personamap.exporters.direction import directed_runs, marked_against, runs_against
from personamap.exporters.flow_blocks import NOTHING, Grid
from personamap.exporters.label_language import language_if_label, language_of_labels
from personamap.exporters.office.characters import SafeText
from personamap.exporters.office.word_look import NOTE_STYLE, QUOTE_STYLE, dress, element
from personamap.exporters.outline import Outline
from personamap.stopping import StoppableBytes, each, go_on

_LONGEST_BOOKMARK = 40
_TEXT_CM = 16.6
_LETTER_CM, _SMALL_LETTER_CM, _CELL_CM = 0.25, 0.17, 0.25
"""A bold letter of a table, one of a table of many columns, and the air beside a word."""
_MOST_COLUMNS, _SMALL = 8, 8


class WordDocument:
    """One document that is written from top to bottom, in real styles throughout."""

    def __init__(self, outline: Outline, safe: SafeText) -> None:
        import docx  # heavy, and only needed here

        self._document: Any = docx.Document()
        self._safe, self._rtl = safe, outline.rtl
        self._bookmarks = 0
        self._style_ids: dict[str, str | None] = {}
        self._labels = language_of_labels(outline.lang)
        dress(self._document, outline)
        facts = self._document.core_properties
        facts.title, facts.language = safe(outline.title), outline.lang
        facts.author = facts.last_modified_by = "personamap"
        facts.comments = ""

    def heading(self, text: str, level: int, key: str = "", *, new_page: bool = False) -> None:
        """Begin a part; `key` makes it the target of links."""
        paragraph = self._paragraph(f"Heading {level}")
        paragraph.paragraph_format.page_break_before = new_page or None
        self._direct(paragraph, text)
        self._fill(paragraph, text, self._language(text), key)

    def words(self, text: str, style: str = "Normal", *, bold: bool = False) -> None:
        """Write a text; each of its lines is a paragraph of that style.

        A note stays on the page of what it is a note on.
        """
        if style == NOTE_STYLE:
            self._keep_last_with_next()
        for line in filter(None, map(str.strip, text.split("\n"))):
            paragraph = self._paragraph(style)
            self._direct(paragraph, line)
            self._fill(paragraph, line, self._language(text))
            for run in paragraph.runs if bold else ():
                run.bold = run.font.cs_bold = True

    def quote(self, text: str) -> None:
        """Write something in the person's own voice."""
        self.words(text, QUOTE_STYLE)

    def items(self, texts: Iterable[str]) -> None:
        """Write a list with bullets."""
        for text in texts:
            words = marked_against(" ".join(text.split()), rtl=self._rtl)
            self._fill(self._paragraph("List Bullet"), words, self._language(text))

    def links(self, targets: Iterable[tuple[str, str]]) -> None:
        """Write a list of links to headings, as (key, text)."""
        for key, text in targets:
            paragraph = self._paragraph("List Bullet")
            link = element("w:hyperlink", anchor=_bookmark(key), history="1")
            paragraph._p.append(link)  # noqa: SLF001 -- the library has no links within a document
            for run in self._runs(text, self._language(text)):
                link.append(run)

    def table(self, grid: Grid) -> None:
        """Write a table whose head repeats on every page."""
        table = self._document.add_table(1 + len(grid.rows), len(grid.heads), style="Table Grid")
        if self._rtl:
            table._tblPr.append(element("w:bidiVisual"))  # noqa: SLF001 -- no other way
        # The library finds all cells anew for each one that is asked for.
        cells = table._cells  # noqa: SLF001 -- no other way
        _set_widths(table, cells, grid)
        head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 -- no other way
        head.append(element("w:tblHeader"))
        _keep_whole(table)
        for number, row in enumerate(each((grid.heads, *grid.rows))):
            for place, text in enumerate(row):
                paragraph = cells[number * len(grid.heads) + place].paragraphs[0]
                words = marked_against(text or NOTHING, rtl=self._rtl)
                self._fill(paragraph, words, self._language(text))
                for run in paragraph.runs:
                    run.bold = run.font.cs_bold = number == 0 or place == 0
                    if _is_wide(grid):
                        _set_small(run)

    def picture(self, png: bytes, alt: str, centimetres: float) -> None:
        """Place a picture with its alternative text."""
        from docx.shared import Cm

        shape = self._document.add_picture(io.BytesIO(png), width=Cm(centimetres))
        facts = shape._inline.docPr  # noqa: SLF001 -- the library has no alternative texts
        facts.set("descr", self._safe(alt))
        facts.set("name", f"Portrait {facts.get('id')}")

    def finish(self) -> bytes:
        """Return the document."""
        written = StoppableBytes()
        self._document.save(written)
        return written.getvalue()

    def _paragraph(self, style: str) -> Any:
        """Append a paragraph.

        The library looks through all styles and all paragraphs before it
        adds one, which a hundred sheets feel.
        """
        go_on()
        from docx.enum.style import WD_STYLE_TYPE
        from docx.text.paragraph import Paragraph

        if style not in self._style_ids:
            found = self._document.part.get_style_id(style, WD_STYLE_TYPE.PARAGRAPH)
            self._style_ids[style] = found
        body = self._document._body  # noqa: SLF001 -- the library offers nothing quicker
        place = element("w:p")
        body._element[-1].addprevious(place)  # noqa: SLF001 -- the last is always the section
        if self._style_ids[style]:
            place.style = self._style_ids[style]
        return Paragraph(place, body)

    def _keep_last_with_next(self) -> None:
        from docx.text.paragraph import Paragraph

        body = self._document._body  # noqa: SLF001 -- the library offers nothing quicker
        for last in body._element[-2:-1]:  # noqa: SLF001 -- the last is always the section
            if last.tag.endswith("}p"):
                Paragraph(last, body).paragraph_format.keep_with_next = True

    def _direct(self, paragraph: Any, text: str) -> None:
        """Let a text that runs against the page order itself, at the edge where others stand."""
        if not runs_against(text, rtl=self._rtl):
            return
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml.ns import qn

        # Of a text that is read from the right, "right" is where its lines end.
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        facts = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- the library knows no direction
        facts.find(qn("w:jc")).addprevious(element("w:bidi", val=str(int(not self._rtl))))

    def _language(self, text: str) -> str:
        return language_if_label(text, self._labels)

    def _fill(self, paragraph: Any, text: str, lang: str, key: str = "") -> None:
        place = paragraph._p  # noqa: SLF001 -- runs of another direction are made by hand
        runs = list(self._runs(text, lang))
        if key:
            self._bookmarks += 1
            number = str(self._bookmarks)
            begin = element("w:bookmarkStart", id=number, name=_bookmark(key))
            runs = [begin, *runs, element("w:bookmarkEnd", id=number)]
        for run in runs:
            place.append(run)

    def _runs(self, text: str, lang: str) -> Iterator[Any]:
        for piece, runs_left in directed_runs(self._safe(text)):
            run = element("w:r")
            facts = element("w:rPr")
            if runs_left:
                facts.append(element("w:rtl"))
            elif lang:
                facts.append(element("w:lang", val=lang))
            if len(facts):
                run.append(facts)
            run.append(_text(piece))
            yield run


def _keep_whole(table: Any) -> None:
    """Let no row be cut by the end of a page, nor the last one stand alone on the next."""
    rows = table.rows
    for row in rows:
        # The schema wants this before what says that a row is a head.
        row._tr.get_or_add_trPr().insert(0, element("w:cantSplit"))  # noqa: SLF001 -- no other way
    for row in (rows[0], rows[len(rows) - 2]):
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _set_widths(table: Any, cells: Sequence[Any], grid: Grid) -> None:
    """Give each column room for what stands in it, none of them too much or too little."""
    from docx.shared import Cm

    columns = list(zip(grid.heads, *grid.rows, strict=True))
    words = [max(len(word) for word in " ".join(column).split() or [""]) for column in columns]
    longest = [min(max(*map(len, column), 5), 60) for column in columns]
    letter = _SMALL_LETTER_CM if _is_wide(grid) else _LETTER_CM
    least = [min(word, 30) * letter + _CELL_CM for word in words]
    table.autofit = False
    for place, room in enumerate(_shared_out(_TEXT_CM, longest, least)):
        width = table.columns[place].width = Cm(room)
        for cell in each(cells[place :: len(grid.heads)]):
            cell.width = width


def _is_wide(grid: Grid) -> bool:
    """Tell whether a table has so many columns that its letters must be small."""
    return len(grid.heads) > _MOST_COLUMNS


def _set_small(run: Any) -> None:
    from docx.shared import Pt

    run.font.size = Pt(_SMALL)
    facts = run._r.rPr  # noqa: SLF001 -- the library knows no size of Arabic and its like
    facts.sz.addnext(element("w:szCs", val=str(2 * _SMALL)))


def _shared_out(room: float, needs: Sequence[int], least: Sequence[float]) -> list[float]:
    """Share out a width by need, but to none less than its longest word, so that none is torn."""
    widths = [room * need / sum(needs) for need in needs]
    lacking = [max(floor - width, 0.0) for width, floor in zip(widths, least, strict=True)]
    spare = [max(width - floor, 0.0) for width, floor in zip(widths, least, strict=True)]
    # Where all together ask for more than there is, words are torn after all.
    given = min(sum(lacking), sum(spare))
    return [
        width + given * (lack / (sum(lacking) or 1) - extra / (sum(spare) or 1))
        for width, lack, extra in zip(widths, lacking, spare, strict=True)
    ]


def _text(piece: str) -> Any:
    text = element("w:t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = piece
    return text


def _bookmark(key: str) -> str:
    return f"_{key.replace('-', '_')}"[:_LONGEST_BOOKMARK]
