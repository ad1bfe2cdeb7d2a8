import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from personamap.domain.review import Comment, SignOff
from personamap.gui.review.comments_dialog import CommentsDialog
from tests.conftest import MARA


@pytest.fixture
def ask(dressed, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def show(project):
        dialog = CommentsDialog(project, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def test_all_that_was_said_is_listed_with_who_said_it_about_what(qtbot, ask, project):
    said = project.with_items(
        comments=(
            Comment(id="cmt-1", subject=MARA, text="From where?", author="Ada", date="2026-11-26"),
            Comment(id="cmt-2", text="<i>Fine.</i>", resolved=True),
        ),
        sign_offs=(SignOff(id="sgn-1", name="Bo", role="HR", subject=MARA, state="x"),),
    )
    dialog = ask(said)
    qtbot.waitUntil(lambda: bool(dialog.said.toPlainText()))
    assert dialog.title.text() == "1 open comment"
    assert dialog.said.toPlainText() == (
        "Mara  ·  Bo (HR)\n“Done.” It has changed since they saw it.\n"
        "The whole  ·  settled\n<i>Fine.</i>\n"
        "Mara  ·  Ada, 26 November 2026\nFrom where?"
    )


def test_what_a_comment_was_about_and_is_gone_is_not_called_by_its_id(qtbot, ask, project):
    said = project.with_items(comments=(Comment(id="cmt-1", subject="per-gone", text="Hm."),))
    dialog = ask(said)
    qtbot.waitUntil(lambda: bool(dialog.said.toPlainText()))
    assert dialog.said.toPlainText().startswith("No longer here")
    assert "per-gone" not in dialog.said.toPlainText()


def test_where_nobody_has_commented_it_is_said_how_to_ask(ask, project):
    dialog = ask(project)
    assert dialog.empty.isVisible()
    assert "review pack" in dialog.empty.text()
    assert dialog.said.isHidden()


def test_escape_and_enter_close_it(qtbot, ask, project):
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        dialog = ask(project)
        qtbot.keyClick(dialog, key)
        assert dialog.isHidden()
