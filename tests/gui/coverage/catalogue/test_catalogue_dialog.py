"""Several courses read together in the window, as a person does it."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from personamap.cli.main import main
from personamap.domain.persona import Answer, StatedValue
from personamap.domain.project import Course, Project
from personamap.edits.facets import set_value_starred
from personamap.edits.personas import set_answer
from personamap.gui.app import begin
from personamap.gui.cast.workspace import CastWorkspace
from personamap.gui.coverage.catalogue.dialog import CatalogueDialog
from personamap.gui.coverage.catalogue.flow import CatalogueFlow
from personamap.gui.coverage.people_popup import PeoplePopup
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.services.projects import open_project, save_project
from tests.conftest import IDRIS, LENE, MARA
from tests.gui.asking import the_dialog

OLDEST = Answer(facet="age_band", state="stated", values=(StatedValue(value="55plus"),))


@pytest.fixture
def window(unshown_window, qtbot):
    """The whole window, since the dialog opens over any workspace."""
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
    """Open the dialog and wait until everything is read."""

    def asked():
        open_window.offers["catalogue"].trigger()
        dialog = the_dialog(qtbot, CatalogueDialog)
        qtbot.waitUntil(lambda: dialog.settled)
        return dialog

    return asked


@pytest.fixture
def add(qtbot):
    def added(dialog, *paths):
        dialog.courses.added.emit(list(paths))
        qtbot.waitUntil(lambda: dialog.settled)

    return added


def titles(dialog):
    return [row.title.text() for row in dialog.courses.rows]


def cells(dialog):
    """Every row of the table by its label, as a screen reader says its cells."""
    model = dialog.together.seats.model
    return {
        row.label: [model.spoken(model.index(at, c)) for c in range(model.columnCount())]
        for at, row in enumerate(model.rows)
    }


def index_of(dialog, label, column):
    model = dialog.together.seats.model
    at = next(at for at, row in enumerate(model.rows) if row.label == label)
    return model.index(at, column)


def test_one_course_alone_says_what_belongs_here(ask):
    dialog = ask()
    assert titles(dialog) == ["First week"]
    assert "On screen" in dialog.courses.rows[0].words.text()
    assert dialog.together.empty.isVisible()
    assert not dialog.together.tabs.isVisible()
    assert dialog.courses.rows[0].remove.isHidden()


def test_the_head_of_coverage_leads_here(open_window, qtbot):
    workspace = open_window.stack.show_workspace("coverage")
    next(b for b in workspace.head.buttons if "other courses" in b.text()).click()
    dialog = the_dialog(qtbot, CatalogueDialog)
    qtbot.waitUntil(lambda: dialog.settled)


def test_chosen_files_are_read_beside_the_course_on_screen(ask, second, qtbot):
    dialog = ask()
    dialog.together.choose.click()
    chooser = the_dialog(qtbot, QFileDialog)
    assert chooser.fileMode() == QFileDialog.FileMode.ExistingFiles
    chooser.filesSelected.emit([str(second)])
    chooser.reject()
    qtbot.waitUntil(lambda: titles(dialog) == ["First week", "Second week"])
    qtbot.waitUntil(lambda: dialog.settled)
    assert dialog.together.tabs.isVisible()
    assert dialog.together.summary.text().startswith("All 2 courses together: 3 people")


def test_a_file_that_cannot_be_read_is_named_with_its_reason_and_the_others_stay(
    ask, add, second, broken
):
    dialog = ask()
    add(dialog, broken, second)
    assert titles(dialog) == ["First week", "Second week", "broken.personamap"]
    row = dialog.courses.rows[-1]
    assert "is not a personamap project" in row.words.text()
    assert row.open.isHidden()
    row.remove.click()


def test_a_course_is_taken_out_again(ask, add, second, qtbot):
    dialog = ask()
    add(dialog, second)
    dialog.courses.rows[1].remove.click()
    qtbot.waitUntil(lambda: dialog.settled and titles(dialog) == ["First week"])
    assert dialog.together.empty.isVisible()


def test_what_is_not_saved_yet_counts_as_it_is_on_screen(open_window, ask, add, second):
    document = open_window.session.document
    document.apply("Age", set_answer, LENE, OLDEST)
    dialog = ask()
    add(dialog, second.parent)
    assert titles(dialog) == ["First week", "Second week"]
    assert cells(dialog)["55 and over"] == [
        "55 and over, First week: 1 person: Lene",
        "55 and over, Second week: 1 person: Lene",
        "55 and over, All: 1 person: Lene",
    ]


def test_the_table_counts_course_beside_course_with_empty_seats(ask, add, second):
    dialog = ask()
    add(dialog, second)
    said = cells(dialog)
    assert list(said) == ["Age band", "16 to 34", "35 to 54", "55 and over", "Disability"]
    assert said["Age band"][0] == "Age band, First week: 2 of 3 say something on it"
    assert said["16 to 34"] == [
        "16 to 34, First week: 1 person: Mara",
        "16 to 34, Second week: nobody",
        "16 to 34, All: 1 person: Mara",
    ]
    model = dialog.together.seats.model
    shown = [model.data(index_of(dialog, "35 to 54", c)) for c in range(3)]
    assert shown == ["1", "1", "1"]
    assert not dialog.together.seats.table.grab().isNull()


def test_facets_are_opened_and_closed_from_the_keyboard(ask, add, second, qtbot):
    dialog = ask()
    add(dialog, second)
    table = dialog.together.seats.table
    table.setCurrentIndex(index_of(dialog, "Disability", 1))
    qtbot.keyClicks(table, "+")
    assert "Hearing" in cells(dialog)
    assert table.currentIndex() == index_of(dialog, "Disability", 1)
    table.setCurrentIndex(index_of(dialog, "Hearing", 1))
    qtbot.keyClicks(table, "-")
    assert "Hearing" not in cells(dialog)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert "Hearing" in cells(dialog)


def test_only_those_count_who_do_what_is_chosen(ask, add, second):
    dialog = ask()
    add(dialog, second)
    function = dialog.together.seats.function
    function.setCurrentIndex(function.findData("asks"))
    function.activated.emit(function.currentIndex())
    assert cells(dialog)["16 to 34"][0] == "16 to 34, First week: 1 person: Mara"
    assert cells(dialog)["35 to 54"][2] == "35 to 54, All: nobody"
    assert cells(dialog)["Age band"][2] == "Age band, All: 1 of 1 say something on it"


def test_findings_are_told_as_on_the_command_line(ask, add, second, file, capsys):
    dialog = ask()
    add(dialog, second)
    main(["check", str(file), str(second)])
    printed = capsys.readouterr().out
    across = dialog.read.catalogue.across
    cards = dialog.together.across.cards
    assert len(cards) == len(across.findings) > 0
    for card, finding in zip(cards, across.findings, strict=True):
        assert card.accessibleName() == finding.text
        assert finding.sentence in printed
    assert dialog.together.summary.text() in printed


def test_a_finding_says_why_it_matters(ask, add, second, qtbot):
    dialog = ask()
    add(dialog, second)
    dialog.together.across.cards[0].why.click()
    the_dialog(qtbot, WhyDialog).reject()


def test_who_plays_in_several_courses_is_told(ask, add, second):
    dialog = ask()
    add(dialog, second)
    words = [row.accessibleName() for row in dialog.together.shared.rows]
    assert words == [
        "Idris plays in First week and Second week.",
        "Lene plays in First week and Second week.",
    ]


def test_the_courses_are_remembered_until_the_program_ends(ask, add, second, open_window, project):
    dialog = ask()
    add(dialog, second)
    dialog.reject()
    assert titles(ask()) == ["First week", "Second week"]
    assert "second" not in open_window.preferences.settings.model_dump_json()


def test_another_course_is_opened_and_the_one_before_stays_in_the_list(
    ask, add, second, open_window, qtbot
):
    dialog = ask()
    add(dialog, second)
    dialog.courses.rows[1].open.click()
    qtbot.waitUntil(lambda: open_window.session.path == second)
    again = ask()
    assert titles(again) == ["Second week", "First week"]
    assert "On screen" in again.courses.rows[0].words.text()


def choose_in_popup(dialog, index):
    dialog.together.seats.table.setCurrentIndex(index)
    dialog.together.seats.table.clicked.emit(index)
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PeoplePopup))
    popup.list.activated.emit(popup.model.index(0))


def test_somebody_on_screen_is_opened_from_their_seat(ask, add, second, open_window, qtbot):
    dialog = ask()
    add(dialog, second)
    choose_in_popup(dialog, index_of(dialog, "35 to 54", 0))
    cast = open_window.stack.show_workspace("cast")
    assert isinstance(cast, CastWorkspace)
    assert cast.editor.persona_id == IDRIS


def test_somebody_in_another_course_is_opened_there(ask, add, second, open_window, qtbot):
    dialog = ask()
    add(dialog, second)
    opened = []
    open_window.findChild(CatalogueFlow).person_asked.connect(opened.append)
    choose_in_popup(dialog, index_of(dialog, "55 and over", 1))
    qtbot.waitUntil(lambda: open_window.session.path == second)
    assert opened == [LENE]


def test_reading_is_stopped_and_what_was_read_before_stays(ask, add, second, broken, qtbot):
    dialog = ask()
    add(dialog, second)
    dialog.add([broken])
    assert dialog.stop.isVisible()
    assert not dialog.courses.isEnabled()
    dialog.stop.click()
    assert dialog.settled
    assert "stopped" in dialog.state.text()
    qtbot.waitUntil(lambda: not dialog._work.jobs)
    assert titles(dialog) == ["First week", "Second week"]


def test_closing_while_files_are_read_stops_reading(ask, second, open_window, qtbot):
    dialog = ask()
    dialog.add([second])
    dialog.reject()
    qtbot.waitUntil(lambda: not open_window.work.jobs)
    assert titles(ask()) == ["First week"]


def test_files_and_folders_are_dropped_on_it(ask, second, tmp_path, qtbot):
    dialog = ask()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(second.parent)), QUrl("https://example.org/a.html")])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    qtbot.waitUntil(lambda: dialog.settled and titles(dialog) == ["First week", "Second week"])


def test_the_course_on_screen_is_not_touched_by_reading(ask, add, second, open_window, file):
    before = open_window.session.document.project
    add(ask(), second)
    assert open_window.session.document.project is before
    assert not open_window.session.dirty
    assert open_project(file).project == before


def test_the_tab_key_meets_every_course_before_close(ask, add, second):
    dialog = ask()
    add(dialog, second)
    row = dialog.courses.rows[1]
    way = [dialog.courses.folder]
    for _step in range(3):
        following = way[-1].nextInFocusChain()
        while following.focusPolicy() == Qt.FocusPolicy.NoFocus or following.isHidden():
            following = following.nextInFocusChain()
        way.append(following)
    assert way[1:3] == [row.open, row.remove]
    assert way[3].text() == "Close"


def test_courses_without_facets_or_people_are_read_all_the_same(ask, add, tmp_path):
    bare = tmp_path / "bare.personamap"
    save_project(Project(), bare)
    dialog = ask()
    add(dialog, bare)
    assert titles(dialog) == ["First week", "bare"]
    assert cells(dialog)["Age band"][1] == "Age band, bare: this course does not count by it"
    assert len(dialog.together.shared.rows) == 0
    assert not dialog.together.grab().isNull()
