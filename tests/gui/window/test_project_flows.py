import os

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox

from personamap.edits.personas import set_persona_field
from personamap.gui.importing.cast.dialog import ImportCastDialog
from personamap.gui.review.merge_dialog import MergeReviewDialog
from personamap.gui.window.project_flows import dropped_file
from personamap.resources import example
from personamap.services.projects import open_project, save_project
from personamap.storage.temporary import temporary_beside
from tests.conftest import MARA
from tests.gui.asking import choose_file, nothing_is_asked, press, the_dialog
from tests.importers.reviews import review, written

Button = QMessageBox.StandardButton


def rename(window, name):
    window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", name)


def saved_name(path):
    return open_project(path).project.persona(MARA).name


def ctrl(qtbot, window, key):
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def test_a_new_project_is_typed_saved_and_opened_again(window, qtbot, tmp_path):
    ctrl(qtbot, window, Qt.Key.Key_N)
    document = window.desk.session.document
    qtbot.keyClick(
        window,
        Qt.Key.Key_A,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    persona = document.project.personas[0]
    document.apply("Rename", set_persona_field, persona.id, "name", "Noor")
    ctrl(qtbot, window, Qt.Key.Key_S)
    choose_file(qtbot, tmp_path / "night shift")
    qtbot.waitUntil(lambda: window.desk.session.saved_at is not None)
    kept = tmp_path / "night shift.personamap"
    assert open_project(kept).project == document.project
    assert document.undo_stack.isClean()
    assert not window.isWindowModified()
    window.desk.flows.close()
    window.desk.flows.open(kept)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert window.desk.session.document.project.personas[0].name == "Noor"


def test_saving_is_said_only_when_the_file_is_there(open_window, qtbot, file):
    rename(open_window, "Mara Okafor")
    assert open_window.isWindowModified()
    assert "Not saved" in open_window.desk.status.saved.text()
    ctrl(qtbot, open_window, Qt.Key.Key_S)
    assert "Saved" not in open_window.desk.status.saved.text()
    qtbot.waitUntil(lambda: open_window.desk.status.saved.text().startswith("Saved"))
    assert saved_name(file) == "Mara Okafor"


def test_what_is_typed_while_a_save_runs_stays_unsaved(open_window, qtbot, file):
    rename(open_window, "Mara Okafor")
    open_window.desk.flows.save()
    rename(open_window, "Mara O.")
    qtbot.waitUntil(lambda: not open_window.desk.session.saving)
    assert saved_name(file) == "Mara Okafor"
    assert open_window.desk.session.dirty
    open_window.desk.session.document.undo_stack.undo()
    assert open_window.desk.session.dirty


def test_two_saves_in_a_row_leave_the_later_one_on_disk(open_window, qtbot, file):
    rename(open_window, "First")
    open_window.desk.flows.save()
    rename(open_window, "Second")
    open_window.desk.flows.save()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert saved_name(file) == "Second"


@pytest.mark.parametrize("leave", ["close", "new", "open_example"])
def test_unsaved_work_is_asked_about_before_it_goes(open_window, qtbot, leave):
    rename(open_window, "Mara Okafor")
    before = open_window.desk.session.document
    getattr(open_window.desk.flows, leave)()
    press(qtbot, Button.Cancel)
    assert open_window.desk.session.document is before
    assert open_window.desk.session.dirty


def test_do_not_save_lets_it_go(open_window, qtbot, file):
    rename(open_window, "Mara Okafor")
    open_window.desk.flows.close()
    press(qtbot, Button.Discard)
    assert open_window.desk.session.document is None
    assert saved_name(file) == "Mara"


def test_save_saves_first_and_then_goes(open_window, qtbot, file):
    rename(open_window, "Mara Okafor")
    open_window.desk.flows.close()
    press(qtbot, Button.Save)
    qtbot.waitUntil(lambda: open_window.desk.session.document is None)
    assert saved_name(file) == "Mara Okafor"


def test_closing_the_window_asks_too(open_window, qtbot):
    rename(open_window, "Mara Okafor")
    open_window.close()
    assert open_window.isVisible()
    press(qtbot, Button.Discard)
    assert not open_window.isVisible()


def test_nothing_is_asked_when_nothing_is_unsaved(open_window):
    open_window.close()
    assert nothing_is_asked()
    assert not open_window.isVisible()


def test_a_save_that_fails_says_so_and_keeps_everything(open_window, qtbot, file):
    rename(open_window, "Mara Okafor")
    file.unlink()
    file.mkdir()
    open_window.desk.flows.save()
    qtbot.waitUntil(lambda: not open_window.desk.session.saving)
    assert file.name in open_window.desk.messages.text.text()
    assert open_window.desk.session.dirty
    open_window.desk.messages.offer.click()
    choose_file(qtbot, file.with_name("elsewhere.personamap"))
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert saved_name(file.with_name("elsewhere.personamap")) == "Mara Okafor"


def test_that_a_save_failed_is_said_until_one_works(open_window, qtbot, file):
    rename(open_window, "Mara Okafor")
    content = file.read_bytes()
    file.unlink()
    file.mkdir()
    open_window.desk.flows.save()
    qtbot.waitUntil(lambda: not open_window.desk.session.saving)
    assert open_window.desk.messages.isVisible()
    file.rmdir()
    file.write_bytes(content)
    open_window.desk.flows.save()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    assert not open_window.desk.messages.isVisible()


def test_what_a_killed_program_left_beside_a_file_goes_when_it_is_opened(window, qtbot, file):
    mine = temporary_beside(file)
    left = mine.with_name(mine.name.replace(f".{os.getpid()}.", ".999999999."))
    for path in (mine, left):
        path.write_bytes(b"half")
    window.desk.flows.open(file)
    qtbot.waitUntil(lambda: window.desk.session.path == file)
    assert not left.exists()
    assert mine.exists()


def test_a_file_that_may_only_be_read_is_opened_to_be_looked_at(window, qtbot, file, monkeypatch):
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    window.desk.flows.open(file)
    qtbot.waitUntil(window.desk.sharing.banner.isVisible)
    assert "can only be looked at here" in window.desk.sharing.banner.text.text()
    assert window.desk.session.path == file


def test_leaving_stays_when_the_save_fails(open_window, qtbot, file):
    rename(open_window, "Mara Okafor")
    file.unlink()
    file.mkdir()
    open_window.desk.flows.close()
    press(qtbot, Button.Save)
    qtbot.waitUntil(open_window.desk.messages.isVisible)
    assert open_window.desk.session.document.project.persona(MARA).name == "Mara Okafor"


@pytest.mark.parametrize("content", [b"", b"not a project", b"PK\x03\x04 torn"])
def test_a_file_that_cannot_be_opened_leaves_the_present_project(
    open_window, qtbot, tmp_path, content
):
    before = open_window.desk.session.document
    broken = tmp_path / "broken.personamap"
    broken.write_bytes(content)
    open_window.desk.flows.open(broken)
    qtbot.waitUntil(open_window.desk.messages.isVisible)
    assert "broken.personamap" in open_window.desk.messages.text.text()
    assert open_window.desk.session.document is before
    assert broken.read_bytes() == content


def test_a_file_that_is_gone_is_taken_off_the_recent_ones(open_window, qtbot, preferences, file):
    assert preferences.settings.recent == (str(file),)
    file.unlink()
    open_window.desk.flows.open(file)
    qtbot.waitUntil(open_window.desk.messages.isVisible)
    assert preferences.settings.recent == ()


def test_going_on_while_a_file_is_read_is_not_overwritten_by_it(open_window, qtbot, tmp_path):
    other = tmp_path / "other.personamap"
    save_project(open_window.desk.session.document.project, other)
    open_window.desk.flows.open(other)
    rename(open_window, "Mara Okafor")
    qtbot.waitUntil(open_window.desk.messages.isVisible)
    assert open_window.desk.session.document.project.persona(MARA).name == "Mara Okafor"


def test_the_shipped_example_is_never_written_over(window, qtbot, tmp_path):
    shipped = example("onboarding.personamap")
    before = shipped.read_bytes()
    window.desk.flows.open_example()
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    window.desk.flows.save()
    choose_file(qtbot, tmp_path / "mine.personamap")
    qtbot.waitUntil(lambda: window.desk.session.saved_at is not None)
    assert shipped.read_bytes() == before
    assert window.desk.session.path == tmp_path / "mine.personamap"


def test_save_as_does_not_write_into_what_is_shipped(open_window, qtbot):
    shipped = example("onboarding.personamap")
    before = shipped.stat().st_mtime_ns
    open_window.desk.flows._on_place_chosen(shipped, None)
    assert open_window.desk.messages.isVisible()
    assert shipped.stat().st_mtime_ns == before


def test_the_file_dialog_opens_what_is_picked(window, qtbot, file):
    ctrl(qtbot, window, Qt.Key.Key_O)
    choose_file(qtbot, file)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert window.desk.session.path == file


def test_giving_up_the_file_dialog_changes_nothing(open_window, qtbot):
    before = open_window.desk.session.document
    open_window.desk.flows.ask_what_to_open()
    the_dialog(qtbot, QFileDialog).reject()
    assert open_window.desk.session.document is before


def dropped(path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def test_a_project_dropped_on_the_window_opens(window, qtbot, file):
    mime = dropped(file)
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)


@pytest.mark.parametrize(
    ("name", "taken"),
    [("a.csv", True), ("a.XLSX", True), ("a.personamap-review", True), ("a.png", False)],
)
def test_only_projects_tables_and_reviews_can_be_dropped(tmp_path, name, taken):
    assert (dropped_file(dropped(tmp_path / name)) is not None) == taken


def a_table(tmp_path):
    table = tmp_path / "cast.csv"
    table.write_text("Name,Pronouns\nNoor,she/her\nSam,they/them\n")
    return table


def test_a_table_dropped_on_the_start_page_becomes_a_new_project(window, qtbot, tmp_path):
    window.desk.flows.take(a_table(tmp_path))
    dialog = the_dialog(qtbot, ImportCastDialog)
    qtbot.waitUntil(dialog.next.isEnabled)
    dialog.next.click()
    dialog.next.click()
    assert [p.name for p in window.desk.session.document.project.cast] == ["Noor", "Sam"]
    assert window.desk.session.dirty


def test_giving_up_an_import_goes_back_to_the_start_page(window, qtbot, tmp_path):
    window.desk.flows.take(a_table(tmp_path))
    the_dialog(qtbot, ImportCastDialog).reject()
    assert window.desk.session.document is None


def test_giving_up_an_import_leaves_an_open_project(open_window, qtbot, tmp_path):
    before = open_window.desk.session.document
    open_window.desk.flows.take(a_table(tmp_path))
    the_dialog(qtbot, ImportCastDialog).reject()
    assert open_window.desk.session.document is before
    assert not open_window.desk.session.dirty


def test_a_review_that_is_dropped_is_merged_into_the_open_project(open_window, qtbot, tmp_path):
    path = written(tmp_path, review((MARA, "From where?")))
    open_window.desk.flows.take(path)
    dialog = the_dialog(qtbot, MergeReviewDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    dialog.accept_button.click()
    qtbot.waitUntil(open_window.desk.messages.isVisible)
    assert [c.text for c in open_window.desk.session.document.project.comments] == ["From where?"]
    assert "1 comment came in." in open_window.desk.messages.text.text()
    for show in (open_window.desk.messages.offer.click, open_window.offers["comments"].trigger):
        show()
        comments = open_window.desk.stack.currentWidget().comments
        assert comments.isVisible()
        assert [row.words[1] for row in comments.table.rows.rows] == ["From where?"]
        open_window.desk.stack.show_workspace("cast")


def test_a_review_without_a_project_asks_for_one_first(window, tmp_path):
    window.desk.flows.take(written(tmp_path, review((MARA, "x"))))
    assert nothing_is_asked()
    assert "Open the project first" in window.desk.messages.text.text()
