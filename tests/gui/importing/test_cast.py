import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QWidget

from personamap.gui.document import Document
from personamap.gui.importing.cast.dialog import ImportCastDialog
from personamap.services.crowds import MOST_PEOPLE
from tests.importers.people import FACETS

TABLE = "Name,Gender,Team,Shoe\nAnn,Woman,Red,green\nBo,wmn,Blue,\n,Man,Red,\n"


@pytest.fixture
def document(project):
    return Document(project.with_items(facets=(*project.facets, FACETS[0])))


@pytest.fixture
def read(qtbot, document, tmp_path):
    def read_table(content):
        dialog = ImportCastDialog(document)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        path = tmp_path / "people.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        dialog.read(path)
        qtbot.waitUntil(dialog.progress.isHidden)
        return dialog

    return read_table


def choose(dialog, column, target):
    box = dialog.columns.boxes[column]
    box.setCurrentIndex(box.findData(target))
    box.activated.emit(box.currentIndex())


def names(document):
    return [person.name for person in document.project.personas]


def test_an_import_is_one_step_that_can_be_undone(qtbot, read, document):
    before = document.project
    dialog = read(TABLE)
    dialog.next.click()
    assert document.project is before
    dialog.next.click()
    assert names(document) == ["Mara", "Idris", "Lene", "Ann", "Bo", ""]
    assert dialog.isHidden()
    document.undo_stack.undo()
    assert document.project is before
    assert document.undo_stack.count() == 1


def test_enter_leads_from_page_to_page(qtbot, read, document):
    dialog = read(TABLE)
    for page in (dialog.columns, dialog.people):
        assert dialog.pages.currentWidget() is page
        assert page.isAncestorOf(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert names(document) == ["Mara", "Idris", "Lene", "Ann", "Bo", ""]


def test_the_proposal_is_shown_with_what_is_not_known(read):
    dialog = read(TABLE)
    boxes = dialog.columns.boxes
    assert {name: box.target for name, box in boxes.items()} == {
        "Name": "name",
        "Gender": "facet:gender",
        "Team": "job.department",
        "Shoe": "notes",
    }
    assert "Gender" in boxes["Gender"].accessibleName()


def test_a_column_sent_elsewhere_lands_there(qtbot, read, document):
    dialog = read(TABLE)
    choose(dialog, "Team", "new-facet")
    choose(dialog, "Shoe", "look.description")
    assert not dialog.next.isEnabled()
    qtbot.waitUntil(dialog.next.isEnabled)
    dialog.next.click()
    dialog.next.click()
    ann = document.project.personas[3]
    assert ann.look.description == "green"
    assert ann.answer("team").values[0].value == "red"
    assert document.project.facet("team").label == "Team"


def test_the_edit_runs_on_what_the_project_is_by_then(read, document):
    dialog = read(TABLE)
    dialog.next.click()
    document.apply("Leave", lambda project: project.with_items(personas=()))
    dialog.next.click()
    assert names(document) == ["Ann", "Bo", ""]


def test_every_row_tells_what_becomes_of_it(read):
    dialog = read(TABLE)
    dialog.next.click()
    page = dialog.people
    QAbstractItemModelTester(page.people.model())
    assert page.people.model().rowCount() == 3
    assert "green" in page.detail.toPlainText()
    page.only_doubtful.click()
    assert page.people.model().rowCount() == 2
    assert "wmn" in page.detail.toPlainText()


def test_without_a_column_of_names_one_has_to_be_chosen(qtbot, read, document):
    dialog = read("Label,Town\nAnn,Leeds\n")
    assert "names" in dialog.columns.problem.text()
    assert not dialog.next.isEnabled()
    choose(dialog, "Label", "name")
    qtbot.waitUntil(dialog.next.isEnabled)
    assert dialog.columns.problem.isHidden()


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0\0\0", b"PK\x03\x04 no"])
def test_a_file_that_is_no_table_is_refused_in_the_dialog(read, document, content):
    before = document.project
    dialog = read(content)
    assert "people.csv" in dialog.start.problem.text()
    assert dialog.start.choose.isEnabled()
    assert dialog.next.isHidden()
    assert document.project is before


def test_another_file_can_be_read_after_going_back(qtbot, read, tmp_path):
    dialog = read(TABLE)
    dialog.back.click()
    book = openpyxl.Workbook()
    book.active.append(["Name"])
    book.active.append(["Cy"])
    book.save(tmp_path / "other.xlsx")
    dialog.start.file_chosen.emit(tmp_path / "other.xlsx")
    qtbot.waitUntil(lambda: list(dialog.columns.boxes) == ["Name"])
    qtbot.waitUntil(dialog.next.isEnabled)
    dialog.next.click()
    assert dialog.people.people.model().rowCount() == 1


def test_cancelling_changes_nothing(qtbot, document, tmp_path):
    before = document.project
    path = tmp_path / "people.csv"
    path.write_text("Name\n" + "Ann\n" * 5_000)
    dialog = ImportCastDialog(document)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(path)
    assert dialog.progress.isVisible()
    dialog.cancel.click()
    assert dialog.isHidden()
    assert document.project is before


def test_a_place_can_be_chosen_with_the_keyboard(qtbot, read):
    dialog = read(TABLE)
    box = dialog.columns.boxes["Shoe"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.target == "new-facet"
    qtbot.waitUntil(dialog.next.isEnabled)
    assert dialog.columns.mapping.use_of("Shoe").goes_to == "new-facet"


def test_hundreds_of_columns_come_up_a_few_at_a_time(qtbot, read):
    heading = ",".join(f"c{i}" for i in range(120))
    dialog = read(f"Name,{heading}\nAnn{',x' * 120}\n")
    qtbot.waitUntil(lambda: len(dialog.columns.boxes) == 121)


def test_asking_without_a_path_lets_the_person_choose_a_file(qtbot, document):
    window = QWidget()
    qtbot.addWidget(window)
    ImportCastDialog.ask(document, None, window)
    dialog = window.findChild(ImportCastDialog)
    picker = dialog.findChild(QFileDialog)
    assert picker.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        picker.reject()
        dialog.reject()


def test_asking_with_a_path_reads_it_at_once(qtbot, document, tmp_path):
    (tmp_path / "people.csv").write_text(TABLE)
    window = QWidget()
    qtbot.addWidget(window)
    ImportCastDialog.ask(document, tmp_path / "people.csv", window)
    dialog = window.findChild(ImportCastDialog)
    qtbot.waitUntil(dialog.next.isEnabled)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_a_crowd_is_put_in_before_the_button_is_pressed(read, document):
    crowd = MOST_PEOPLE - len(document.project.personas)
    dialog = read("Name,Team\n" + "".join(f"Person {at},Team {at % 9}\n" for at in range(crowd)))
    ready = dialog.prepared.after
    dialog.next.click()
    dialog.next.click()
    assert document.project is ready
    assert len(document.project.personas) == MOST_PEOPLE
