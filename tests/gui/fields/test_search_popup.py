import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from personamap.gui.fields.search_popup import PopupRow, SearchPopup

ROWS = (
    PopupRow("seeing", "Seeing"),
    PopupRow("blind", "Blind", level=1, also="Seeing no sight"),
    PopupRow("hearing", "Hearing", chosen=True),
)


@pytest.fixture
def anchor(qtbot):
    button = QPushButton("Add")
    qtbot.addWidget(button)
    button.show()
    return button


@pytest.fixture
def popup(qtbot, anchor, dressed):
    popup = SearchPopup("Search", ROWS, "“{words}” in own words", anchor)
    popup.open_at(anchor)
    return popup


def shown(popup):
    return [popup.found.index(row).data() for row in range(popup.found.rowCount())]


def test_a_group_is_found_with_its_details(popup, qtbot):
    QAbstractItemModelTester(popup.found)
    qtbot.keyClicks(popup.search, "see")
    assert popup.found.ids[:2] == ("seeing", "blind")
    assert shown(popup)[-1] == "“see” in own words"


def test_down_and_return_pick(popup, qtbot):
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.picked) as picked:
        qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert picked.args == ["blind"]


def test_words_that_fit_nothing_can_be_used_as_they_are(popup, qtbot):
    qtbot.keyClicks(popup.search, "{odd} words")
    with qtbot.waitSignal(popup.written) as written:
        qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert written.args == ["{odd} words"]


def test_what_begins_with_the_words_comes_first(anchor, qtbot, dressed):
    rows = (PopupRow("gay", "Gay or lesbian"), PopupRow("bi", "Bisexual"))
    popup = SearchPopup("Search", rows, parent=anchor)
    qtbot.keyClicks(popup.search, "bi")
    assert popup.found.ids == ("bi", "gay")


def test_escape_picks_nothing(popup, qtbot):
    with qtbot.assertNotEmitted(popup.picked):
        qtbot.keyClick(popup.search, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_screen_reader_hears_what_is_chosen(popup):
    spoken = popup.found.index(2).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Hearing, chosen"
