"""Recording an export as an issue, from the Export dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from personamap.gui.export.export_choice import PRODUCTS
from personamap.gui.export.export_dialog import ExportDialog
from personamap.services.projects import open_project
from tests.gui.asking import press, the_dialog

Ok = QDialogButtonBox.StandardButton.Ok
WHAT = [product.id for product in PRODUCTS]


@pytest.fixture
def dialog(open_window, qtbot):
    return opened(open_window, qtbot)


def opened(window, qtbot):
    window.offers["export"].trigger()
    return the_dialog(qtbot, ExportDialog)


def hand_over(dialog, name="Studio A", note=""):
    dialog.issue.box.click()
    dialog.issue.name.setText(name)
    dialog.issue.note.setText(note)
    dialog.buttons.button(Ok).click()


def told(qtbot, window):
    qtbot.waitUntil(window.desk.messages.isVisible)
    return window.desk.messages.text.text()


def hand_offs(window):
    return window.desk.session.document.project.hand_offs


def test_an_export_is_no_issue_unless_that_is_ticked(dialog, open_window, qtbot):
    assert not dialog.issue.name.isEnabled()
    dialog.buttons.button(Ok).click()
    assert "issue" not in told(qtbot, open_window)
    assert hand_offs(open_window) == ()


def test_what_was_handed_over_is_remembered(dialog, open_window, qtbot):
    hand_over(dialog, "Studio A", "First draft")
    words = told(qtbot, open_window)
    assert words.endswith("The project remembers it as issue 1, handed to Studio A.")
    (recorded,) = hand_offs(open_window)
    assert (recorded.recipient, recorded.note) == ("Studio A", "First draft")
    assert recorded.personas == tuple(p.id for p in open_window.desk.session.document.project.cast)


def test_recording_is_one_step_that_can_be_undone(dialog, open_window, qtbot):
    document = open_window.desk.session.document
    before = document.project
    hand_over(dialog)
    told(qtbot, open_window)
    assert document.undo_stack.undoText() == "Record an issue"
    document.undo_stack.undo()
    assert document.project is before
    document.undo_stack.redo()
    assert len(document.project.hand_offs) == 1


def test_an_issue_is_saved_with_the_project(dialog, open_window, qtbot, file):
    hand_over(dialog)
    told(qtbot, open_window)
    open_window.offers["save"].trigger()
    qtbot.waitUntil(lambda: bool(open_project(file).project.hand_offs))
    assert open_project(file).project.media == open_window.desk.session.document.project.media


def test_it_is_asked_to_whom_before_anything_happens(dialog):
    dialog.issue.box.click()
    assert not dialog.buttons.button(Ok).isEnabled()
    assert "to whom" in dialog.problem.text()
    dialog.issue.name.setText("Studio A")
    assert dialog.buttons.button(Ok).isEnabled()


def test_only_what_teams_work_from_can_be_an_issue(dialog):
    possible = set()
    for place, product in enumerate(WHAT):
        dialog.form.what.setCurrentRow(place)
        if dialog.issue.isEnabled():
            possible.add(product)
    assert possible == {"sheets", "bible"}


def test_a_tick_means_nothing_where_there_can_be_no_issue(dialog):
    dialog.issue.box.click()
    dialog.form.what.setCurrentRow(WHAT.index("wall"))
    assert dialog.issue.recipient is None
    assert dialog.buttons.button(Ok).isEnabled()


def test_the_last_recipient_is_proposed_and_the_tick_is_not(dialog, open_window, qtbot):
    hand_over(dialog, "Studio A", "First draft")
    told(qtbot, open_window)
    again = opened(open_window, qtbot)
    assert not again.issue.box.isChecked()
    assert again.issue.name.text() == "Studio A"
    assert again.issue.note.text() == ""


def test_nothing_is_remembered_of_an_export_that_fails(dialog, open_window, qtbot, tmp_path):
    (tmp_path / "blocked").write_text("a file where a folder should be")
    dialog.place.field.setText(str(tmp_path / "blocked" / "sheets.pdf"))
    hand_over(dialog)
    assert "blocked" in told(qtbot, open_window)
    assert hand_offs(open_window) == ()


def test_a_file_replaced_on_request_is_one_issue(dialog, open_window, qtbot, tmp_path):
    there = tmp_path / "sheets.pdf"
    there.write_bytes(b"mine")
    dialog.place.field.setText(str(there))
    hand_over(dialog)
    assert hand_offs(open_window) == ()
    press(qtbot, QMessageBox.StandardButton.Yes)
    told(qtbot, open_window)
    assert [one.number for one in hand_offs(open_window)] == [1]


def test_the_box_is_reached_and_ticked_with_the_keyboard(dialog, qtbot):
    dialog.issue.box.setFocus()
    qtbot.keyClick(dialog.issue.box, Qt.Key.Key_Space)
    assert dialog.issue.is_wanted
    assert dialog.focusWidget() is dialog.issue.name
    qtbot.keyClicks(dialog.issue.name, "Studio A")
    assert dialog.issue.recipient.name == "Studio A"
    assert dialog.issue.name.accessibleName() == "Handed to"
    assert dialog.issue.note.accessibleName() == "Note"


def test_the_preview_has_the_number_of_the_issue_already(dialog):
    assert dialog.preview._wish.of.hand_offs == ()
    dialog.issue.box.click()
    assert [one.number for one in dialog.preview._wish.of.hand_offs] == [1]
