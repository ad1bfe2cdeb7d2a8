"""Several courses read together in the window, as a person does it."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from personamap.cli.main import main
from personamap.domain.persona import Answer, StatedValue
from personamap.domain.project import Course, Project
from personamap.edits.facets import set_value_starred
from personamap.edits.personas import set_answer
from personamap.gui.app import begin
from personamap.gui.cast.workspace import CastWorkspace
from personamap.gui.catalogue.workspace import CatalogueWorkspace
from personamap.gui.coverage.people_popup import PeoplePopup
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.settings import Preferences
from personamap.gui.window.catalogue_flow import CatalogueFlow
from personamap.services.projects import open_project, save_project
from tests.conftest import IDRIS, LENE, MARA
from tests.gui.asking import the_dialog

OLDEST = Answer(facet="age_band", state="stated", values=(StatedValue(value="55plus"),))


@pytest.fixture
def window(unshown_window, qtbot):
    """The whole window, since courses are opened from there."""
    begin(unshown_window, None)
    qtbot.waitExposed(unshown_window)
    return unshown_window


@pytest.fixture
def second(project, tmp_path):
    """Another course, in which Lene is older than anybody in the first, and Mara is not there."""
    aged = set_value_starred(set_answer(project, LENE, OLDEST), "disability", "none", starred=True)
    people = tuple(person for person in aged.personas if person.id != MARA)
    scenes = tuple(scene.evolve(appearances=()) for scene in aged.scenes)
    path = tmp_path / "second.personamap"
    course = Course(title="Second week")
    save_project(
        aged.with_items(course=course, personas=people, scenes=scenes, relationships=()), path
    )
    return path


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.personamap"
    path.write_bytes(b"Not a project at all.")
    return path


@pytest.fixture
def ask(open_window, qtbot):
    """Show the workspace and wait until everything is read."""

    def asked():
        open_window.offers["show-catalogue"].trigger()
        catalogue = open_window.stack.show_workspace("catalogue")
        assert isinstance(catalogue, CatalogueWorkspace)
        qtbot.waitUntil(lambda: catalogue.settled)
        return catalogue

    return asked


@pytest.fixture
def add(qtbot):
    def added(catalogue, *paths):
        catalogue.courses.added.emit(list(paths))
        qtbot.waitUntil(lambda: catalogue.settled)

    return added


def titles(catalogue):
    return [row.title.text() for row in catalogue.courses.rows]


def cells(catalogue):
    """Every row of the table by its label, as a screen reader says its cells."""
    model = catalogue.together.tabs.seats.model
    return {
        row.label: [model.spoken(model.index(at, c)) for c in range(model.columnCount())]
        for at, row in enumerate(model.rows)
    }


def index_of(catalogue, label, column):
    model = catalogue.together.tabs.seats.model
    at = next(at for at, row in enumerate(model.rows) if row.label == label)
    return model.index(at, column)


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
    document = open_window.session.document
    document.apply("Age", set_answer, LENE, OLDEST)
    catalogue = ask()
    add(catalogue, second.parent)
    assert titles(catalogue) == ["First week", "Second week"]
    assert cells(catalogue)["55 and over"] == [
        "55 and over, First week: 1 person: Lene",
        "55 and over, Second week: 1 person: Lene",
        "55 and over, All: 1 person: Lene",
    ]


def test_the_table_counts_course_beside_course_with_empty_seats(ask, add, second):
    catalogue = ask()
    add(catalogue, second)
    said = cells(catalogue)
    assert list(said) == ["Age band", "16 to 34", "35 to 54", "55 and over", "Disability"]
    assert said["Age band"][0] == "Age band, First week: 2 of 3 say something on it"
    assert said["16 to 34"] == [
        "16 to 34, First week: 1 person: Mara",
        "16 to 34, Second week: nobody",
        "16 to 34, All: 1 person: Mara",
    ]
    model = catalogue.together.tabs.seats.model
    shown = [model.data(index_of(catalogue, "35 to 54", c)) for c in range(3)]
    assert shown == ["1", "1", "1"]
    assert not catalogue.together.tabs.seats.table.grab().isNull()


def test_facets_are_opened_and_closed_from_the_keyboard(ask, add, second, qtbot):
    catalogue = ask()
    add(catalogue, second)
    table = catalogue.together.tabs.seats.table
    table.setCurrentIndex(index_of(catalogue, "Disability", 1))
    qtbot.keyClicks(table, "+")
    assert "Hearing" in cells(catalogue)
    assert table.currentIndex() == index_of(catalogue, "Disability", 1)
    table.setCurrentIndex(index_of(catalogue, "Hearing", 1))
    qtbot.keyClicks(table, "-")
    assert "Hearing" not in cells(catalogue)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert "Hearing" in cells(catalogue)


def test_only_those_count_who_do_what_is_chosen(ask, add, second):
    catalogue = ask()
    add(catalogue, second)
    function = catalogue.together.tabs.seats.function
    function.setCurrentIndex(function.findData("asks"))
    function.activated.emit(function.currentIndex())
    assert cells(catalogue)["16 to 34"][0] == "16 to 34, First week: 1 person: Mara"
    assert cells(catalogue)["35 to 54"][2] == "35 to 54, All: nobody"
    assert cells(catalogue)["Age band"][2] == "Age band, All: 1 of 1 say something on it"


def test_findings_are_told_as_on_the_command_line(ask, add, second, file, capsys):
    catalogue = ask()
    add(catalogue, second)
    main(["check", str(file), str(second)])
    printed = capsys.readouterr().out
    across = catalogue.read.catalogue.across
    cards = catalogue.together.tabs.across.cards
    assert len(cards) == len(across.findings) > 0
    for card, finding in zip(cards, across.findings, strict=True):
        assert card.accessibleName() == finding.text
        assert finding.sentence in printed
    assert catalogue.together.summary.text() in printed


def test_a_finding_says_why_it_matters(ask, add, second, qtbot):
    catalogue = ask()
    add(catalogue, second)
    catalogue.together.tabs.across.cards[0].why.click()
    the_dialog(qtbot, WhyDialog).reject()


def test_who_plays_in_several_courses_is_told(ask, add, second):
    catalogue = ask()
    add(catalogue, second)
    words = [row.accessibleName() for row in catalogue.together.tabs.shared.rows]
    assert words == [
        "Idris plays in First week and Second week.",
        "Lene plays in First week and Second week.",
    ]


def test_the_courses_are_remembered_on_this_computer_and_not_in_the_file(
    ask, add, second, file, project, preferences
):
    add(ask(), second)
    assert Preferences(preferences.file).settings.read_with == {str(file): (str(second),)}
    assert open_project(file).project == project


def test_each_file_has_its_own_courses(ask, add, second, file, open_window, qtbot):
    add(ask(), second)
    open_window.flows.open(second)
    qtbot.waitUntil(lambda: open_window.session.path == second)
    assert titles(ask()) == ["Second week"]
    open_window.flows.open(file)
    qtbot.waitUntil(lambda: open_window.session.path == file)
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
    window.flows.new()
    qtbot.waitUntil(lambda: window.session.document is not None)
    catalogue = window.stack.show_workspace("catalogue")
    qtbot.waitUntil(lambda: catalogue.settled)
    catalogue.add([second])
    qtbot.waitUntil(lambda: catalogue.settled)
    assert preferences.settings.read_with == {}
    path = tmp_path / "new.personamap"
    window.session.save_to(path)
    qtbot.waitUntil(lambda: not window.session.saving)
    assert preferences.settings.read_with == {str(path): (str(second),)}


def test_what_was_changed_elsewhere_in_the_window_is_counted_when_one_comes_back(
    ask, add, second, open_window, qtbot
):
    catalogue = ask()
    add(catalogue, second)
    open_window.stack.show_workspace("cast")
    open_window.session.document.apply("Age", set_answer, LENE, OLDEST)
    open_window.stack.show_workspace("catalogue")
    qtbot.waitUntil(lambda: catalogue.settled)
    assert cells(catalogue)["55 and over"][0] == "55 and over, First week: 1 person: Lene"


def test_another_course_is_opened_and_the_one_before_stays_in_the_list(
    ask, add, second, open_window, qtbot
):
    catalogue = ask()
    add(catalogue, second)
    row = catalogue.courses.rows[1]
    qtbot.mouseDClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() - QPoint(9, 9))
    qtbot.waitUntil(lambda: open_window.session.path == second)
    again = ask()
    assert titles(again) == ["Second week", "First week"]
    assert "On screen" in again.courses.rows[0].words.text()


def choose_in_popup(catalogue, index):
    catalogue.together.tabs.seats.table.setCurrentIndex(index)
    catalogue.together.tabs.seats.table.clicked.emit(index)
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PeoplePopup))
    popup.list.activated.emit(popup.model.index(0))


def test_somebody_on_screen_is_opened_from_their_seat(ask, add, second, open_window, qtbot):
    catalogue = ask()
    add(catalogue, second)
    choose_in_popup(catalogue, index_of(catalogue, "35 to 54", 0))
    cast = open_window.stack.show_workspace("cast")
    assert isinstance(cast, CastWorkspace)
    assert cast.editor.persona_id == IDRIS


def test_somebody_in_another_course_is_opened_there(ask, add, second, open_window, qtbot):
    catalogue = ask()
    add(catalogue, second)
    opened = []
    open_window.findChild(CatalogueFlow).person_asked.connect(opened.append)
    choose_in_popup(catalogue, index_of(catalogue, "55 and over", 1))
    qtbot.waitUntil(lambda: open_window.session.path == second)
    assert opened == [LENE]


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
    qtbot.waitUntil(lambda: not open_window.work.jobs)
    assert titles(catalogue) == ["First week", "Second week"]


def test_the_first_reading_is_stopped_too_and_begun_again(open_window, preferences, second, qtbot):
    preferences.read_with(open_window.session.path, [second])
    catalogue = open_window.stack.show_workspace("catalogue")
    catalogue.head.stop.click()
    assert catalogue.together.empty.isVisible()
    assert "Read again" in catalogue.head.state.text()
    catalogue.head.again.click()
    qtbot.waitUntil(lambda: catalogue.settled and len(titles(catalogue)) == 2)
    assert catalogue.together.tabs.isVisible()


def test_the_keys_are_in_the_table_once_it_is_there(open_window, preferences, second, qtbot):
    preferences.read_with(open_window.session.path, [second])
    open_window.activateWindow()
    qtbot.waitUntil(open_window.isActiveWindow)
    catalogue = open_window.stack.show_workspace("catalogue")
    qtbot.waitUntil(lambda: catalogue.settled)
    assert open_window.focusWidget() is catalogue.together.tabs.seats.table


def test_closing_the_project_while_files_are_read_stops_reading(ask, second, open_window, qtbot):
    ask().add([second])
    open_window.flows.close()
    qtbot.waitUntil(lambda: not open_window.work.jobs)


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
    before = open_window.session.document.project
    add(ask(), second)
    assert open_window.session.document.project is before
    assert not open_window.session.dirty
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


def test_somebody_who_plays_in_several_courses_is_opened_in_any_of_them(
    ask, add, second, open_window, qtbot
):
    catalogue = ask()
    add(catalogue, second)
    links = catalogue.together.tabs.shared.rows[0].findChildren(QPushButton)
    assert [link.text() for link in links] == ["Open in First week", "Open in Second week"]
    links[1].click()
    qtbot.waitUntil(lambda: open_window.session.path == second)
    cast = open_window.stack.show_workspace("cast")
    qtbot.waitUntil(lambda: cast.editor.persona_id == IDRIS)


def test_the_matrix_is_that_of_all_courses_or_of_one(ask, add, second, open_window, qtbot):
    catalogue = ask()
    add(catalogue, second)
    page = catalogue.together.tabs.matrices
    catalogue.together.tabs.setCurrentIndex(1)
    assert [page.course.itemText(at) for at in range(page.course.count())] == [
        "All courses together",
        "First week",
        "Second week",
    ]
    oldest = "55 and over"

    def shows(label):
        return any(line.label == label and line.people for line in page.matrix.model.matrix.rows)

    assert shows(oldest)
    page.course.setCurrentIndex(1)
    page.course.activated.emit(1)
    qtbot.waitUntil(lambda: page.filled)
    assert not shows(oldest)


def test_courses_without_facets_or_people_are_read_all_the_same(ask, add, tmp_path):
    bare = tmp_path / "bare.personamap"
    save_project(Project(), bare)
    catalogue = ask()
    add(catalogue, bare)
    assert titles(catalogue) == ["First week", "bare"]
    assert cells(catalogue)["Age band"][1] == "Age band, bare: this course does not count by it"
    assert len(catalogue.together.tabs.shared.rows) == 0
    assert not catalogue.together.grab().isNull()
