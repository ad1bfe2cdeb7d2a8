"""The dialog that brings in a script."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from personamap.gui.document import Document
from personamap.gui.importing.script.dialog import ImportScriptDialog
from personamap.importers.script.mapping import LEAVE_OUT
from tests.conftest import IDRIS, LENE, MARA

TEXT = (
    "Scene 1\n\nMara: Good morning.\n\nSupplier: Hello.\n\nScene 2\n\nIDRIS: Bye.\n\nGuard: Stop."
)


@pytest.fixture
def document(dressed, project):
    return Document(project)


@pytest.fixture
def read(qtbot, document, tmp_path):
    def read_script(text):
        dialog = ImportScriptDialog(document)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        path = tmp_path / "course.txt"
        path.write_text(text, encoding="utf-8")
        dialog.read(path)
        qtbot.waitUntil(dialog.progress.isHidden)
        return dialog

    return read_script


def choose(dialog, label, *speakers):
    box = dialog.labels.boxes[label]
    box.setCurrentIndex(box.findData(list(speakers)))
    box.activated.emit(box.currentIndex())


def said(document):
    return {
        scene.title: {a.persona: (a.lines, a.words) for a in scene.appearances}
        for scene in document.project.scenes[1:]
    }


def test_a_script_comes_in_as_one_step_that_can_be_undone(qtbot, read, document):
    before = document.project
    dialog = read(TEXT)
    choose(dialog, "Supplier", LENE)
    assert "1 label is open" in dialog.labels.waiting.text()
    choose(dialog, "Guard", LEAVE_OUT)
    assert dialog.labels.waiting.isHidden()
    dialog.next.click()
    assert document.project is before
    assert dialog.scenes.summary.text() == "2 new scenes"
    dialog.next.click()
    assert said(document) == {
        "Scene 1": {MARA: (1, 2), LENE: (1, 1)},
        "Scene 2": {IDRIS: (1, 1)},
    }
    assert dialog.isHidden()
    document.undo_stack.undo()
    assert document.project is before


def test_enter_leads_from_page_to_page(qtbot, read, document):
    dialog = read(TEXT)
    for page in (dialog.labels, dialog.scenes):
        assert dialog.pages.currentWidget() is page
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert list(said(document)) == ["Scene 1", "Scene 2"]


def test_people_nobody_knows_yet_can_be_made_all_at_once(read, document):
    dialog = read(TEXT)
    assert dialog.labels.all_new.text() == "Make &new people of 2 labels"
    dialog.labels.all_new.click()
    assert dialog.labels.all_new.isHidden()
    dialog.next.click()
    assert dialog.scenes.summary.text() == "2 new scenes · 2 new people"
    dialog.next.click()
    assert [p.name for p in document.project.personas[3:]] == ["Supplier", "Guard"]


def test_each_scene_tells_who_says_how_much(read):
    dialog = read(TEXT)
    dialog.next.click()
    page = dialog.scenes
    QAbstractItemModelTester(page.scenes.model())
    assert page.detail.toPlainText() == "Mara: 1 line, 2 words"
    page.scenes.setCurrentIndex(page.scenes.model().index(1))
    assert page.detail.toPlainText() == "Idris: 1 line, 1 word"


def test_the_same_script_again_says_that_all_of_it_is_there(read, document):
    for _time in range(2):
        dialog = read(TEXT)
        dialog.next.click()
        told = dialog.scenes.summary.text()
        dialog.next.click()
    assert told == "All of this is in the project already."
    assert document.undo_stack.count() == 1


def test_a_file_in_which_nobody_speaks_is_refused_in_the_dialog(read, document):
    before = document.project
    dialog = read("Once upon a time.")
    assert "nobody speaks" in dialog.start.problem.text()
    assert dialog.next.isHidden()
    assert document.project is before


def test_every_choice_has_a_name_for_those_who_cannot_see_it(read):
    dialog = read(TEXT)
    assert dialog.labels.boxes["Guard"].accessibleName() == "Who speaks under “Guard”"
