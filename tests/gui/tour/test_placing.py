from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from personamap.gui.tour.placing import beside, note_place

ROOM = QRect(12, 12, 1256, 696)
side = st.integers(1, 1400)
targets = st.builds(QRect, st.integers(-200, 1300), st.integers(-200, 800), side, side)
sizes = st.builds(QSize, st.integers(100, 680), st.integers(80, 480))


@given(targets, sizes)
def test_a_note_stands_within_the_window_wherever_it_points(target, size):
    assert ROOM.contains(QRect(beside(target, size, ROOM), size))


def test_a_note_covers_nothing_of_what_it_points_at_where_there_is_room():
    target, size = QRect(100, 100, 300, 200), QSize(340, 180)
    assert not QRect(beside(target, size, ROOM), size).intersects(target)


def test_a_note_about_the_whole_window_stands_in_its_corner():
    size = QSize(340, 180)
    place = QRect(beside(ROOM, size, ROOM), size)
    assert place.right() > ROOM.center().x()
    assert place.top() > ROOM.center().y()


def test_a_note_becomes_wide_and_low_where_only_that_leaves_the_target_free():
    target, usual, wide = QRect(12, 260, 1256, 448), QSize(600, 320), QSize(1200, 200)
    place = note_place(target, (usual, wide), ROOM)
    assert place.size() == wide
    assert not place.intersects(target)


def test_a_note_has_its_usual_width_where_that_has_room():
    usual, wide = QSize(340, 180), QSize(680, 100)
    assert note_place(QRect(100, 100, 300, 200), (usual, wide), ROOM).size() == usual
