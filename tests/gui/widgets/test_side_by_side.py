"""A workspace beside its inspector keeps the keys wherever text of another size puts it."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget

from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.widgets.side_by_side import SideBySide


@pytest.fixture
def place(dressed, qtbot):
    place = SideBySide(QLineEdit(), QLineEdit(), ("Cast", "Person"))
    qtbot.addWidget(place)
    place.show()
    qtbot.waitUntil(place.isActiveWindow)
    yield place
    apply_theme(QApplication.instance(), Theme.load("light"))


@pytest.mark.parametrize("at", [0, 1])
def test_the_keys_stay_where_they_were_when_text_grows_and_shrinks(place, dressed, at):
    line = place.findChildren(QLineEdit)[at]
    line.setFocus()
    for scale in (2.0, 1.0):
        apply_theme(dressed, Theme.load("light", text_scale=scale))
        assert isinstance(place._holder, QTabWidget) is (scale == 2.0)
        assert line.hasFocus()
