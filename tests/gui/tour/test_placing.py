from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from personamap.gui.tour.placing import beside

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
