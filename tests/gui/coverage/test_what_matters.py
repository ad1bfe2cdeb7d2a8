import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from personamap.domain.audience import FacetPair, Implausible
from personamap.domain.facet import ValueRef
from personamap.edits.aims import add_implausible, set_minimum, set_pairs
from personamap.edits.facets import set_facet_field
from personamap.gui.coverage.matters.dialog import WhatMattersDialog
from tests.gui.asking import the_dialog

OFF, ON = Qt.CheckState.Unchecked, Qt.CheckState.Checked
OLDEST = ValueRef(facet="age_band", value="55plus")
HEARING = ValueRef(facet="disability", value="hearing")
PAIR = FacetPair(first="age_band", second="disability")


@pytest.fixture
def host(qtbot, themed):
    """The window a dialog opens over, and goes with."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def ask(host, document):
    return lambda: WhatMattersDialog.ask(document, host)


def choose(box, facet_id):
    box.setCurrentIndex(box.findData(facet_id))
    box.activated.emit(box.currentIndex())


def test_ticks_are_stars_and_all_that_was_chosen_is_one_undo_step(ask, qtbot, document):
    dialog, before = ask(), document.project
    starred = before.facet("disability").starred
    dialog.tree.items["disability"].setCheckState(0, OFF if starred else ON)
    dialog.tree.setCurrentItem(dialog.tree.items[OLDEST.node])
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    dialog.minimum.count.setValue(2)
    dialog.pairs.level.setValue(3)
    assert document.project is before
    dialog.accept()
    after = document.project
    assert after.facet("disability").starred is not starred
    assert after.facet("age_band").find_value("55plus").starred
    assert after.aim.minimums[0].count == 2
    assert after.aim.level == 3
    document.undo_stack.undo()
    assert document.undo_stack.isClean()


def test_choosing_and_taking_it_back_is_no_edit(ask, document):
    dialog, before = ask(), document.project
    item = dialog.tree.items[OLDEST.node]
    for state in (ON, OFF):
        item.setCheckState(0, state)
    dialog.accept()
    assert document.project is before


def test_cancelling_changes_nothing(ask, document):
    dialog, before = ask(), document.project
    dialog.tree.items[OLDEST.node].setCheckState(0, ON)
    dialog.reject()
    assert document.project is before


def test_a_star_on_a_facet_that_is_not_counted_stays(ask, document):
    document.apply("Star", set_facet_field, "disability", "starred", True)
    document.apply("Hide", set_facet_field, "disability", "active", False)
    dialog = ask()
    assert "disability" not in dialog.tree.items
    dialog.tree.items[OLDEST.node].setCheckState(0, ON)
    dialog.accept()
    assert document.project.facet("disability").starred


def test_a_minimum_is_said_in_the_list_and_asked_of_values_alone(ask, document):
    document.apply("Least", set_minimum, OLDEST, 2)
    dialog = ask()
    assert "at least 2 people" in dialog.tree.items[OLDEST.node].text(0)
    assert dialog.tree.items["age_band"].isExpanded()
    assert not dialog.minimum.count.isEnabled()
    dialog.tree.setCurrentItem(dialog.tree.items[OLDEST.node])
    assert dialog.minimum.count.value() == 2
    dialog.minimum.count.setValue(0)
    assert "at least" not in dialog.tree.items[OLDEST.node].text(0)
    dialog.tree.setCurrentItem(dialog.tree.items["age_band"])
    assert not dialog.minimum.count.isEnabled()
    dialog.accept()
    assert document.project.aim.minimums == ()


def test_pairs_are_added_once_and_taken_out(ask, document):
    document.apply("Pairs", set_pairs, [PAIR])
    dialog = ask()
    choose(dialog.pairs.first, "disability")
    choose(dialog.pairs.second, "disability")
    assert "two different" in dialog.pairs.add.toolTip()
    choose(dialog.pairs.second, "age_band")
    assert "already" in dialog.pairs.add.toolTip()
    assert not dialog.pairs.add.isEnabled()
    dialog.pairs.chips[0].click()
    assert dialog.pairs.chips == []
    dialog.pairs.add.click()
    assert len(dialog.pairs.chips) == 1
    dialog.accept()
    assert document.project.aim.pairs == (FacetPair(first="disability", second="age_band"),)


def test_a_combination_is_left_out_with_a_reason(ask, document):
    dialog = ask()
    left_out = dialog.left_out
    left_out.values.edited.emit((OLDEST,))
    assert not left_out.add.isEnabled()
    left_out.values.edited.emit((OLDEST, HEARING))
    left_out.reason.setText("Not in this trade.")
    left_out.add.click()
    assert left_out.reason.text() == ""
    assert len(left_out.rows) == 1
    dialog.accept()
    assert document.project.aim.implausible == (
        Implausible(values=(OLDEST, HEARING), reason="Not in this trade."),
    )


def test_a_reason_is_reworded_and_a_combination_counted_again(ask, qtbot, document):
    kept = Implausible(values=(OLDEST, HEARING), reason="Not here")
    other = Implausible(values=(HEARING, OLDEST, ValueRef(facet="age_band", value="16-24")))
    for each in (kept, other):
        document.apply("Leave out", add_implausible, each)
    dialog = ask()
    row = dialog.left_out.rows[frozenset(kept.values)]
    qtbot.keyClicks(row.reason, ", we think")
    dialog.left_out.rows[frozenset(other.values)].count.click()
    assert list(dialog.left_out.rows) == [frozenset(kept.values)]
    dialog.accept()
    assert [i.reason for i in document.project.aim.implausible] == ["Not here, we think"]


def test_the_head_of_coverage_leads_to_what_matters(workspace, qtbot):
    next(b for b in workspace.head.buttons if "matters" in b.text()).click()
    the_dialog(qtbot, WhatMattersDialog).reject()
