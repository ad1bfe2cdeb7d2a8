"""Which courses the catalogue reads, remembers, and stops reading."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from personamap.domain.persona import Answer, StatedValue
from personamap.edits.personas import set_answer
from personamap.gui.settings import Preferences
from personamap.services.projects import open_project
from tests.conftest import LENE
from tests.gui.asking import the_dialog
from tests.gui.catalogue.looks import cells, titles

OLDEST = Answer(facet="age_band", state="stated", values=(StatedValue(value="55plus"),))


def test_one_course_alone_says_what_belongs_here(ask):
    catalogue = ask()
    assert titles(catalogue) == ["First week"]
    assert "On screen" in catalogue.courses.rows[0].words.text()
    assert catalogue.together.empty.isVisible()
    assert not catalogue.together.tabs.isVisible()
    assert catalogue.courses.rows[0].remove.isHidden()


@pytest.mark.parametrize(
    ("action", "mode"),
    [
        ("add-courses", QFileDialog.FileMode.ExistingFiles),
        ("add-course-folder", QFileDialog.FileMode.Directory),
    ],
)
def test_the_review_menu_leads_to_more_courses_from_anywhere(open_window, qtbot, action, mode):
    open_window.offers[action].trigger()
    chooser = the_dialog(qtbot, QFileDialog)
    assert chooser.fileMode() == mode
    chooser.reject()
    assert open_window.offers["show-catalogue"].isChecked()


def test_chosen_files_are_read_beside_the_course_on_screen(ask, second, qtbot):
    catalogue = ask()
    catalogue.together.choose.click()
    chooser = the_dialog(qtbot, QFileDialog)
    assert chooser.fileMode() == QFileDialog.FileMode.ExistingFiles
    chooser.filesSelected.emit([str(second)])
    chooser.reject()
    qtbot.waitUntil(lambda: titles(catalogue) == ["First week", "Second week"])
    qtbot.waitUntil(lambda: catalogue.settled)
    assert catalogue.together.tabs.isVisible()
    assert catalogue.together.summary.text().startswith("All 2 courses together: 3 people")


def test_a_file_that_cannot_be_read_is_named_with_its_reason_and_the_others_stay(
    ask, add, second, broken
):
    catalogue = ask()
    add(catalogue, broken, second)
    assert titles(catalogue) == ["First week", "Second week", "broken.personamap"]
    row = catalogue.courses.rows[-1]
    assert "is not a personamap project" in row.words.text()
    assert catalogue.head.state.text().startswith("1 file could not be read")
    assert row.open.isHidden()
    row.remove.click()


def test_a_course_is_taken_out_again(ask, add, second, qtbot):
    catalogue = ask()
    add(catalogue, second)
    catalogue.courses.rows[1].remove.click()
    qtbot.waitUntil(lambda: catalogue.settled and titles(catalogue) == ["First week"])
    assert catalogue.together.empty.isVisible()


def test_what_is_not_saved_yet_counts_as_it_is_on_screen(open_window, ask, add, second):
    document = open_window.desk.session.document
    document.apply("Age", set_answer, LENE, OLDEST)
    catalogue = ask()
    add(catalogue, second.parent)
    assert titles(catalogue) == ["First week", "Second week"]
    assert cells(catalogue)["55 and over"] == [
        "55 and over, First week: 1 person: Lene",
        "55 and over, Second week: 1 person: Lene",
        "55 and over, All: 1 person: Lene",
    ]


def test_the_courses_are_remembered_on_this_computer_and_not_in_the_file(
    ask, add, second, file, project, preferences
):
    add(ask(), second)
    assert Preferences(preferences.file).settings.read_with == {str(file): (str(second),)}
    assert open_project(file).project == project


def test_each_file_has_its_own_courses(ask, add, second, file, open_window, qtbot):
    add(ask(), second)
    open_window.desk.flows.open(second)
    qtbot.waitUntil(lambda: open_window.desk.session.path == second)
    assert titles(ask()) == ["Second week"]
    open_window.desk.flows.open(file)
    qtbot.waitUntil(lambda: open_window.desk.session.path == file)
    assert titles(ask()) == ["First week", "Second week"]


def test_a_folder_is_remembered_with_the_courses_that_come_later(ask, add, second, file, qtbot):
    catalogue = ask()
    add(catalogue, second.parent)
    (second.parent / "third.personamap").write_bytes(second.read_bytes())
    catalogue.head.again.click()
    qtbot.waitUntil(lambda: catalogue.settled and len(titles(catalogue)) == 3)
    assert catalogue.chosen == (second.parent,)


def test_a_course_of_a_folder_is_taken_out_and_the_others_stay(ask, add, second, qtbot):
    (second.parent / "third.personamap").write_bytes(second.read_bytes())
    catalogue = ask()
    add(catalogue, second.parent)
    next(r for r in catalogue.courses.rows if r.path == second).remove.click()
    qtbot.waitUntil(lambda: catalogue.settled and len(titles(catalogue)) == 2)
    assert second not in catalogue.chosen


def test_the_courses_of_a_project_that_is_not_saved_yet_are_kept_once_it_is(
    window, second, tmp_path, preferences, qtbot
):
    window.desk.flows.new()
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    catalogue = window.desk.stack.show_workspace("catalogue")
    qtbot.waitUntil(lambda: catalogue.settled)
    catalogue.add([second])
    qtbot.waitUntil(lambda: catalogue.settled)
    assert preferences.settings.read_with == {}
    path = tmp_path / "new.personamap"
    window.desk.session.save_to(path)
    qtbot.waitUntil(lambda: not window.desk.session.saving)
    assert preferences.settings.read_with == {str(path): (str(second),)}


def test_what_was_changed_elsewhere_in_the_window_is_counted_when_one_comes_back(
    ask, add, second, open_window, qtbot
):
    catalogue = ask()
    add(catalogue, second)
    open_window.desk.stack.show_workspace("cast")
    open_window.desk.session.document.apply("Age", set_answer, LENE, OLDEST)
    open_window.desk.stack.show_workspace("catalogue")
    qtbot.waitUntil(lambda: catalogue.settled)
    assert cells(catalogue)["55 and over"][0] == "55 and over, First week: 1 person: Lene"


def test_reading_is_stopped_and_what_was_read_before_stays(
    ask, add, second, broken, open_window, qtbot
):
    catalogue = ask()
    add(catalogue, second)
    catalogue.add([broken])
    assert catalogue.head.stop.isVisible()
    assert not catalogue.courses.isEnabled()
    catalogue.head.stop.click()
    assert catalogue.settled
    assert "stopped" in catalogue.head.state.text()
    qtbot.waitUntil(lambda: not open_window.desk.work.jobs)
    assert titles(catalogue) == ["First week", "Second week"]


def test_the_first_reading_is_stopped_too_and_begun_again(open_window, preferences, second, qtbot):
    preferences.read_with(open_window.desk.session.path, [second])
    catalogue = open_window.desk.stack.show_workspace("catalogue")
    catalogue.head.stop.click()
    assert catalogue.together.empty.isVisible()
    assert "Read again" in catalogue.head.state.text()
    catalogue.head.again.click()
    qtbot.waitUntil(lambda: catalogue.settled and len(titles(catalogue)) == 2)
    assert catalogue.together.tabs.isVisible()


def test_the_keys_are_in_the_table_once_it_is_there(open_window, preferences, second, qtbot):
    preferences.read_with(open_window.desk.session.path, [second])
    open_window.activateWindow()
    qtbot.waitUntil(open_window.isActiveWindow)
    catalogue = open_window.desk.stack.show_workspace("catalogue")
    qtbot.waitUntil(lambda: catalogue.settled)
    assert open_window.focusWidget() is catalogue.together.tabs.seats.table


def test_closing_the_project_while_files_are_read_stops_reading(ask, second, open_window, qtbot):
    ask().add([second])
    open_window.desk.flows.close()
    qtbot.waitUntil(lambda: not open_window.desk.work.jobs)


def test_files_and_folders_are_dropped_on_it(ask, second, tmp_path, qtbot):
    catalogue = ask()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(second.parent)), QUrl("https://example.org/a.html")])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    catalogue.dropEvent(event)
    qtbot.waitUntil(
        lambda: catalogue.settled and titles(catalogue) == ["First week", "Second week"]
    )


def test_the_course_on_screen_is_not_touched_by_reading(ask, add, second, open_window, file):
    before = open_window.desk.session.document.project
    add(ask(), second)
    assert open_window.desk.session.document.project is before
    assert not open_window.desk.session.dirty
    assert open_project(file).project == before


def test_the_tab_key_meets_every_course_in_reading_order(ask, add, second):
    catalogue = ask()
    add(catalogue, second)
    row = catalogue.courses.rows[1]
    way = [catalogue.courses.folder]
    for _step in range(2):
        following = way[-1].nextInFocusChain()
        while following.focusPolicy() == Qt.FocusPolicy.NoFocus or following.isHidden():
            following = following.nextInFocusChain()
        way.append(following)
    assert way[1:3] == [row.open, row.remove]
