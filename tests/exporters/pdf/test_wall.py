import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as some

from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ExportOptions
from personamap.exporters.pdf.wall import _page_count, _portrait_height
from personamap.exporters.wall_outline import wall_outline
from tests.exporters.cast import SECRET, kofi, project
from tests.exporters.pdf.reading import read, standards_failures


def wall(of=None, **choices):
    outline = wall_outline(of or project(), ExportOptions(what="wall", **choices))
    return find_exporter("pdf").render(outline, lambda _done, _total: None).data


def many(count):
    people = tuple(kofi().evolve(id=f"per-{n}", name=f"Kofi {n}") for n in range(count))
    return project().with_items(personas=people)


@pytest.mark.parametrize("page", ["a4", "letter"])
def test_everyone_is_on_the_wall_in_the_order_of_the_cast(page):
    document = wall(page=page)
    assert standards_failures(document) == []
    reading = read(document)
    assert reading.problems == ()
    assert reading.texts("H2") == ["Kofi Mensah", "سلمى الخطيب", "Viktor Lindqvist", "Jun"]
    assert SECRET not in reading.everything


@pytest.mark.parametrize(("people", "pages"), [(1, 1), (4, 1), (6, 1), (7, 2), (12, 2)])
def test_six_people_fit_on_a_page(people, pages):
    assert len(pikepdf.open(io.BytesIO(wall(many(people)))).pages) == pages


def test_six_people_of_an_arabic_course_fit_on_a_page_as_well():
    of = many(6)
    arabic = of.with_items(course=of.course.evolve(language="ar"))
    assert len(pikepdf.open(io.BytesIO(wall(arabic))).pages) == 1


@given(
    words=some.lists(some.floats(60, 500), min_size=1, max_size=20),
    rooms=some.tuples(some.floats(500, 640), some.floats(650, 720)),
)
def test_portraits_grow_where_that_costs_no_page(words, rooms):
    height = _portrait_height(words, 200.0, rooms)
    assert 96 <= height <= 200
    taller = height + 4
    assert taller > 200 or _page_count(words, taller, rooms) > _page_count(words, height, rooms)


def test_the_longest_brief_is_complete():
    brief = "Knows every drug chart on three wards. " * 60
    reading = read(wall(project().with_items(personas=(kofi().evolve(brief=brief),))))
    assert brief.strip() in reading.everything


def test_somebody_in_no_scene_is_on_the_wall_all_the_same():
    assert "In no scene yet" in read(wall(project().with_items(scenes=()))).everything


def test_the_same_project_gives_the_same_bytes():
    assert wall() == wall()


def test_people_with_long_briefs_stand_wider_where_that_leaves_fewer_pages_half_white():
    brief = "Knows every drug chart on three wards, and asks one question too many. " * 9
    cast = tuple(one.evolve(brief=brief) for one in many(12).personas)
    document = wall(many(12).with_items(personas=cast))
    assert len(pikepdf.open(io.BytesIO(document)).pages) == 3
    assert read(document).everything.count("one question too many") == 9 * 12
