import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from personamap.edits.personas import set_persona_field
from personamap.gui.document import Document
from personamap.gui.review.merge_dialog import MergeReviewDialog
from tests.conftest import MARA
from tests.importers.reviews import review, signed, written

SAID = review((MARA, "Where is she from?\n<b>Ask</b> her."), ("", "Good."), ("per-gone", "Hm."))


@pytest.fixture
def document(project):
    return Document(project)


@pytest.fixture
def read(dressed, qtbot, document, tmp_path):
    def read_review(content):
        dialog = MergeReviewDialog(document)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.read(written(tmp_path, content))
        qtbot.waitUntil(dialog.progress.isHidden)
        return dialog

    return read_review


def test_every_comment_is_shown_with_what_it_is_about(read):
    dialog = read(SAID)
    shown = dialog.said.toPlainText()
    assert "Mara  ·  New\nWhere is she from?\n<b>Ask</b> her." in shown
    assert "The whole  ·  New\nGood." in shown
    assert "[<per-gone>] Hm." in shown
    assert dialog.title.text() == "Ada (Deaf network), 26 November 2026"
    assert "changed since" in dialog.notes.text()


def test_merging_is_one_step_that_can_be_undone(qtbot, read, document):
    before = document.project
    dialog = read(SAID.evolve(signed=signed("", "x")))
    assert dialog.accept_button.text() == "&Merge 3 comments and one “done”"
    assert document.project is before
    with qtbot.waitSignal(dialog.merged) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["3 comments and one “done” came in."]
    assert len(document.project.comments) == 3
    assert document.project.sign_offs[0].name == "Ada"
    assert dialog.isHidden()
    document.undo_stack.undo()
    assert document.project is before
    assert document.undo_stack.count() == 1


def test_the_same_review_again_has_nothing_to_merge(read, document):
    first = read(SAID)
    first.accept_button.click()
    after = document.project
    dialog = read(SAID)
    assert "already" in dialog.notes.text()
    assert not dialog.accept_button.isEnabled()
    assert "Mara  ·  Already here" in dialog.said.toPlainText()
    dialog.cancel.click()
    assert document.project is after


def test_what_the_project_became_meanwhile_stays(read, document):
    dialog = read(SAID)
    document.apply("Rename", set_persona_field, MARA, "name", "Mara O.")
    dialog.accept_button.click()
    assert document.project.persona(MARA).name == "Mara O."
    assert len(document.project.comments) == 3


@pytest.mark.parametrize("content", [b"", b"\x89PNG", "{}", '{"kind": "personamap-review"}'])
def test_a_file_that_is_no_review_is_refused_in_the_dialog(read, document, content):
    before = document.project
    dialog = read(content)
    assert "ada.personamap-review" in dialog.problem.text()
    assert not dialog.accept_button.isEnabled()
    assert dialog.choose.isEnabled()
    assert document.project is before


def test_escape_leaves_everything_as_it_was(qtbot, read, document):
    before = document.project
    dialog = read(SAID)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert document.project is before


def test_asking_without_a_path_lets_the_person_choose_a_file(dressed, qtbot, document):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = MergeReviewDialog.ask(document, None, window)
    picker = dialog.findChild(QFileDialog)
    assert picker.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        picker.reject()
        dialog.reject()
