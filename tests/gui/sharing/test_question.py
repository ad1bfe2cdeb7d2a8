"""Questions stay readable where their answers find no room side by side."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.sharing.question import Question

LONG = {
    "compare": "Compare what is on screen with it…",
    "overwrite": "Write over what stands there",
    "save-as": "Save it somewhere else as well…",
}


@pytest.fixture
def asked(qapp, dressed, qtbot):
    apply_theme(qapp, Theme.load("light", text_scale=2.0))
    parent = QWidget()
    qtbot.addWidget(parent)

    def ask(answers):
        question = Question(parent, "Not saved yet", ("Words", "More words"), lambda _answer: None)
        question.offer(next(iter(answers)), answers)
        question.open()
        return question

    yield ask
    apply_theme(qapp, Theme.load("light"))


def test_no_answer_is_cut_where_large_text_leaves_little_room(asked):
    question = asked(LONG)
    assert question.findChild(QDialogButtonBox).orientation().name == "Vertical"
    for answer in question.answers.values():
        assert answer.width() >= answer.sizeHint().width()


def test_short_answers_stand_side_by_side(asked):
    question = asked({"yes": "Yes"})
    assert question.findChild(QDialogButtonBox).orientation().name == "Horizontal"
