"""What a typographer would object to: lines, columns, names and portraits in their places."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from personamap.domain.portrait import IllustratedPortrait
from personamap.exporters.figures import Figures
from personamap.exporters.formats import PDF
from personamap.exporters.options import ExportOptions
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.front_sections import _facet_row
from personamap.exporters.pdf.look import Look, columns
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph
from personamap.exporters.raster import page_pictures, portrait_png
from personamap.exporters.sheet_parts import FacetRow
from personamap.services.exports import make_outline
from tests.exporters.cast import KOFI, SALMA, kofi, project
from tests.exporters.pdf.reading import read

LONG_NAME = "Maria-Magdalena Freifrau von Hohenstein-Papadopoulou de la Trinidad"


def render(of, what="sheets", **choices):
    outline = make_outline(of, PDF, ExportOptions(what=what, **choices))
    return PDF.render(outline, lambda _done, _total: None).data


def page_sizes(document):
    with pikepdf.open(io.BytesIO(document)) as pdf:
        return [tuple(float(side) for side in page.mediabox[2:]) for page in pdf.pages]


def look(rtl=False):
    return Look(FontShelf(), lang="ar" if rtl else "en", rtl=rtl)


def lines(paragraph, width):
    return [
        "".join(run.text for word in line.words for run in word.runs).strip()
        for line in paragraph.lines(width)
    ]


@pytest.mark.parametrize("page", ["a4", "letter"])
def test_a_person_with_everything_takes_two_pages_on_either_paper(page):
    assert len(page_sizes(render(project(), personas=(KOFI,), page=page))) == 2


def test_a_number_stays_with_what_it_counts():
    style = look().text
    paragraph = Paragraph("Errs, explains, decides; 14 lines on 9 October 2026", style)
    for width in range(40, 200, 5):
        ends = [line.split()[-1] for line in lines(paragraph, float(width))]
        assert not {"14", "9"} & set(ends)


def test_a_label_and_what_follows_run_as_the_page_does():
    mixed = look(rtl=True)
    assert mixed.lead("Seen:", "ممرات خالية", mixed.text).words.base == 1
    assert look().lead("Seen:", "ممرات خالية", look().text).words.base == 0
    # Where there is no catalogue, both may be in a language that the page does not run in.
    assert mixed.lead("Scene 2.", "Waves the number away.", mixed.text).words.base == 0
    assert mixed.lead("Seen:", "", mixed.text).words.base == 1


def test_a_long_name_is_set_smaller_before_any_word_of_it_is_cut():
    of = project().with_items(personas=(kofi().evolve(name=LONG_NAME),))
    assert read(render(of)).texts("H1") == [LONG_NAME]
    large = Paragraph(LONG_NAME, look().name)
    assert not large.fits(columns(7), 3)
    assert large.with_size(20 / 32).fits(columns(7), 4)


def test_what_is_too_long_for_the_head_of_a_page_says_so():
    course = project().course.evolve(title="Your first thirty days " * 9)
    document = render(project().with_items(course=course), personas=(KOFI,))
    with pypdfium2.PdfDocument(document) as pages:
        head = pages[0].get_textpage().get_text_range().splitlines()[0]
    assert head.startswith("Persona sheet")
    assert "…" in head


def test_a_person_seen_as_a_face_before_still_stands_on_the_lower_edge():
    """Face and bust share what is drawn; the one drawn first once cut the other."""
    wrapped = project().persona(SALMA).portrait
    whole = _bust_of(render(project(), personas=(SALMA,)), 0)
    after = _bust_of(render(project(), personas=(KOFI, SALMA)), 3)
    assert isinstance(wrapped, IllustratedPortrait)
    assert ImageChops.difference(whole, after).getbbox() is None


def _bust_of(document, number):
    page = list(page_pictures(document, 72))[number].convert("RGB")
    return page.crop((46, 53, 46 + round(columns(5)), 53 + 240))


def test_a_bust_stands_on_the_lower_edge_of_its_ground():
    figure = Figures(project()).of(kofi())
    for tallness in (0.9, 1.2, 1.6):
        png = portrait_png(figure, 200, tallness=tallness, radius=0)
        bust = Image.open(io.BytesIO(png)).convert("RGB")
        ground = bust.getpixel((2, 2))
        assert bust.getpixel((100, bust.height - 2)) != ground


def test_the_map_in_words_is_on_ordinary_paper():
    sizes = page_sizes(render(project(), "map", page="letter"))
    assert sizes[0][0] > 612
    assert set(sizes[1:]) == {(612.0, 792.0)}


@pytest.mark.parametrize(("rtl", "side"), [(True, "right"), (False, "left")])
def test_the_name_of_a_row_stands_at_its_row_in_whatever_language(rtl, side):
    row = FacetRow(facet="Organisational level", words="Lead", shown="", shown_how="")
    name, *_others = _facet_row(row, look(rtl), Node("TR"), with_shown=False)
    assert name.align == side
