"""A page that keeps the room of its scroll bar shows the bar only where there is more to see."""

import pytest
from PySide6.QtWidgets import QWidget

from personamap.gui.widgets.page import page_of


@pytest.mark.parametrize(("height", "is_more"), [(100, False), (900, True)])
def test_the_bar_of_a_steady_page_shows_when_there_is_more_to_see(dressed, qtbot, height, is_more):
    content = QWidget()
    content.setMinimumHeight(height)
    page = page_of(content)
    qtbot.addWidget(page)
    page.resize(300, 300)
    page.show()
    qtbot.waitExposed(page)
    bar = page.verticalScrollBar()
    assert bar.isVisible()
    assert bar.isEnabled() == is_more
    colours = {bar.grab().toImage().pixelColor(5, y).name() for y in range(20, 200, 10)}
    assert (len(colours) > 1) == is_more
