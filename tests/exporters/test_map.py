import io
import re
from xml.parsers import expat

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image

from personamap.domain.portrait import Media, PicturePortrait
from personamap.exporters.formats import find_exporter
from personamap.exporters.map_outline import map_outline
from personamap.exporters.options import ExportOptions
from tests.exporters.cast import KOFI, SECRET, kofi, project
from tests.exporters.pdf.reading import read, standards_failures

LENSES = ("people", "experiences", "identity", "gaps")


def render(kind, of=None, **choices):
    outline = map_outline(of or project(), ExportOptions(what="map", **choices))
    return find_exporter(kind).render(outline, lambda _done, _total: None)


def named(name):
    return project().with_items(personas=(kofi().evolve(name=name),))


@pytest.mark.parametrize("lens", LENSES)
def test_the_poster_is_one_page_and_the_same_in_words(lens):
    document = render("pdf", lens=lens).data
    assert standards_failures(document) == []
    reading = read(document)
    assert reading.problems == ()
    for persona in project().cast:
        assert persona.name in reading.everything
    assert "Kofi Mensah" in "".join(reading.texts("LBody") + reading.texts("P"))
    with pikepdf.open(io.BytesIO(document)) as pdf:
        assert float(pdf.pages[0].mediabox[2]) >= 594


def test_ties_are_told_with_both_ends():
    words = read(render("pdf", lens="people").data).everything
    for tie in project().relationships:
        assert tie.label in words


@pytest.mark.parametrize("lens", LENSES)
def test_the_drawing_is_well_formed_and_needs_nothing_from_outside(lens):
    svg = render("svg", lens=lens).data
    expat.ParserCreate().Parse(svg, True)
    text = svg.decode()
    assert "Kofi Mensah" in text
    assert "<script" not in text
    assert not re.search(r'(href|src)="(?!data:)', text)
    assert SECRET not in text


@pytest.mark.parametrize(
    "name", ["</text><script>alert(1)</script>", '" onload="x', "a&b", "\x00\x1b", "]]>", "<!--"]
)
def test_no_name_breaks_out_of_the_drawing(name):
    svg = render("svg", named(name)).data
    tags = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: tags.append((tag, attributes))
    parser.Parse(svg, True)
    assert {tag for tag, _attributes in tags} <= {
        *("svg", "title", "desc", "rect", "path", "polygon", "circle"),
        *("defs", "clipPath", "g", "text"),
    }
    assert not any(key.startswith("on") for _tag, attributes in tags for key in attributes)


def test_an_imported_picture_travels_inside():
    written = io.BytesIO()
    Image.new("RGB", (40, 60), "teal").save(written, "PNG")
    media = Media(id="a" * 64, mime="image/png", width=40, height=60, data=written.getvalue())
    person = kofi().evolve(portrait=PicturePortrait(media=media.id))
    shown = project().with_items(personas=(person,), media=(media,))
    assert b'href="data:image/png;base64,' in render("svg", shown).data


def test_only_the_chosen_people_are_on_it():
    assert "Viktor" not in render("svg", personas=(KOFI,)).data.decode()


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_the_same_project_gives_the_same_bytes(kind):
    assert render(kind).data == render(kind).data


def test_the_picture_shows_the_poster_alone():
    picture = Image.open(io.BytesIO(render("png").data))
    assert picture.width > 1_000
    assert len(picture.convert("RGB").getcolors(1_000_000)) > 50


def test_a_picture_counts_no_pages_that_it_does_not_have():
    outline = map_outline(project(), ExportOptions(what="map"))
    alone = replace(outline, map=replace(outline.map, words=(), ties=()))
    asked = find_exporter("png").render(outline, lambda *_: None).data
    assert asked == find_exporter("png").render(alone, lambda *_: None).data


def test_labels_start_where_they_were_measured_whatever_the_page_around_them():
    arabic = project().with_items(course=project().course.evolve(language="ar"))
    for kind in ("svg", "html"):
        drawing = render(kind, arabic).data.decode().partition("<svg")[2].partition(">")[0]
        assert 'direction="ltr"' in drawing


def test_a_number_behind_a_name_from_right_to_left_keeps_its_place():
    outline = map_outline(project(), ExportOptions(what="map", lens="people"))
    said = next(words for words in outline.map.words if "سلمى" in words)
    assert said.startswith("\u2068سلمى الخطيب\u2069, Medical device engineer, 1 relationship")
    reading = read(render("pdf", lens="people").data)
    assert "سلمى الخطيب" in reading.everything


def crowd(people):
    """So many people who are all in one scene."""
    cast = tuple(kofi().evolve(id=f"per-{n}", name=f"Person {n}") for n in range(people))
    scene = project().scenes[0]
    present = tuple(scene.appearances[0].evolve(persona=one.id) for one in cast)
    return project().with_items(
        personas=cast, scenes=(scene.evolve(appearances=present),), relationships=(), sign_offs=()
    )


def test_in_a_crowd_the_lines_of_shared_scenes_step_back():
    few, many = (render("svg", crowd(n), lens="people").data.decode() for n in (5, 20))
    assert 'stroke-width="3"' in few
    assert 'stroke-width="3"' not in many


def test_whom_somebody_shares_scenes_with_is_told_in_one_line():
    ties = map_outline(crowd(20), ExportOptions(what="map", lens="people")).map.ties
    assert len(ties) < 20
    assert all(f"Person {other}" in ties[0] for other in range(1, 20))


def test_boxes_begin_where_reading_begins():
    hebrew = project().with_items(course=project().course.evolve(language="he"))
    placed = {}
    for of in (project(), hebrew):
        drawing = render("svg", of).data.decode()
        found = re.search(r'<text x="([-0-9.]+)"[^>]* text-anchor="(\w+)">The ward round', drawing)
        placed[of.course.language] = (found[2], float(found[1]))
    assert {language: place[0] for language, place in placed.items()} == {
        "en": "start",
        "he": "end",
    }
    assert placed["he"][1] > placed["en"][1]
