"""The cast as a sheet, worked in with mouse and keyboard."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from personamap.domain.persona import Persona
from personamap.edits.items import add_items
from personamap.edits.personas import remove_personas, set_answer, set_persona_field
from personamap.gui.cast.sheet.answer_popup import AnswerPopup
from personamap.gui.cast.sheet.paste_dialog import PasteDialog
from personamap.gui.cast.sheet.pasting import NEW, OWN_WORDS
from tests.conftest import IDRIS, LENE, MARA, stated
from tests.gui.asking import the_dialog

NAME, JOB, BRIEF, AGE, DISABILITY = range(5)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(cast, hands, qtbot):
    hands.click(cast.head.layouts.button("sheet"))
    cast.sheet.view.setFocus()
    qtbot.waitUntil(cast.sheet.view.hasFocus)
    return cast.sheet


def go(sheet, row, column, last_row=None, last_column=None):
    """Select a cell, or a block of cells."""
    cells = sheet.cells
    first = cells.index(row, column)
    end = cells.index(row if last_row is None else last_row, last_column or column)
    sheet.view.choose(first)
    sheet.view.selectionModel().select(
        QItemSelection(first, end), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )


def press(sheet, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(sheet.view, key, modifier)


def popup(qtbot):
    def found():
        return [
            w
            for w in QApplication.topLevelWidgets()
            if isinstance(w, AnswerPopup) and w.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[-1]


def ages(document):
    return [p.answer("age_band").counted_values for p in document.project.personas]


def test_everybody_has_a_row_and_every_facet_a_column(sheet):
    titles = [column.title for column in sheet.cells.columns]
    assert titles == ["Name", "Job title", "Brief", "Age band", "Disability"]
    assert sheet.cells.ids == (MARA, IDRIS, LENE)
    spoken = sheet.cells.index(1, DISABILITY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Idris, Disability: Open"


def test_the_model_keeps_the_rules_of_qt(sheet, document):
    QAbstractItemModelTester(sheet.cells, QAbstractItemModelTester.FailureReportingMode.Fatal)
    document.apply("Edit", set_persona_field, MARA, "brief", "Nights.")
    document.apply("Remove", remove_personas, (MARA,))
    assert sheet.cells.ids == (IDRIS, LENE)
    document.undo_stack.setIndex(0)
    assert sheet.cells.ids == (MARA, IDRIS, LENE)


def test_return_opens_the_values_of_a_cell_and_picks_one(sheet, document, qtbot):
    go(sheet, 2, AGE)
    press(sheet, Qt.Key.Key_Return)
    opened = popup(qtbot)
    QTest.keyClicks(opened.search, "55")
    QTest.keyClick(opened.search, Qt.Key.Key_Return)
    assert ages(document)[2] == ("55plus",)


def test_several_values_are_ticked_without_closing(sheet, document, qtbot):
    go(sheet, 2, DISABILITY)
    press(sheet, Qt.Key.Key_F2)
    opened = popup(qtbot)
    for _value in range(2):
        QTest.keyClick(opened.search, Qt.Key.Key_Return)
        QTest.keyClick(opened.search, Qt.Key.Key_Down)
    assert opened.isVisible()
    said = document.project.persona(LENE).answer("disability")
    assert said.counted_values == ("hearing", "none")
    opened.close()


def test_a_kind_of_blank_is_picked_in_the_same_popup(sheet, document, qtbot):
    go(sheet, 0, AGE)
    QTest.keyClicks(sheet.view, "w")
    opened = popup(qtbot)
    QTest.keyClicks(opened.search, "ithheld")
    QTest.keyClick(opened.search, Qt.Key.Key_Return)
    assert document.project.persona(MARA).answer("age_band").state == "withheld"


def test_a_selection_is_filled_as_one_step(sheet, document, qtbot):
    before = document.project
    go(sheet, 0, AGE, 2)
    press(sheet, Qt.Key.Key_Return)
    opened = popup(qtbot)
    QTest.keyClicks(opened.search, "55")
    QTest.keyClick(opened.search, Qt.Key.Key_Return)
    assert ages(document) == [("55plus",)] * 3
    document.undo_stack.undo()
    assert document.project is before


def test_texts_are_typed_in_place_by_keyboard_the_frozen_name_too(sheet, document, qtbot):
    for row, column, text in ((2, NAME, "Lena"), (2, JOB, "Nurse")):
        go(sheet, row, column)
        press(sheet, Qt.Key.Key_F2)
        line = QApplication.focusWidget()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(sheet.view.hasFocus)
    lene = document.project.persona(LENE)
    assert (lene.name, lene.job.title) == ("Lena", "Nurse")


def test_delete_makes_answers_undecided_and_removes_nobody(sheet, document):
    before = document.project
    go(sheet, 0, AGE, 1, DISABILITY)
    press(sheet, Qt.Key.Key_Delete)
    assert len(document.project.personas) == 3
    for who in (MARA, IDRIS):
        for facet in ("age_band", "disability"):
            assert document.project.persona(who).answer(facet).state == "undecided"
    document.undo_stack.undo()
    assert document.project is before


def test_what_is_copied_and_pasted_where_it_was_changes_nothing(sheet, document):
    before = document.project
    go(sheet, 0, NAME, 2, DISABILITY)
    press(sheet, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text().splitlines()[1] == "Idris\t\t\t35 to 54\t(Open)"
    press(sheet, Qt.Key.Key_V, CTRL)
    assert document.project is before


def test_one_cell_is_pasted_into_a_whole_selection(sheet, document):
    go(sheet, 0, AGE)
    press(sheet, Qt.Key.Key_C, CTRL)
    go(sheet, 1, AGE, 2)
    press(sheet, Qt.Key.Key_V, CTRL)
    assert ages(document) == [("16-34",)] * 3
    assert document.undo_stack.count() == 1


def test_fill_down_takes_the_uppermost_cell(sheet, document):
    go(sheet, 0, AGE, 2, DISABILITY)
    sheet.fill_down()
    assert ages(document) == [("16-34",)] * 3
    assert document.undo_stack.count() == 1


def test_unknown_words_rows_and_columns_are_asked_about(sheet, document, qtbot):
    text = "35 to 54\tPurple; Hearing\textra\nno age\t\t\n"
    QApplication.clipboard().setText(text)
    go(sheet, 2, AGE)
    press(sheet, Qt.Key.Key_V, CTRL)
    asked = the_dialog(qtbot, PasteDialog)
    assert document.undo_stack.count() == 0
    asked.choices["disability", "Purple"].show_choice(NEW)
    asked.choices["age_band", "no age"].show_choice(OWN_WORDS)
    asked.accept()
    project = document.project
    assert project.facet("disability").values[-1].label == "Purple"
    assert project.persona(LENE).answer("disability").counted_values == ("hearing", "purple")
    assert len(project.personas) == 4
    assert project.personas[-1].answer("age_band").own_words == "no age"
    document.undo_stack.undo()
    assert len(document.project.personas) == 3


def test_of_very_many_unknown_words_each_facet_is_asked_about_once(sheet, document, qtbot):
    QApplication.clipboard().setText("\n".join(f"word {n}\tthing {n}" for n in range(2_000)))
    go(sheet, 2, AGE)
    press(sheet, Qt.Key.Key_V, CTRL)
    asked = the_dialog(qtbot, PasteDialog)
    fields = set(asked.choices.values())
    assert len(asked.choices) == 4_000
    assert len(fields) == 2
    assert {field.accessibleName() for field in fields} == {
        "Age band: 2,000 words that name no value are",
        "Disability: 2,000 words that name no value are",
    }
    asked.accept()
    answers = document.project.personas[-1].answers
    assert {answer.own_words for answer in answers} == {"word 1999", "thing 1999"}


def test_the_editor_and_the_actions_follow_the_sheet(cast, sheet):
    go(sheet, 1, AGE, 2)
    assert cast.editor.persona_id == IDRIS
    assert sheet.selected_ids == (IDRIS, LENE)
    cast.person_actions.archive.trigger()
    assert sheet.cells.ids == (MARA,)


def test_the_wall_comes_back_with_the_same_person(cast, sheet, hands):
    go(sheet, 2, AGE)
    hands.click(cast.head.layouts.button("cards"))
    assert cast.wall.isVisible()
    assert cast.wall.current_id == LENE


def test_the_names_stay_in_view(sheet):
    for column in range(len(sheet.cells.columns)):
        sheet.view.setColumnWidth(column, 400)
    press(sheet, Qt.Key.Key_End)
    names = sheet.view.names
    assert names.isVisible()
    assert names.geometry().left() == sheet.view.viewport().geometry().left()


def test_a_large_cast_is_listed_without_making_cells(sheet, document):
    people = tuple(Persona(id=f"per-{n}", name=f"P{n}") for n in range(500))
    document.apply("Add", add_items, "personas", *people)
    assert sheet.cells.rowCount() == 503
    press(sheet, Qt.Key.Key_End, CTRL)
    assert sheet.view.currentIndex().row() == 502


def heading(view, column):
    header = view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_heading_sorts_one_way_the_other_way_and_not_any_more(sheet, cast):
    for ids in ((IDRIS, LENE, MARA), (MARA, LENE, IDRIS), (MARA, IDRIS, LENE)):
        heading(sheet.view.names, NAME)
        assert sheet.cells.ids == ids
    assert cast.head.people.choosing.column == "cast"


def test_the_heading_of_a_facet_sorts_by_its_values_and_blanks_stay_last(sheet, cast, document):
    document.apply("Edit", set_answer, MARA, stated("age_band", "55plus"))
    for ids in ((IDRIS, MARA, LENE), (MARA, IDRIS, LENE)):
        heading(sheet.view, AGE)
        assert sheet.cells.ids == ids
    header = sheet.view.horizontalHeader()
    assert header.sortIndicatorSection() == AGE
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert cast.wall.cards.ids == (MARA, IDRIS, LENE)


def test_the_heading_shows_what_the_sort_menu_was_told(sheet, cast):
    cast.head.people.sort_menu.aboutToShow.emit()
    by_name = next(a for a in cast.head.people.sort_menu.actions() if a.text() == "Name")
    by_name.trigger()
    assert sheet.view.names.horizontalHeader().sortIndicatorSection() == NAME
    cast.head.people.sort_menu.aboutToShow.emit()
    cast.head.people.sort_menu.actions()[-1].trigger()
    assert sheet.cells.ids == (MARA, LENE, IDRIS)
    assert cast.head.people.choosing.backwards


def test_a_large_cast_is_copied_cleared_and_pasted_back_whole(sheet, document):
    people = [
        Persona(id=f"per-{at}", name=f"P {at}", answers=(stated("age_band", "35-54"),))
        for at in range(500)
    ]
    document.apply("Add", add_items, "personas", *people)
    before = document.project
    sheet.view.selectAll()
    sheet.copy()
    sheet.clear()
    assert ages(document) == [()] * 503
    sheet.paste()
    assert ages(document) == [p.answer("age_band").counted_values for p in before.personas]
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.project is before


def test_separate_cells_are_cleared_without_those_between_their_rows(sheet, document):
    before = document.project
    go(sheet, 0, AGE)
    more = sheet.cells.index(2, AGE)
    sheet.view.selectionModel().select(more, QItemSelectionModel.SelectionFlag.Select)
    assert sheet.selected_ids == (MARA, LENE)
    sheet.clear()
    assert document.project.persona(IDRIS) is before.persona(IDRIS)
    assert document.project.persona(MARA).answer("age_band").is_blank


def test_going_far_by_keyboard_takes_the_selection_along(sheet, document):
    go(sheet, 0, NAME)
    press(sheet, Qt.Key.Key_End, CTRL)
    assert sheet.selected_ids == (LENE,)
    press(sheet, Qt.Key.Key_Delete)
    assert document.project.persona(MARA).name == "Mara"
    press(sheet, Qt.Key.Key_Home, CTRL)
    assert sheet.selected_ids == (MARA,)


def test_undoing_people_that_were_pasted_leaves_the_keyboard_near_them(sheet, document):
    document.apply("Add", add_items, "personas", Persona(id="per-zoe", name="Zoe"))
    go(sheet, 3, JOB)
    document.undo_stack.undo()
    at = sheet.view.currentIndex()
    assert (at.row(), at.column()) == (2, JOB)
