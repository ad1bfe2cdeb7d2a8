import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from personamap.gui.coverage.head import CoverageHead
from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.look.theme import Theme, apply_theme


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


def test_what_is_chosen_beside_a_title_stays_in_one_line_while_there_is_room(qtbot, themed):
    head = WrappingHead("Who does what", "section")
    qtbot.addWidget(head)
    hidden, box = QPushButton("Details"), QComboBox()
    hidden.hide()
    box.addItem("Age band")
    head.put(hidden)
    head.put(QLabel("by"), box)
    head.resize(800, 40)
    head.show()
    qtbot.waitUntil(lambda: top_of(head, box) < 16)
    box.addItem("A facet with quite a long name in a language of long words")
    qtbot.waitUntil(lambda: box.width() >= box.sizeHint().width() and top_of(head, box) < 16)
    head.resize(260, 120)
    qtbot.waitUntil(lambda: top_of(head, box) > head.title.geometry().bottom())


def test_larger_text_has_larger_icons_at_once(head, qapp):
    button = head.add("What matters…", "star", lambda: None)
    before = button.iconSize().height()
    apply_theme(qapp, Theme.load("light", text_scale=2.0))
    head.fit_icons()
    assert button.iconSize().height() == 2 * before
    apply_theme(qapp, Theme.load("light"))
