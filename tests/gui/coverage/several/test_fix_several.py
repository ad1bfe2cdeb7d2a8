"""Fixing several findings at once, as a person does it."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from personamap.analysis.coverage import check_coverage
from personamap.gui.coverage.several.dialog import FixSeveralDialog
from tests.gui.asking import the_dialog


def is_ready(dialog):
    """Tell whether a plan is on screen and no other is being looked for."""
    return dialog.plan is not None and not dialog.working.stop.isVisible()


@pytest.fixture
def dialog(workspace, document, qtbot):
    """The dialog over the findings that are listed, with its first plan."""
    workspace.inspector.head.several.click()
    shown = the_dialog(qtbot, FixSeveralDialog)
    qtbot.waitUntil(lambda: is_ready(shown))
    yield shown
    if isValid(shown):
        shown.reject()


def open_keys(project):
    return {finding.key for finding in check_coverage(project).checked.findings()}


def tick(dialog, place, state):
    dialog.choices.findings.list.item(place).setCheckState(state)


def test_all_listed_findings_that_can_be_fixed_are_ticked_but_blank_answers(dialog, workspace):
    listed = [card for card in workspace.inspector.cards if not card.isHidden()]
    fixable = [card.finding for card in listed if not card.fix.isHidden()]
    assert dialog.choices.findings.list.count() == len(fixable)
    chosen = [finding for finding in fixable if finding.check != "blanks"]
    assert list(dialog.choices.findings.chosen) == chosen != fixable
    dialog.choices.findings.all.click()
    assert list(dialog.choices.findings.chosen) == fixable


def test_the_plan_is_applied_as_one_undo_step(dialog, document):
    before, plan = document.project, dialog.plan
    assert len(dialog.view.steps) == len(plan.steps) > 1
    assert plan.steps[0].text in dialog.view.steps[0].text()
    assert dialog.view.closes.isVisible()
    dialog.accept()
    closed = {finding.key for finding in plan.closed}
    assert closed == open_keys(before) - open_keys(document.project)
    document.undo_stack.undo()
    assert document.project is before
    assert document.undo_stack.isClean()


def test_the_plan_follows_what_is_ticked(dialog, qtbot):
    dialog.choices.findings.none.click()
    assert not dialog.apply_button.isEnabled()
    assert not dialog.view.steps
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Tick the findings"))
    tick(dialog, 0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: is_ready(dialog))
    (chosen,) = dialog.choices.findings.chosen
    assert chosen.key in {finding.key for finding in (*dialog.plan.closed, *dialog.plan.left)}
    dialog.choices.findings.all.click()
    qtbot.waitUntil(lambda: is_ready(dialog) and len(dialog.plan.steps) > 1)


def test_without_new_people_some_findings_are_left_and_told(dialog, qtbot):
    dialog.choices.most.setValue(0)
    qtbot.waitUntil(lambda: is_ready(dialog) and dialog.plan.found == 0)
    assert dialog.view.left.isVisible() == bool(dialog.plan.left)


def test_cancelling_changes_nothing(dialog, document, qtbot):
    before = document.project
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert document.project is before


def test_a_search_can_be_stopped(workspace, document, qtbot):
    findings = check_coverage(document.project).findings
    dialog = FixSeveralDialog.ask(document, findings, workspace)
    dialog.working.stop.click()
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Stopped."))
    assert not dialog.apply_button.isEnabled()
    dialog.reject()


def test_nothing_is_offered_where_there_is_only_one_to_fix(workspace, qtbot):
    fixable = [c for c in workspace.inspector.cards if not c.isHidden() and not c.fix.isHidden()]
    single = next(
        c.finding.check
        for c in fixable
        if sum(other.finding.check == c.finding.check for other in fixable) == 1
    )
    workspace.inspector.show_check(single)
    qtbot.waitUntil(lambda: workspace.inspector.filled)
    assert not workspace.inspector.head.several.isVisible()
