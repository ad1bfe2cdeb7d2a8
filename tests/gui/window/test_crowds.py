"""More people than the window works with: wherever they come from, it is said and none comes."""

import pytest

from personamap.domain.persona import Persona
from personamap.edits.personas import add_persona
from personamap.gui.backups.older_copies_dialog import OlderCopiesDialog
from personamap.gui.comparing.flow import compare_with
from personamap.gui.importing.cast.dialog import ImportCastDialog
from personamap.gui.importing.people.dialog import BringPeopleDialog
from personamap.gui.recovery.dialog import RecoveryDialog
from personamap.services import crowds
from personamap.services.backups import keep_project
from personamap.services.projects import save_project
from tests.gui.asking import the_dialog
from tests.gui.recovery.test_recovery import journals, leave_work

NOOR = Persona(id="per-noor", name="Noor")


@pytest.fixture(autouse=True)
def three_at_most(monkeypatch):
    """As many as the small project has."""
    monkeypatch.setattr(crowds, "MOST_PEOPLE", 3)


@pytest.fixture
def four(project, tmp_path):
    path = tmp_path / "four.personamap"
    save_project(add_persona(project, NOOR), path)
    return path


def test_an_edit_adds_nobody(open_window):
    document = open_window.desk.session.document
    before = document.project
    document.apply("Add", add_persona, NOOR)
    assert document.project is before
    assert not document.undo_stack.count()
    said = open_window.desk.messages.text.text()
    assert said.startswith("With these there would be 4 people, and the window works with up to 3.")


def test_a_table_is_refused_before_anything_comes_in(open_window, qtbot, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("Name,Team\nAnn,Red\n")
    document = open_window.desk.session.document
    dialog = ImportCastDialog.ask(document, table, open_window)
    qtbot.waitUntil(lambda: "there would be 4 people" in dialog.columns.problem.text())
    assert not dialog.next.isEnabled()


def test_a_file_that_has_more_brings_nobody_over(open_window, qtbot, four):
    dialog = BringPeopleDialog.ask(open_window.desk.session.document, four, open_window)
    qtbot.waitUntil(lambda: "has 4 people" in dialog.start.problem.text())


def test_of_a_file_only_as_many_come_as_there_is_room_for(open_window, qtbot, project, tmp_path):
    path = tmp_path / "one.personamap"
    save_project(project.with_items(personas=(NOOR,)), path)
    dialog = BringPeopleDialog.ask(open_window.desk.session.document, path, open_window)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.page)
    assert "there would be 4 people" in dialog.page.left_behind.text()
    assert not dialog.next.isEnabled()
    dialog.page.people.tick(())
    assert dialog.page.left_behind.isHidden()


def test_a_merge_brings_nothing_in(open_window, qtbot, four):
    before = open_window.desk.session.document.project
    dialog = compare_with(open_window, open_window.desk.session, four)
    qtbot.waitUntil(lambda: not dialog.reading.busy)
    dialog.foot.bring.click()
    qtbot.waitUntil(lambda: "there would be 4 people" in dialog.head.problem.text())
    assert dialog.body.isEnabled()
    assert open_window.desk.session.document.project is before


def test_unsaved_work_stays_where_it_is(window, qtbot, project):
    leave_work(add_persona(add_persona(project, NOOR), Persona(id="per-ola")))
    kept = journals()
    window.desk.flows.recovery.ask()
    the_dialog(qtbot, RecoveryDialog).back.click()
    qtbot.waitUntil(lambda: "It stays where it is" in window.desk.messages.text.text())
    assert window.desk.session.document is None
    assert journals() == kept


@pytest.mark.parametrize("way", ["restore", "as_new"])
def test_an_older_copy_stays_a_copy(open_window, qtbot, project, file, way):
    keep_project(add_persona(project, NOOR), file, "first-save")
    before = open_window.desk.session.document.project
    open_window.offers["older-copies"].trigger()
    dialog = the_dialog(qtbot, OlderCopiesDialog)
    qtbot.waitUntil(dialog.restore.isEnabled)
    getattr(dialog, way).click()
    qtbot.waitUntil(lambda: "It stays where it is" in open_window.desk.messages.text.text())
    assert open_window.desk.session.document.project is before
