import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from personamap.analysis.check import AREAS, Limit
from personamap.analysis.checks import CHECKS
from personamap.domain.audience import CheckSetting, Threshold
from personamap.edits.aims import set_checks, switch_check_off
from personamap.gui.coverage.checks_dialog import ChecksDialog
from personamap.gui.coverage.limit_field import LimitField
from personamap.gui.coverage.why_dialog import WhyDialog
from tests.gui.asking import the_dialog
from tests.gui.coverage.conftest import is_settled

OFF, ON = Qt.CheckState.Unchecked, Qt.CheckState.Checked


@pytest.fixture
def host(qtbot, themed):
    """The window a dialog opens over, and goes with."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(host, document):
    return ChecksDialog.ask(document, host)


def setting_of(document, check_id):
    return next((s for s in document.project.aim.checks if s.check == check_id), None)


def test_every_check_stands_under_its_area(dialog):
    assert set(dialog.items) == {check.id for check in CHECKS}
    for check in CHECKS:
        assert dialog.items[check.id].parent().text(0) == AREAS[check.area]


def test_a_page_says_why_a_check_asks_and_from_where(dialog, qtbot):
    dialog.list.setCurrentItem(dialog.items["blanks"])
    check = next(c for c in CHECKS if c.id == "blanks")
    words = " ".join(label.text() for label in dialog.page.findChildren(type(dialog.numbers)))
    assert check.title in words
    assert check.why in words
    assert check.source in words
    dialog.page.more.click()
    the_dialog(qtbot, WhyDialog).reject()


def test_switching_checks_off_is_one_undo_step_for_all_of_them(dialog, qtbot, document):
    dialog.items["blanks"].setCheckState(0, OFF)
    dialog.list.setCurrentItem(dialog.items["only-one"])
    dialog.page.active.click()
    assert dialog.items["only-one"].checkState(0) == OFF
    dialog.accept()
    assert not setting_of(document, "blanks").active
    assert not setting_of(document, "only-one").active
    document.undo_stack.undo()
    assert document.undo_stack.isClean()


def test_space_switches_the_current_check(dialog, qtbot, document):
    dialog.list.setCurrentItem(dialog.items["blanks"])
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.items["blanks"].checkState(0) == OFF
    assert not dialog.page.active.isChecked()


def test_a_threshold_is_changed_marked_and_put_back(dialog, document):
    dialog.list.setCurrentItem(dialog.items["blanks"])
    dialog.page.limits["share"].setValue(25)
    assert "changed" in dialog.items["blanks"].text(0)
    assert "1 changed" in dialog.numbers.text()
    dialog.page.reset.click()
    assert "changed" not in dialog.items["blanks"].text(0)
    assert not dialog.page.reset.isEnabled()
    dialog.page.limits["share"].setValue(25)
    dialog.accept()
    assert setting_of(document, "blanks").thresholds == (Threshold(name="share", value=0.25),)


def test_what_nobody_touches_stays_as_it_is_stored(host, document):
    odd = CheckSetting(check="blanks", thresholds=(Threshold(name="share", value=1 / 3),))
    document.apply("Set", set_checks, {"blanks": odd})
    dialog = ChecksDialog.ask(document, host)
    before = document.project
    dialog.list.setCurrentItem(dialog.items["blanks"])
    dialog.accept()
    assert document.project is before


def test_a_check_that_is_off_is_shown_so_and_can_be_put_back(host, document):
    document.apply("Off", switch_check_off, "blanks")
    dialog = ChecksDialog.ask(document, host, "blanks")
    assert dialog.items["blanks"].checkState(0) == OFF
    dialog.page.reset.click()
    assert dialog.items["blanks"].checkState(0) == ON
    dialog.accept()
    assert setting_of(document, "blanks") is None


def test_cancelling_changes_nothing(dialog, document):
    before = document.project
    dialog.items["blanks"].setCheckState(0, OFF)
    dialog.reject()
    assert document.project is before


def test_a_threshold_reads_as_a_count_or_in_hundredths(qtbot, themed):
    share = LimitField(Limit("starred_share", 0.0, "Share"), 0.05)
    count = LimitField(Limit("people", 3.0, "People"), 3.0)
    for field in (share, count):
        qtbot.addWidget(field)
    assert share.text() == "5 %"
    assert count.text() == "3"
    with qtbot.waitSignal(share.edited) as edited:
        share.setValue(10)
    assert edited.args == ["starred_share", 0.1]


def test_a_check_is_switched_off_from_the_card_of_a_finding(workspace, qtbot, document):
    card = next(c for c in workspace.inspector.cards if c.finding.check == "unseen-personas")
    card.fill_menu()
    action = next(a for a in card.menu.actions() if "Switch" in a.text())
    action.trigger()
    question = the_dialog(qtbot, QMessageBox)
    assert "no longer listed" in question.informativeText()
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert setting_of(document, "unseen-personas") is None
    action.trigger()
    with qtbot.waitSignal(workspace.watcher.reported):
        the_dialog(qtbot, QMessageBox).button(QMessageBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: is_settled(workspace))
    shown = [c for c in workspace.inspector.cards if not c.isHidden()]
    assert "unseen-personas" not in {c.finding.check for c in shown}


def test_the_findings_lead_to_the_checks(workspace, qtbot):
    workspace.inspector.head.fill_menu()
    next(a for a in workspace.inspector.head.menu.actions() if "Checks" in a.text()).trigger()
    the_dialog(qtbot, ChecksDialog).reject()
