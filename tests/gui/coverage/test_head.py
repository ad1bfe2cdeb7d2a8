import pytest
from PySide6.QtCore import Qt

from personamap.gui.coverage.head import CoverageHead


@pytest.fixture
def head(qtbot, themed):
    shown = CoverageHead()
    qtbot.addWidget(shown)
    shown.resize(1000, 72)
    shown.show()
    return shown


def test_the_buttons_stand_at_the_right_end_in_the_order_they_were_added(head, qtbot):
    first = head.add("What matters…", "star", lambda: None)
    second = head.add("Complete my cast…", "wand-sparkles", lambda: None, primary=True)
    qtbot.waitUntil(lambda: second.geometry().left() > first.geometry().right())
    right = second.mapTo(head, second.rect().topRight()).x()
    assert head.width() - 48 < right < head.width()
    assert second.property("role") == "primary"


def test_a_button_does_what_it_was_added_for(head, qtbot):
    asked = []
    button = head.add("Audience…", "users", lambda: asked.append("audience"))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert asked == ["audience"]


def right_of(head, button):
    return button.mapTo(head, button.rect().topRight()).x()


def top_of(head, button):
    return button.mapTo(head, button.rect().topLeft()).y()


def test_buttons_without_room_go_below_the_title_and_none_is_cut(head, qtbot):
    for number in range(3):
        head.add(f"One thing to ask for {number}", "star", lambda: None)
    head.resize(300, 200)
    qtbot.waitUntil(lambda: all(b.isVisible() and top_of(head, b) > 32 for b in head.buttons))
    assert min(top_of(head, b) for b in head.buttons) > head.title.geometry().bottom()
    qtbot.waitUntil(lambda: all(right_of(head, b) <= head.width() for b in head.buttons))


def test_a_button_that_says_more_gets_the_room_for_it(head, qtbot):
    button = head.add("Audience…", "users", lambda: None)
    qtbot.waitUntil(lambda: right_of(head, button) <= head.width())
    button.setText("Audience: 1,240 people")
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    qtbot.waitUntil(lambda: right_of(head, button) <= head.width())
