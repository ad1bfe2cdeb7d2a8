import pytest
from PySide6.QtGui import QFont

from personamap.gui.widgets.empty_state import EmptyState

LONG = "Start with one person you could meet at work: a name, what they do, and more. " * 4


@pytest.mark.parametrize("pixels", [13, 26])
def test_long_words_stand_there_in_full_at_every_text_size(dressed, qtbot, pixels):
    place = EmptyState("users")
    qtbot.addWidget(place)
    font = QFont(place.font())
    font.setPixelSize(pixels)
    place.words.setFont(font)
    place.tell("Nobody yet", LONG)
    place.add_button("Add the first person", "plus")
    place.resize(1000, 900)
    place.show()
    qtbot.waitExposed(place)
    assert place.words.height() >= place.words.heightForWidth(place.words.width())


def test_where_the_words_do_not_fit_they_are_scrolled_and_not_cut(dressed, qtbot):
    place = EmptyState("users")
    qtbot.addWidget(place)
    place.tell("Nobody yet", LONG)
    place.add_button("Add the first person", "plus")
    place.resize(300, 160)
    place.show()
    qtbot.waitExposed(place)
    qtbot.waitUntil(lambda: place.area.verticalScrollBar().maximum() > 0)
    words = place.words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
