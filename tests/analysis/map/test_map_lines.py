import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.map.lines import NAME_PLATE, Bow, Outline, free_plate, outlines_of, traced
from personamap.analysis.map.picture import map_picture
from personamap.resources import example
from personamap.services.projects import open_project

LENGTHS = st.floats(-900, 900).map(lambda value: round(value, 1))
POINTS = st.tuples(LENGTHS, LENGTHS)


def circle(x, y):
    return Outline(x, y, 88, 88, is_round=True)


@given(POINTS, POINTS)
def test_a_line_leaves_a_portrait_at_the_same_distance_unless_the_name_is_in_its_way(middle, aim):
    edge = circle(*middle).edge_towards(aim)
    left, top, width, height = circle(*middle).with_plate()
    below = edge[1] > middle[1] + 54
    if below:
        assert edge[1] >= top + height or not left < edge[0] < left + width
    elif math.dist(middle, aim):
        assert math.dist(middle, edge) == pytest.approx(54)


@given(LENGTHS.filter(bool))
def test_no_stub_of_a_line_shows_between_a_face_and_the_name_below(aside):
    edge = circle(0, 0).edge_towards((aside, 900))
    assert edge[1] > 44 + NAME_PLATE or abs(edge[0]) >= 68


@given(POINTS.filter(any))
def test_a_line_leaves_a_box_on_its_border(aim):
    box = Outline(0, 0, 100, 36, is_round=False)
    x, y = box.edge_towards(aim)
    assert abs(x) <= 51.001
    assert abs(y) <= 19.001
    assert max(abs(x) / 51, abs(y) / 19) == pytest.approx(1)


def test_a_box_in_a_stack_is_left_at_its_sides():
    box = Outline(0, 0, 100, 36, is_round=False, only_sides=True)
    assert box.edge_towards((300, 500)) == (51, 0)


@given(POINTS, POINTS, st.floats(-0.5, 0.5))
def test_a_bowed_line_keeps_to_its_ends_and_its_tip_points_on(one, other, bend):
    bow = Bow.between(circle(*one), circle(*other), bend)
    assert bow.at(0) == pytest.approx(bow.start)
    assert bow.at(1) == pytest.approx(bow.end)
    tip, *back = bow.tip()
    assert all(math.dist(tip, corner) > 12 for corner in back)


def test_a_label_moves_along_its_line_to_where_it_covers_nothing():
    bow = Bow.between(circle(0, 0), circle(400, 0), 0)
    middle = free_plate((40, 16), bow, [])
    assert middle[0] + 20 == pytest.approx(200)
    moved = free_plate((40, 16), bow, [middle])
    assert moved[0] + 40 <= middle[0]


@pytest.mark.parametrize("lens", ["people", "experiences", "identity", "gaps"])
def test_every_link_of_the_example_has_its_line(lens):
    picture = map_picture(open_project(example("onboarding.personamap")).project, lens)
    assert len(list(traced(picture.links, outlines_of(picture)))) == len(picture.links)
