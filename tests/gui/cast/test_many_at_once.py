"""Sorting by a facet, and answering it for several people at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from personamap.edits.personas import set_answer
from personamap.gui.cast.choosing import Choosing, chosen_ids
from personamap.gui.cast.sheet.answer_popup import AnswerPopup
from tests.conftest import IDRIS, LENE, MARA, stated


def nobody(_persona_id):
    return 0


def test_people_stand_in_the_order_of_the_values_and_blanks_at_the_end(project):
    old = set_answer(project, MARA, stated("age_band", "55plus"))
    assert chosen_ids(old, Choosing(by_facet="age_band"), nobody) == (IDRIS, MARA, LENE)
    by_disability = chosen_ids(project, Choosing(by_facet="disability"), nobody)
    assert by_disability == (MARA, LENE, IDRIS)


def test_the_sort_menu_offers_every_facet(cast):
    cast.head.people.sort_menu.aboutToShow.emit()
    menu = next(m for m in cast.head.people.sort_menu.findChildren(QMenu) if m.title() == "A facet")
    entry = next(action for action in menu.actions() if action.text() == "Disability")
    entry.trigger()
    assert cast.wall.cards.ids == (MARA, LENE, IDRIS)
    cast.head.people.sort_menu.aboutToShow.emit()
    next(
        a for a in cast.head.people.sort_menu.actions() if a.text() == "Order of the cast"
    ).trigger()
    assert cast.wall.cards.ids == (MARA, IDRIS, LENE)


def test_an_answer_is_given_for_everybody_selected_on_the_wall(cast, document, qtbot):
    cast.wall.select([MARA, IDRIS, LENE])
    before = document.project
    cast.wall.menu_wanted.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    answers = next(a.menu() for a in menu.actions() if a.text() == "Answer for 3 people")
    entry = next(action for action in answers.actions() if action.text() == "Age band")
    menu.close()
    entry.trigger()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, AnswerPopup)
    QTest.keyClicks(popup.search, "55")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    ages = {p.answer("age_band").counted_values for p in document.project.personas}
    assert ages == {("55plus",)}
    document.undo_stack.undo()
    assert document.project is before


@pytest.mark.parametrize("layout", ["cards", "sheet"])
def test_the_person_menu_answers_for_everybody_selected(cast, document, qtbot, layout):
    cast.show_layout(layout)
    (cast.wall if layout == "cards" else cast.sheet.view).selectAll()
    cast.person_actions.answer.trigger()
    menu = QApplication.activePopupWidget()
    entry = next(action for action in menu.actions() if action.text() == "Age band")
    menu.close()
    entry.trigger()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, AnswerPopup)
    QTest.keyClicks(popup.search, "55")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    ages = {p.answer("age_band").counted_values for p in document.project.personas}
    assert ages == {("55plus",)}


def test_without_anybody_selected_the_menu_says_what_is_missing(cast):
    cast.wall.clearSelection()
    assert not cast.person_actions.answer.isEnabled()
    assert "Select somebody" in cast.person_actions.answer.toolTip()
