"""Going back to an older copy: what it shows, what it does, and that no file is touched."""

import pytest
from PySide6.QtCore import Qt

from personamap.domain.project import Course
from personamap.gui.backups.older_copies_dialog import OlderCopiesDialog
from personamap.services.backups import keep_project
from personamap.services.projects import save_project
from personamap.storage.backups import older_copies
from personamap.storage.codec import encode


@pytest.fixture
def of(tmp_path, project):
    path = tmp_path / "course.personamap"
    save_project(project, path)
    return path


@pytest.fixture
def shown(dressed, qtbot, of):
    def show(present):
        dialog = OlderCopiesDialog(of, present)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.progress.isHidden)
        return dialog

    return show


def titled(project, title):
    return project.with_items(course=Course(title=title))


def test_copies_stand_there_with_time_occasion_people_and_size(shown, qtbot, of, project):
    keep_project(titled(project, "Older"), of, "import")
    dialog = shown(project)
    qtbot.waitUntil(dialog.restore.isEnabled)
    time, note = dialog.versions.item(0).text().split("\n")
    assert ", " in time
    assert note.startswith("before an import · 3 people · ")
    told = dialog.details.toPlainText()
    assert "Compared with what is on screen:\nThe course changed." in told
    assert "Before: First week\nAfter: Older" in told


def test_enter_restores_the_copy_that_is_shown(shown, of, project, qtbot):
    keep_project(titled(project, "Older"), of, "import")
    dialog = shown(project)
    qtbot.waitUntil(dialog.restore.isEnabled)
    with qtbot.waitSignal(dialog.restored) as told:
        qtbot.keyClick(dialog.versions, Qt.Key.Key_Return)
    assert told.args == [titled(project, "Older")]
    assert dialog.isHidden()


def test_escape_changes_nothing(shown, of, project, qtbot):
    keep_project(titled(project, "Older"), of, "import")
    before = of.read_bytes()
    dialog = shown(project)
    with qtbot.assertNotEmitted(dialog.restored):
        qtbot.keyClick(dialog.versions, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert of.read_bytes() == before


def test_what_equals_the_screen_cannot_be_restored(shown, qtbot, of, project):
    keep_project(project, of, "import")
    dialog = shown(project)
    qtbot.waitUntil(dialog.as_new.isEnabled)
    assert not dialog.restore.isEnabled()
    assert dialog.restore.toolTip() == "Nothing would change."


def test_without_copies_it_says_when_one_is_kept(shown, project):
    dialog = shown(project)
    assert dialog.notes.text().startswith("There is none yet. A copy is kept before")
    assert dialog.halves.isHidden()
    assert not dialog.restore.isEnabled()
    assert dialog.cancel.text() == "&Close"


def test_of_a_damaged_file_a_whole_copy_is_chosen_before_what_lost_something(
    shown, qtbot, of, project
):
    keep_project(project, of, "import")
    data = encode(project)
    of.write_bytes(data[: len(data) * 3 // 4])
    dialog = shown(None)
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert dialog.title.text() == "“course” does not open"
    assert dialog.versions.item(0).text() == "What is whole in the damaged file"
    assert dialog.versions.currentRow() == 1
    assert dialog.as_new.isHidden()
    assert dialog.restore.text() == "&Bring back"


def test_what_lost_nothing_is_chosen_before_any_copy(shown, qtbot, of, project):
    keep_project(titled(project, "Older"), of, "import")
    of.write_bytes(of.read_bytes()[:-30])
    dialog = shown(None)
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert dialog.versions.currentRow() == 0
    assert "Nothing in it is lost." in dialog.details.toPlainText()
    assert "Compared with the older copy of" in dialog.details.toPlainText()


def test_a_copy_that_was_damaged_itself_says_so_and_is_not_brought_back(shown, qtbot, of, project):
    keep_project(titled(project, "Older"), of, "import")
    (copy,) = older_copies(of)
    copy.path.write_bytes(b"PK")
    dialog = shown(project)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "no longer what was kept" in dialog.problem.text()
    assert not dialog.restore.isEnabled()
