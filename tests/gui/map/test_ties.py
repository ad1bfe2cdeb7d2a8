"""The lines between people can be reached by mouse and by keyboard, edited and taken away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from personamap.analysis.map.lines import Bow, outline_at
from personamap.edits.personas import set_persona_field
from personamap.gui.map.tie_menu import TieMenu
from tests.gui.map.conftest import IDRIS, MARA

TIE = "rel-manages"


def on_line(lands):
    """Where the line between the two is, on screen."""
    ends = (lands.scene.item(spot_id) for spot_id in (IDRIS, MARA))
    start, end = (outline_at(item.spot, item.pos().toTuple(), False) for item in ends)
    link = next(link for link in lands.scene.picture.links if link.id == TIE)
    return lands.view.mapFromScene(*Bow.between(start, end, link.bend).at(0.5))


def press_line(lands):
    QTest.mouseClick(lands.view.viewport(), Qt.MouseButton.LeftButton, pos=on_line(lands))
    return QApplication.activePopupWidget()


def entries(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def entry(menu, text):
    return next(action for action in menu.actions() if action.text() == text)


@pytest.fixture(autouse=True)
def closed():
    yield
    while menu := QApplication.activePopupWidget():
        menu.close()


def test_a_press_on_a_line_says_who_stands_how_to_whom(workspace):
    assert entries(press_line(workspace)) == [
        "Idris manages Mara",
        "Edit relationship",
        "Remove",
    ]


def test_a_name_with_an_ampersand_is_no_key(workspace, document):
    document.apply("Rename", set_persona_field, MARA, "name", "Mara & Co")
    assert entries(press_line(workspace))[0] == "Idris manages Mara && Co"


def test_removing_a_line_is_one_step_that_can_be_undone(workspace, document):
    before = document.project
    entry(press_line(workspace), "Remove").trigger()
    assert document.project.relationships == ()
    document.undo_stack.undo()
    assert document.project is before


def test_a_press_beside_the_line_chooses_nothing(workspace, qtbot):
    workspace.select(MARA)
    beside = on_line(workspace) + QPoint(40, 0)
    QTest.mouseClick(workspace.view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert QApplication.activePopupWidget() is None
    assert workspace.scene.selected == ""


def test_dragging_the_ground_by_a_line_moves_the_map_and_asks_nothing(workspace):
    start = on_line(workspace)
    viewport = workspace.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start * 1.2)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("person", [MARA, IDRIS])
def test_the_menu_of_a_person_has_their_lines_for_the_keyboard(workspace, qtbot, person):
    workspace.select(person)
    qtbot.keyClick(workspace.view, Qt.Key.Key_Menu)
    (lines,) = QApplication.activePopupWidget().findChildren(TieMenu)
    assert lines.title() == "Idris manages Mara"
    with qtbot.waitSignal(workspace.relationship_opened) as asked:
        entry(lines, "Edit relationship").trigger()
    assert asked.args == [TIE]


def test_editing_leads_to_its_words_in_the_cast(open_window, qtbot):
    lands = open_window.desk.stack.show_workspace("map")
    lands.relationship_opened.emit(TIE)
    field = open_window.focusWidget()
    assert (field.accessibleName(), field.text()) == ("What Idris is to Mara", "manages")
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
