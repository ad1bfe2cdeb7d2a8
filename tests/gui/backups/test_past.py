"""Older copies in the window: when one is kept, how to go back, and what never happens."""

import errno

import pytest
from PySide6.QtCore import Qt

from personamap.domain.persona import Persona
from personamap.edits.course import set_course
from personamap.gui.backups.older_copies_dialog import OlderCopiesDialog
from personamap.gui.cast.workspace import CastWorkspace
from personamap.services.backups import keep_file, open_copy
from personamap.services.projects import open_project
from personamap.storage import backups
from personamap.storage.backups import older_copies
from personamap.storage.codec import encode
from tests.gui.asking import the_dialog


@pytest.fixture
def full_disk(monkeypatch):
    def full(_place, _data, _mode):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(backups, "write_and_sync", full)


def retitle(window, title):
    window.desk.session.document.apply("Title", set_course, title=title)


def save(window, qtbot):
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)


def go_back(window, qtbot):
    window.offers["older-copies"].trigger()
    dialog = the_dialog(qtbot, OlderCopiesDialog)
    qtbot.waitUntil(dialog.restore.isEnabled)
    return dialog


def bring_back(window, qtbot, file, told):
    window.desk.flows.open(file)
    qtbot.waitUntil(lambda: told in window.desk.messages.text.text())
    window.desk.messages.offer.click()
    dialog = the_dialog(qtbot, OlderCopiesDialog)
    qtbot.waitUntil(dialog.restore.isEnabled)
    qtbot.keyClick(dialog.versions, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)


def test_the_first_save_of_a_session_keeps_what_stood_in_the_file(
    open_window, qtbot, file, project
):
    for title in ("One", "Two", "Three"):
        retitle(open_window, title)
        save(open_window, qtbot)
    (copy,) = older_copies(file)
    assert open_copy(copy).project == project
    assert open_project(file).project.course.title == "Three"


def test_restoring_is_one_step_that_can_be_undone_and_keeps_unsaved_work(
    open_window, qtbot, file, project
):
    keep_file(file, "first-save")
    retitle(open_window, "Unsaved")
    document, before = open_window.desk.session.document, file.read_bytes()
    go_back(open_window, qtbot).restore.click()
    qtbot.waitUntil(lambda: document.project == project)
    assert open_window.desk.session.dirty
    assert file.read_bytes() == before
    assert open_copy(older_copies(file)[0]).project.course.title == "Unsaved"
    document.undo_stack.undo()
    assert document.project.course.title == "Unsaved"


def test_a_copy_can_be_opened_as_a_project_of_its_own(open_window, qtbot, file, project):
    keep_file(file, "first-save")
    retitle(open_window, "Saved")
    save(open_window, qtbot)
    before = file.read_bytes()
    go_back(open_window, qtbot).as_new.click()
    qtbot.waitUntil(lambda: open_window.desk.session.path is None)
    assert open_window.desk.session.document.project == project
    assert open_window.desk.session.dirty
    assert file.read_bytes() == before


def test_deleting_several_people_keeps_a_copy_first(open_window, qtbot, file):
    retitle(open_window, "Before")
    qtbot.waitUntil(lambda: open_window.findChild(CastWorkspace) is not None)
    cast = open_window.findChild(CastWorkspace)
    cast.wall.selectAll()
    cast.person_actions.delete.trigger()
    document = open_window.desk.session.document
    qtbot.waitUntil(lambda: not document.project.personas)
    (copy,) = older_copies(file)
    kept = open_copy(copy).project
    assert copy.reason == "removal"
    assert (kept.course.title, len(kept.personas)) == ("Before", 3)


def test_a_full_disk_stops_copies_which_is_said_once_and_stops_nothing_else(
    open_window, qtbot, file, full_disk
):
    said = []
    open_window.desk.session.copies.troubled.connect(said.append)
    done = []
    open_window.desk.session.document.after_copy("import", lambda: done.append(list(said)))
    qtbot.waitUntil(lambda: bool(done))
    assert done[0][0].startswith("No older copy of “harbour.personamap” could be kept: the disk is")
    retitle(open_window, "Saved all the same")
    save(open_window, qtbot)
    assert open_project(file).project.course.title == "Saved all the same"
    assert len(said) == 1


def test_a_damaged_file_stays_as_it_is_and_its_older_copy_comes_back_unsaved(
    window, qtbot, file, project
):
    keep_file(file, "first-save")
    data = file.read_bytes()
    damaged = data[: len(data) // 2]
    file.write_bytes(damaged)
    bring_back(window, qtbot, file, "opens: 3 people")
    assert window.desk.session.document.project == project
    assert window.desk.session.path is None
    assert window.desk.session.dirty
    assert file.read_bytes() == damaged


def test_of_a_damaged_file_without_copies_what_is_whole_comes_back(window, qtbot, file, project):
    damaged = file.read_bytes()[:-30]
    file.write_bytes(damaged)
    bring_back(window, qtbot, file, "Whole in the file itself: 3 people")
    assert window.desk.session.document.project == project
    assert file.read_bytes() == damaged


def test_a_file_in_which_nothing_is_whole_is_only_refused(window, qtbot, tmp_path):
    path = tmp_path / "letter.personamap"
    path.write_bytes(b"Dear all")
    window.desk.flows.open(path)
    qtbot.waitUntil(window.desk.messages.isVisible)
    assert not window.desk.messages.offers
    assert "another kind of content" in window.desk.messages.text.text()


def test_shared_ids_are_told_and_the_file_stays_until_it_is_saved(window, qtbot, file, project):
    again = Persona(id=project.personas[0].id, name="Another")
    before = encode(project.with_items(personas=(*project.personas, again)))
    file.write_bytes(before)
    window.desk.flows.open(file)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert "two items each had one of these ids: per-mara" in window.desk.messages.text.text()
    assert window.desk.session.document.project.personas[-1].id == "per-mara-2"
    assert file.read_bytes() == before
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.saving)
    assert open_project(file).shared_ids == ()
    assert older_copies(file)[0].path.read_bytes() == before


def test_a_project_in_no_file_has_no_older_copies_and_says_so(window):
    window.desk.flows.new()
    window.offers["older-copies"].trigger()
    assert "in no file of yours yet" in window.desk.messages.text.text()
    done = []
    window.desk.session.document.after_copy("import", lambda: done.append(True))
    assert done == [True]
