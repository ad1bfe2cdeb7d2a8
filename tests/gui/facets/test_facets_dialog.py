"""The facets, changed for everybody by mouse and keyboard."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from personamap.domain.audience import Audience, AudienceGroup
from personamap.domain.facet import FacetValue, ValueRef
from personamap.edits.facets import set_facet_field
from personamap.edits.items import add_items
from personamap.gui.dialogs.loss_dialog import LossDialog
from personamap.gui.document import Document
from personamap.gui.facets.dialog import FacetsDialog
from personamap.gui.facets.merge_dialog import MergeDialog
from personamap.gui.facets.packs_dialog import PacksDialog
from tests.conftest import IDRIS, MARA
from tests.gui.asking import the_dialog

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def document(dressed, project):
    return Document(project)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def dialog(qtbot, document, window):
    dialog = FacetsDialog.ask(document, window)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def panel(dialog):
    return dialog.panel


@pytest.fixture
def disability(panel):
    panel.list.show_current("disability")
    return panel


def press(widget, key, modifier=NONE):
    QTest.keyClick(widget, key, modifier)


def type_into(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def order(document):
    return [facet.id for facet in document.project.facets]


def values(document, facet_id="disability"):
    return [(v.id, v.parent) for v in document.project.facet(facet_id).values]


def test_every_facet_is_listed_with_what_hangs_on_it(panel):
    assert panel.list.ids == ("age_band", "disability")
    assert panel.list.item(0).text() == "Age band\n3 values · 2 answers"
    said = panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Age band, matters, 3 values · 2 answers"


def test_a_new_facet_is_named_at_once_and_undecided_on_everybody(panel, document):
    panel.add.click()
    type_into("Caregiving")
    assert order(document) == ["age_band", "facet", "disability"]
    assert document.project.facet("facet").label == "Caregiving"
    assert panel.list.current_id == "facet"
    assert all(p.answer("facet").state == "undecided" for p in document.project.personas)


def test_a_new_facet_gets_an_id_from_its_name_and_keeps_it(panel, document):
    panel.add.click()
    type_into("Caring for others")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert order(document) == ["age_band", "caring_for_others", "disability"]
    assert panel.list.current_id == "caring_for_others"
    panel.form.edit_name()
    type_into("Care")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert order(document) == ["age_band", "caring_for_others", "disability"]
    assert document.project.facet("caring_for_others").label == "Care"


def test_naming_a_new_facet_and_its_id_are_taken_back_together(panel, document, dialog):
    panel.add.click()
    type_into("Care")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    dialog.undo.click()
    assert order(document) == ["age_band", "facet", "disability"]
    assert document.project.facet("facet").label == ""
    assert panel.list.current_id == "facet"
    dialog.redo.click()
    assert order(document) == ["age_band", "care", "disability"]
    assert panel.list.current_id == "care"


def test_a_facet_is_renamed_from_the_keyboard(panel, document):
    press(panel.list, Qt.Key.Key_F2)
    type_into("Age")
    assert document.project.facet("age_band").label == "Age"
    assert panel.list.item(0).text().startswith("Age\n")


def test_alt_with_an_arrow_moves_a_facet_and_keeps_it_current(panel, document, dialog):
    press(panel.list, Qt.Key.Key_Down, ALT)
    assert order(document) == ["disability", "age_band"]
    assert panel.list.current_id == "age_band"
    press(panel.list, Qt.Key.Key_Down, ALT)
    assert order(document) == ["disability", "age_band"]
    dialog.undo.click()
    assert order(document) == ["age_band", "disability"]
    dialog.redo.click()
    assert order(document) == ["disability", "age_band"]


def test_a_facet_is_dropped_where_the_mouse_lets_it_go(panel, document):
    last = panel.list.visualItemRect(panel.list.item(1))
    _drop(panel.list, QPoint(20, last.bottom() - 2))
    assert order(document) == ["disability", "age_band"]
    _drop(panel.list, QPoint(20, 4))
    assert order(document) == ["age_band", "disability"]


def test_ticks_change_the_facet(panel, document):
    for field in ("starred", "many", "ordered", "counted"):
        before = getattr(document.project.facet("age_band"), field)
        panel.form.ticks[field].click()
        assert getattr(document.project.facet("age_band"), field) is not before


def test_a_facet_goes_to_work_and_back(panel, document):
    kind = panel.form.kind.fields["kind"]
    kind.setCurrentIndex(1)
    kind.activated.emit(1)
    assert document.project.facet("age_band").kind == "work"


def test_removing_a_facet_says_first_what_would_be_lost(disability, document, qtbot):
    before = document.project
    kept = []
    document.after_copy = lambda reason, then: (kept.append((reason, document.project)), then())
    press(disability.list, Qt.Key.Key_Delete)
    question = the_dialog(qtbot, LossDialog)
    assert "2 people answer with it: Mara and Idris." in question.lines
    qtbot.waitUntil(lambda: question.is_ready)
    assert document.project is before
    question.accept()
    assert order(document) == ["age_band"]
    assert kept == [("removal", before)]
    document.undo_stack.undo()
    assert document.project is before


def test_a_facet_stays_when_the_question_is_cancelled(panel, document, qtbot):
    before = document.project
    panel.remove.click()
    press(the_dialog(qtbot, LossDialog), Qt.Key.Key_Escape)
    assert document.project is before


def test_a_facet_is_switched_off_and_on(disability, document, qtbot):
    before = document.project
    disability.use.click()
    question = the_dialog(qtbot, LossDialog)
    assert question.lines[0] == "What 2 people answered is kept, and neither shown nor counted."
    question.accept()
    assert not document.project.facet("disability").active
    assert disability.use.text() == "Switch &on"
    assert disability.list.item(1).text() == "Disability\nSwitched off · 2 values · 2 answers"
    disability.use.click()
    assert document.project.facet("disability").active
    document.undo_stack.setIndex(0)
    assert document.project is before


def test_packs_bring_in_what_is_not_there_yet(panel, document, qtbot):
    panel.packs.click()
    packs = the_dialog(qtbot, PacksDialog)
    assert packs.items["disability"].text(0) == "Disability · here already"
    packs.items["caregiving"].setCheckState(0, Qt.CheckState.Checked)
    packs.items["level"].setCheckState(0, Qt.CheckState.Checked)
    packs.accept()
    assert order(document) == ["age_band", "disability", "caregiving", "level"]
    assert document.project.facet("caregiving").pack == "identity"


def test_a_value_is_added_and_named(disability, document):
    disability.values.add.click()
    type_into("Stamina")
    new = document.project.facet("disability").values[-1]
    assert (new.label, new.parent) == ("Stamina", None)
    disability.values.detail.click()
    type_into("Tires soon")
    detail = document.project.facet("disability").values[-1]
    assert (detail.label, detail.parent) == ("Tires soon", new.id)


def test_values_move_and_change_level_from_the_keyboard(disability, document):
    tree = disability.values.tree
    tree.setCurrentItem(tree.items["none"])
    press(tree, Qt.Key.Key_Right, ALT)
    assert values(document) == [("hearing", None), ("none", "hearing")]
    press(tree, Qt.Key.Key_Left, ALT)
    press(tree, Qt.Key.Key_Up, ALT)
    assert values(document) == [("none", None), ("hearing", None)]
    assert tree.current_id == "none"


def test_a_value_dropped_on_another_becomes_its_detail(disability, document):
    tree = disability.values.tree
    tree.dropIndicatorPosition = lambda: tree.DropIndicatorPosition.OnItem
    tree.drop(tree.items["none"], tree.visualItemRect(tree.items["hearing"]).center())
    assert values(document) == [("hearing", None), ("none", "hearing")]
    tree.drop(tree.items["none"], QPoint(10, tree.viewport().height() - 2))
    assert values(document) == [("hearing", None), ("none", None)]


def test_a_value_dropped_between_others_stands_there(disability, document):
    tree = disability.values.tree
    tree.dropIndicatorPosition = lambda: tree.DropIndicatorPosition.AboveItem
    tree.drop(tree.items["none"], tree.visualItemRect(tree.items["hearing"]).center())
    assert values(document) == [("none", None), ("hearing", None)]
    tree.dropIndicatorPosition = lambda: tree.DropIndicatorPosition.BelowItem
    tree.drop(tree.items["none"], tree.visualItemRect(tree.items["hearing"]).center())
    assert values(document) == [("hearing", None), ("none", None)]


def test_a_group_dropped_on_its_own_detail_stays(qtbot, document, disability):
    deaf = FacetValue(id="deaf", label="Deaf", parent="hearing")
    kept = (*document.project.facet("disability").values, deaf)
    document.apply("Deep", set_facet_field, "disability", "values", kept)
    tree, before = disability.values.tree, document.project
    for way in ("OnItem", "AboveItem", "BelowItem"):
        tree.dropIndicatorPosition = lambda way=way: getattr(tree.DropIndicatorPosition, way)
        tree.drop(tree.items["hearing"], tree.visualItemRect(tree.items["deaf"]).center())
    assert document.project is before


def test_a_value_goes_with_a_word_of_warning(disability, document, qtbot):
    tree = disability.values.tree
    tree.setCurrentItem(tree.items["hearing"])
    press(tree, Qt.Key.Key_Delete)
    question = the_dialog(qtbot, LossDialog)
    assert question.lines[0] == "1 person answers with it: Mara."
    question.accept()
    assert values(document) == [("none", None)]
    assert document.project.persona(MARA).answer("disability").state == "undecided"


def test_two_values_are_merged_and_taken_apart_by_undo(panel, document, qtbot):
    before = document.project
    panel.values.merge.click()
    merge = the_dialog(qtbot, MergeDialog)
    assert not merge.uncounted.isVisible()
    assert merge.effect.text().startswith("1 person has “16 to 34” now and “35 to 54” afterwards")
    merge.accept()
    assert values(document, "age_band") == [("35-54", None), ("55plus", None)]
    people = [document.project.persona(who).answer("age_band") for who in (MARA, IDRIS)]
    assert {answer.counted_values for answer in people} == {("35-54",)}
    document.undo_stack.undo()
    assert document.project is before


def test_merging_says_when_counts_of_the_audience_are_left_out(disability, document, qtbot):
    groups = tuple(
        AudienceGroup(values=(ValueRef(facet="disability", value=value),), people=20)
        for value in ("hearing", "none")
    )
    audience = Audience(id="aud-1", facets=("disability",), groups=groups)
    document.apply("Count", add_items, "audiences", audience)
    disability.values.merge.click()
    merge = the_dialog(qtbot, MergeDialog)
    assert merge.uncounted.isVisible()
    assert "would be counted twice" in merge.uncounted.text()
    merge.accept()
    qtbot.waitUntil(lambda: document.project.audiences[0].groups == ())


def test_a_value_gets_a_star_and_a_meaning(panel, document):
    panel.values.value.starred.click()
    press(panel.values.tree, Qt.Key.Key_Return)
    type_into("Young")
    value = document.project.facet("age_band").values[0]
    assert (value.starred, value.label) == (True, "Young")
    assert panel.values.tree.topLevelItem(0).text(0) == "Young · 1 person"


def test_without_facets_the_one_next_step_is_offered(panel, document, qtbot):
    for facet_id in ("age_band", "disability"):
        panel.remove.click()
        the_dialog(qtbot, LossDialog).accept()
        qtbot.waitUntil(lambda gone=facet_id: gone not in order(document))
    assert panel.empty.isVisible()
    assert not panel.remove.isEnabled()
    panel.first.click()
    the_dialog(qtbot, PacksDialog).reject()


def _drop(view, at):
    carried = QMimeData()
    view.dropEvent(
        QDropEvent(
            QPointF(at),
            Qt.DropAction.MoveAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
