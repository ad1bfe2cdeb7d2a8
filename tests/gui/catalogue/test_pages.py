"""What the pages of the catalogue show of several courses together."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from personamap.cli.main import main
from personamap.domain.project import Project
from personamap.gui.cast.workspace import CastWorkspace
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.window.catalogue_flow import CatalogueFlow
from personamap.services.projects import save_project
from tests.conftest import IDRIS, LENE
from tests.gui.asking import the_dialog
from tests.gui.catalogue.looks import cells, choose_in_popup, index_of, titles


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


def test_another_course_is_opened_and_the_one_before_stays_in_the_list(
    ask, add, second, open_window, qtbot
):
    catalogue = ask()
    add(catalogue, second)
    row = catalogue.courses.rows[1]
    qtbot.mouseDClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() - QPoint(9, 9))
    qtbot.waitUntil(lambda: open_window.desk.session.path == second)
    again = ask()
    assert titles(again) == ["Second week", "First week"]
    assert "On screen" in again.courses.rows[0].words.text()


def test_somebody_on_screen_is_opened_from_their_seat(ask, add, second, open_window, qtbot):
    catalogue = ask()
    add(catalogue, second)
    choose_in_popup(catalogue, index_of(catalogue, "35 to 54", 0))
    cast = open_window.desk.stack.show_workspace("cast")
    assert isinstance(cast, CastWorkspace)
    assert cast.editor.persona_id == IDRIS


def test_somebody_in_another_course_is_opened_there(ask, add, second, open_window, qtbot):
    catalogue = ask()
    add(catalogue, second)
    opened = []
    open_window.findChild(CatalogueFlow).person_asked.connect(opened.append)
    choose_in_popup(catalogue, index_of(catalogue, "55 and over", 1))
    qtbot.waitUntil(lambda: open_window.desk.session.path == second)
    assert opened == [LENE]


def test_somebody_who_plays_in_several_courses_is_opened_in_any_of_them(
    ask, add, second, open_window, qtbot
):
    catalogue = ask()
    add(catalogue, second)
    links = catalogue.together.tabs.shared.rows[0].findChildren(QPushButton)
    assert [link.text() for link in links] == ["Open in First week", "Open in Second week"]
    links[1].click()
    qtbot.waitUntil(lambda: open_window.desk.session.path == second)
    cast = open_window.desk.stack.show_workspace("cast")
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
