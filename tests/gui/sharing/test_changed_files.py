"""A file that is not what it was when it was read: asked about before anything is written."""

import os

import pytest
from PySide6.QtWidgets import QMessageBox

from personamap.edits.course import set_course
from personamap.edits.personas import set_persona_field
from personamap.gui.comparing.dialog import CompareDialog
from personamap.gui.sharing.changed_question import ChangedQuestion
from personamap.services.projects import open_project, save_project
from personamap.storage.backups import older_copies, read_copy
from tests.conftest import MARA
from tests.gui.asking import choose_file, nothing_is_asked, press, the_dialog


def rename(window, name):
    window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", name)


def saved_name(path):
    return open_project(path).project.persona(MARA).name


@pytest.fixture
def theirs(open_window, file, project):
    """What somebody else has saved while the file was open here, and an unsaved change here."""
    save_project(set_persona_field(project, MARA, "name", "Theirs"), file)
    rename(open_window, "Mine")
    return file.read_bytes()


@pytest.fixture
def dialog(open_window, qtbot, theirs):
    """The question that follows when the window saves."""
    open_window.desk.flows.save()
    return the_dialog(qtbot, ChangedQuestion)


def test_nothing_is_written_before_an_answer(open_window, qtbot, file, theirs, dialog):
    assert file.read_bytes() == theirs
    dialog.reject()
    assert file.read_bytes() == theirs
    assert open_window.desk.session.dirty
    assert open_window.desk.session.document.project.persona(MARA).name == "Mine"


@pytest.fixture
def comparison(qtbot, dialog):
    """What opens when people want to see first what differs, once it has been read."""
    dialog.answers["compare"].click()
    compare = the_dialog(qtbot, CompareDialog)
    qtbot.waitUntil(lambda: not compare.reading.busy)
    return compare


def test_what_differs_is_compared_through_what_was_read_here(file, comparison):
    assert comparison.head.title.text() == "“harbour” on screen and “harbour.personamap”"
    assert comparison.head.base.text().startswith("Both come from the file as it was last read")
    assert comparison.view.detail.mine.toPlainText() == "Mine"
    assert comparison.view.detail.theirs.toPlainText() == "Theirs"
    assert comparison.view.detail.before.toPlainText() == "Mara"


def test_what_is_brought_in_is_saved_once_their_version_is_kept(
    open_window, qtbot, file, theirs, comparison
):
    comparison.view.choose("theirs")
    comparison.foot.bring.click()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert saved_name(file) == "Theirs"
    assert read_copy(older_copies(file)[0]) == theirs
    assert "Both versions are in the file now" in open_window.desk.messages.text.text()
    open_window.desk.session.document.undo_stack.undo()
    assert open_window.desk.session.document.project.persona(MARA).name == "Mine"
    assert nothing_is_asked()


def test_what_was_saved_while_both_were_compared_is_asked_about_again(
    open_window, qtbot, file, project, comparison
):
    save_project(set_persona_field(project, MARA, "name", "Third"), file)
    comparison.view.choose("theirs")
    comparison.foot.bring.click()
    the_dialog(qtbot, ChangedQuestion)
    assert saved_name(file) == "Third"
    assert open_window.desk.session.dirty


def test_who_goes_back_from_comparing_is_asked_again(open_window, qtbot, file, theirs, comparison):
    comparison.reject()
    again = the_dialog(qtbot, ChangedQuestion)
    again.reject()
    assert file.read_bytes() == theirs
    assert open_window.desk.session.document.project.persona(MARA).name == "Mine"


def test_overwriting_keeps_their_version_first(open_window, qtbot, file, theirs, dialog):
    dialog.answers["overwrite"].click()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert saved_name(file) == "Mine"
    assert read_copy(older_copies(file)[0]) == theirs
    rename(open_window, "Mine again")
    open_window.desk.flows.save()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert saved_name(file) == "Mine again"
    assert nothing_is_asked()


def test_who_overwrites_is_asked_again_about_what_came_meanwhile(
    open_window, qtbot, file, project, dialog
):
    save_project(set_persona_field(project, MARA, "name", "Third"), file)
    dialog.answers["overwrite"].click()
    qtbot.waitUntil(lambda: not open_window.desk.session.saving)
    assert saved_name(file) == "Third"
    again = the_dialog(qtbot, ChangedQuestion)
    again.answers["overwrite"].click()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert saved_name(file) == "Mine"
    assert older_copies(file)[0].reason == "overwriting"


def test_save_as_leaves_their_file(open_window, qtbot, file, theirs, dialog):
    elsewhere = file.with_name("mine.personamap")
    dialog.answers["save-as"].click()
    choose_file(qtbot, elsewhere)
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert saved_name(elsewhere) == "Mine"
    assert file.read_bytes() == theirs


def test_save_as_into_the_same_file_asks_as_well(open_window, qtbot, file, theirs, dialog):
    dialog.reject()
    open_window.desk.flows._on_place_chosen(file, None)
    the_dialog(qtbot, ChangedQuestion).reject()
    assert file.read_bytes() == theirs
    assert open_window.desk.session.dirty


def test_closing_goes_on_after_the_answer(open_window, qtbot, file, theirs):
    open_window.desk.flows.close()
    press(qtbot, QMessageBox.StandardButton.Save)
    the_dialog(qtbot, ChangedQuestion).answers["overwrite"].click()
    qtbot.waitUntil(lambda: open_window.desk.session.document is None)
    assert saved_name(file) == "Mine"


def test_the_same_size_and_time_hide_no_change(open_window, qtbot, file, project):
    before = file.stat()
    changed = bytearray(file.read_bytes())
    changed[-1] ^= 1
    file.write_bytes(changed)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    rename(open_window, "Mine")
    open_window.desk.flows.save()
    the_dialog(qtbot, ChangedQuestion)
    assert file.read_bytes() == changed


@pytest.fixture
def gone(open_window, qtbot, file):
    """The question that follows when the file is gone."""
    file.rename(file.with_name("renamed.personamap"))
    rename(open_window, "Mine")
    open_window.desk.flows.save()
    return the_dialog(qtbot, ChangedQuestion)


def test_a_file_that_was_renamed_is_not_written_again_unasked(open_window, file, gone):
    assert "no longer where it was" in gone.text()
    assert not file.exists()
    gone.reject()
    assert not file.exists()
    assert open_window.desk.session.dirty


def test_a_file_that_is_gone_can_be_saved_there_again(open_window, qtbot, file, gone):
    gone.answers["overwrite"].click()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert saved_name(file) == "Mine"
    assert saved_name(file.with_name("renamed.personamap")) == "Mara"


def test_what_has_come_there_meanwhile_is_not_written_over(open_window, qtbot, file, gone, project):
    save_project(set_course(project, title="New"), file)
    gone.answers["overwrite"].click()
    qtbot.waitUntil(open_window.desk.messages.isVisible)
    assert "already there" in open_window.desk.messages.text.text()
    assert open_project(file).project.course.title == "New"
    assert open_window.desk.session.dirty


def test_where_the_folder_has_moved_the_work_stays_and_is_saved_elsewhere(
    window, qtbot, project, tmp_path
):
    folder = tmp_path / "course"
    folder.mkdir()
    file = folder / "harbour.personamap"
    save_project(project, file)
    window.desk.flows.open(file)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    folder.rename(tmp_path / "moved")
    rename(window, "Mine")
    window.desk.flows.save()
    qtbot.waitUntil(window.desk.messages.isVisible)
    assert "its folder is gone" in window.desk.messages.text.text()
    assert not folder.exists()
    assert window.desk.session.dirty
    window.desk.messages.offer.click()
    elsewhere = tmp_path / "moved" / "mine.personamap"
    choose_file(qtbot, elsewhere)
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)
    assert saved_name(elsewhere) == "Mine"
