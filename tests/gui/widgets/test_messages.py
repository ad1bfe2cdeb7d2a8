"""A message looks like every other dialog: the same room around, one main button."""

import pytest
from PySide6.QtWidgets import QMessageBox

from personamap.gui.look.theme import Theme
from personamap.gui.widgets.dialog_parts import lead_with
from personamap.gui.widgets.plain_words import tell_in

Button = QMessageBox.StandardButton


@pytest.fixture
def message(dressed, qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    tell_in(box, "Save the changes?", "What is not saved is gone.")
    box.setStandardButtons(Button.Save | Button.Cancel)
    lead_with(box, box.button(Button.Save))
    box.show()
    qtbot.waitExposed(box)
    return box


def test_the_main_button_looks_like_one_and_return_presses_it(message):
    save = message.button(Button.Save)
    assert message.defaultButton() is save
    ground = save.grab().toImage().pixelColor(6, save.height() // 2)
    assert ground == Theme.load("light").color("accent")


def test_there_is_the_same_room_on_both_sides_of_the_words(message):
    left = message.layout().itemAtPosition(0, 1).geometry().left()
    buttons = message.button(Button.Cancel).parentWidget()
    right = message.width() - buttons.geometry().right() - 1
    assert left == right == 24


def test_the_words_stand_at_the_edge_also_below_many_wide_buttons(message):
    for words in ("Look only at what is there", "Open it anyway, all the same", "Bring it here"):
        message.addButton(words, QMessageBox.ButtonRole.ActionRole)
    message.resize(message.sizeHint())
    assert message.layout().itemAtPosition(0, 1).geometry().left() == 24
