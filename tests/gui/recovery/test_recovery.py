"""Unsaved work of an earlier run in the window: offered, brought back, put away, left."""

import json
import os

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QMessageBox

from personamap.edits.personas import set_persona_field
from personamap.gui.beginning import begin
from personamap.gui.look.focus_ring import REACH
from personamap.gui.recovery.dialog import RecoveryDialog
from personamap.services.projects import open_project, save_project
from personamap.services.recovery import find_put_away, find_unsaved
from personamap.storage.codec import encode
from personamap.storage.entries import Origin, saving
from personamap.storage.journal import BASE, ENTRIES, journals_folder, new_name
from personamap.storage.journal_reading import read_journal
from tests.conftest import MARA
from tests.gui.asking import nothing_is_asked, press, the_dialog
from tests.storage.journals import abandon, desk_for, work_a_while

Button = QMessageBox.StandardButton


@pytest.fixture(autouse=True)
def closed_at_the_end(qapp):
    """A dialog of one test is not to be found by the next."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, RecoveryDialog):
            widget.reject()


def leave_work(project, path=None):
    origin = Origin(path, save_project(project, path)) if path else None
    desk = work_a_while(desk_for(project, origin))
    if origin is not None:
        desk.journal.keep_base(origin)
    desk.journal.close()
    return abandon(desk.journal.folder), desk.history


def shown_dialog(window, qtbot):
    window.desk.flows.recovery.ask()
    return the_dialog(qtbot, RecoveryDialog)


def offered_in(window, qtbot):
    """The dialog of this window: one of an earlier test may look as well before it goes."""
    qtbot.waitUntil(lambda: window.findChild(RecoveryDialog) is not None)
    return window.findChild(RecoveryDialog)


def journals():
    return set(journals_folder().glob("*"))


def test_at_the_start_it_is_offered_by_itself_with_what_differs(
    unshown_window, qtbot, project, file
):
    leave_work(project, file)
    begin(unshown_window.desk, None)
    unshown_window.show()
    dialog = offered_in(unshown_window, qtbot)
    qtbot.waitUntil(lambda: "Nia" in dialog.details.toPlainText())
    assert dialog.works.item(0).text().startswith("harbour\n")
    assert "6 changes" in dialog.works.item(0).text()


def test_list_and_preview_leave_room_for_the_ring_of_either(window, qtbot, project):
    leave_work(project)
    dialog = shown_dialog(window, qtbot)
    left, right = dialog.works.geometry(), dialog.details.geometry()
    assert right.left() - left.right() > 2 * REACH


def test_a_start_without_unsaved_work_asks_nothing(unshown_window, qtbot):
    with qtbot.waitSignal(unshown_window.desk.flows.recovery.found) as found:
        begin(unshown_window.desk, None)
    assert found.args == [0]
    assert nothing_is_asked()


def test_who_asks_where_there_is_none_is_told(window, qtbot):
    window.desk.flows.recovery.ask()
    qtbot.waitUntil(window.desk.messages.isVisible)
    assert "no unsaved work" in window.desk.messages.text.text()


def test_who_asks_before_the_window_has_looked_by_itself_is_told_as_well(window, qtbot):
    window.desk.flows.recovery.ask()
    window.desk.flows.recovery.look()
    qtbot.waitUntil(window.desk.messages.isVisible)
    assert "no unsaved work" in window.desk.messages.text.text()


def test_brought_back_it_is_unsaved_work_with_its_whole_history(window, qtbot, project, file):
    _folder, history = leave_work(project, file)
    dialog = shown_dialog(window, qtbot)
    qtbot.keyClick(dialog.works, Qt.Key.Key_Return)
    session = window.desk.session
    assert session.document.history == history
    assert session.path == file
    assert session.dirty
    assert window.isWindowModified()
    assert "not saved yet" in window.desk.messages.text.text()
    stack = session.document.undo_stack
    there, last = stack.index(), session.document.project
    while stack.canUndo():
        stack.undo()
    assert session.document.project is session.document.history.base
    assert stack.isClean()
    while stack.canRedo():
        stack.redo()
    assert encode(session.document.project) == encode(history.snapshots[-1])
    stack.setIndex(there)
    assert session.document.project is last


def test_its_journal_stays_until_it_is_saved(window, qtbot, project, file):
    folder, history = leave_work(project, file)
    shown_dialog(window, qtbot).back.click()
    assert len(journals()) == 1
    assert not folder.exists()
    assert find_unsaved().every == ()
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)
    assert open_project(file).project == history.project
    assert len(journals()) == 1
    window.desk.flows.close()
    assert journals() == set()


def test_that_it_is_not_saved_is_said_only_until_it_is(window, qtbot, project, file):
    leave_work(project, file)
    shown_dialog(window, qtbot).back.click()
    assert "not saved yet" in window.desk.messages.text.text()
    assert window.desk.messages.isVisible()
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)
    assert not window.desk.messages.isVisible()


def test_what_else_is_said_meanwhile_outlives_the_save(window, qtbot, project, file):
    leave_work(project, file)
    shown_dialog(window, qtbot).back.click()
    window.desk.messages.tell("Something else")
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)
    assert window.desk.messages.isVisible()


def marked_by(path):
    return json.loads(path.with_name(f".{path.name}.lock").read_text())["number"]


def is_marked(path):
    return path.with_name(f".{path.name}.lock").exists()


def test_its_file_is_marked_as_open_here_once_it_is_back(window, qtbot, project, file):
    leave_work(project, file)
    shown_dialog(window, qtbot).back.click()
    qtbot.waitUntil(lambda: window.desk.session.terms.mark is not None)
    assert marked_by(file) == os.getpid()
    window.desk.session.close()
    qtbot.waitUntil(lambda: not is_marked(file))


def test_a_mark_that_comes_when_it_is_closed_again_is_taken_away(window, qtbot, project, file):
    leave_work(project, file)
    shown_dialog(window, qtbot).back.click()
    window.desk.session.close()
    assert QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: not is_marked(file))
    assert window.desk.session.terms.mark is None


def test_who_has_its_file_open_meanwhile_is_told_and_keeps_the_mark(window, qtbot, project, file):
    leave_work(project, file)
    told = {"computer": "01234567", "name": "studio-3", "number": 4, "began": "0"}
    file.with_name(f".{file.name}.lock").write_text(json.dumps(told))
    shown_dialog(window, qtbot).back.click()
    qtbot.waitUntil(window.desk.sharing.banner.isVisible)
    assert "studio-3" in window.desk.sharing.banner.text.text()
    assert window.desk.session.dirty
    assert marked_by(file) == 4


def test_what_goes_on_after_it_is_kept_too(window, qtbot, project):
    leave_work(project)
    shown_dialog(window, qtbot).back.click()
    window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", "Mara O.")
    there = window.desk.session.document.history
    window.desk.session.keeper.leave_behind()
    abandon(journals().pop())
    (work,) = find_unsaved().work
    assert work.kept.whole
    assert work.kept.history == there


def test_what_is_damaged_at_its_end_stays_beside_the_new_journal(window, qtbot, project, file):
    folder, _history = leave_work(project, file)
    (folder / "count").write_bytes(b"99")
    shown_dialog(window, qtbot).back.click()
    assert len(journals()) == 2
    assert folder in journals()
    window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", "Mara O.")
    there = window.desk.session.document.history
    (newer,) = journals() - {folder}
    assert read_journal(newer).history == there
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)
    qtbot.waitUntil(lambda: journals() == {newer})


def test_what_rests_on_its_file_stands_alone_once_it_is_back(window, qtbot, project, file):
    folder, _history = leave_work(project, file)
    (folder / BASE).unlink()
    shown_dialog(window, qtbot).back.click()
    window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", "Mara O.")
    there = window.desk.session.document.history
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)
    qtbot.waitUntil(lambda: len(journals()) == 1)
    assert read_journal(journals().pop()).history == there


def test_a_save_the_killed_program_could_not_note_any_more_is_noted(window, qtbot, project, file):
    desk = work_a_while(desk_for(project))
    desk.journal.write(saving(file))
    save_project(desk.history.project, file)
    desk.do(set_persona_field(desk.history.project, MARA, "name", "Mara O."))
    desk.journal.close()
    abandon(desk.journal.folder)
    shown_dialog(window, qtbot).back.click()
    assert window.desk.session.path == file
    assert read_journal(journals().pop()).file.file.path == file
    window.desk.session.document.undo_stack.undo()
    assert not window.desk.session.dirty


def test_work_another_window_has_brought_back_is_not_brought_back_twice(window, qtbot, project):
    folder, _history = leave_work(project)
    dialog = shown_dialog(window, qtbot)
    folder.rename(folder.with_name(new_name()))
    dialog.back.click()
    assert window.desk.session.document is None
    assert "Another window" in window.desk.messages.text.text()


def test_never_saved_work_comes_back_without_a_file(window, qtbot, project):
    _folder, history = leave_work(project)
    shown_dialog(window, qtbot).back.click()
    assert window.desk.session.path is None
    assert window.desk.session.document.project == history.project
    assert window.desk.session.dirty


def test_a_file_changed_meanwhile_is_not_written_over(window, qtbot, project, file):
    leave_work(project, file)
    theirs = project.with_items(notes="by somebody else")
    save_project(theirs, file)
    dialog = shown_dialog(window, qtbot)
    qtbot.waitUntil(lambda: "changed since" in dialog.details.toPlainText())
    dialog.back.click()
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.saving)
    assert open_project(file).project == theirs
    assert window.desk.session.dirty


@pytest.mark.parametrize("way", ["escape", "later", "close"])
def test_leaving_it_for_later_deletes_nothing(window, qtbot, project, file, way):
    folder, _history = leave_work(project, file)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    dialog = shown_dialog(window, qtbot)
    if way == "escape":
        qtbot.keyClick(dialog.works, Qt.Key.Key_Escape)
    else:
        (dialog.later.click if way == "later" else dialog.close)()
    assert window.desk.session.document is None
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {name: after[name] for name in before if not name.endswith("-shm")} == {
        name: content for name, content in before.items() if not name.endswith("-shm")
    }
    assert len(find_unsaved().work) == 1


def test_putting_it_away_is_asked_about_first(window, qtbot, project):
    folder, _history = leave_work(project)
    dialog = shown_dialog(window, qtbot)
    dialog.away.click()
    press(qtbot, Button.Cancel)
    assert folder.exists()
    assert dialog.works.count() == 1
    dialog.away.click()
    press(qtbot, Button.Yes)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert find_unsaved().every == ()
    assert len(find_put_away().work) == 1


def test_what_cannot_be_read_is_shown_and_not_brought_back(window, qtbot, project):
    folder, _history = leave_work(project)
    (folder / ENTRIES).write_bytes(b"torn")
    dialog = shown_dialog(window, qtbot)
    assert "damaged from its beginning" in dialog.details.toPlainText()
    assert not dialog.back.isEnabled()
    assert dialog.away.isEnabled()


def test_unsaved_work_on_screen_is_asked_about_before_other_work_comes(open_window, qtbot, project):
    leave_work(project)
    open_window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", "Mara O.")
    before = open_window.desk.session.document
    shown_dialog(open_window, qtbot).back.click()
    press(qtbot, Button.Cancel)
    assert open_window.desk.session.document is before


def test_the_work_on_the_file_that_is_opened_is_chosen(unshown_window, qtbot, project, file):
    leave_work(project, file)
    leave_work(project)
    begin(unshown_window.desk, file)
    unshown_window.show()
    dialog = offered_in(unshown_window, qtbot)
    assert dialog.works.count() == 2
    assert dialog.works.currentItem().text().startswith("harbour\n")


def test_brought_back_and_closed_without_saving_it_is_put_away(window, qtbot, project, file):
    leave_work(project, file)
    shown_dialog(window, qtbot).back.click()
    window.desk.flows.close()
    press(qtbot, Button.Discard)
    qtbot.waitUntil(lambda: journals() == set())
    assert find_unsaved().every == ()
    assert len(find_put_away().work) == 1


def test_the_start_page_offers_it_while_there_is_some(window, qtbot, project):
    page = window.desk.stack.currentWidget()
    assert page.recover_card.isHidden()
    leave_work(project)
    shown_dialog(window, qtbot).later.click()
    qtbot.waitUntil(page.recover_card.isVisible)
    qtbot.mouseClick(page.recover_card, Qt.MouseButton.LeftButton)
    dialog = the_dialog(qtbot, RecoveryDialog)
    dialog.back.click()
    window.desk.session.document.undo_stack.setClean()
    window.desk.flows.close()
    assert window.desk.stack.currentWidget().recover_card.isHidden()


def test_a_project_shown_as_new_and_unsaved_is_kept_at_once(window, qtbot, project):
    window.desk.session.show_unsaved(project)
    window.desk.session.keeper.leave_behind()
    abandon(journals().pop())
    (work,) = find_unsaved().work
    assert work.project == project


def test_closing_with_all_saved_leaves_no_journal(open_window, qtbot, file):
    open_window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", "Mara O.")
    assert len(journals()) == 1
    open_window.desk.flows.save()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    open_window.close()
    qtbot.waitUntil(lambda: journals() == set())
