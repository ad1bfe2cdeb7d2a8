"""The reflection questions of the article, each with what the team answers for this course."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.domain.reflection_questions import REFLECTION_QUESTIONS
from personamap.edits.reviews import Said, answer_question
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import MultiLineField
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.page import page_of
from personamap.i18n import _


class QuestionsPage(DocumentView):
    """Typing is one step of undo per pause; an emptied answer is no answer."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.fields = {question: MultiLineField(2) for question in REFLECTION_QUESTIONS}
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(16)
        column.addWidget(hint(_introduction(), "secondary"))
        for question, field in self.fields.items():
            column.addWidget(self._asked(question, field))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page_of(sheet))
        self.setFocusProxy(next(iter(self.fields.values())))

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes is not None and not changes.reaches("reflections"):
            return
        answers = {one.question: one.answer for one in self.document.project.reflections}
        for question, field in self.fields.items():
            field.show_text(answers.get(question, ""))

    def _asked(self, question: str, field: MultiLineField) -> QWidget:
        label = REFLECTION_QUESTIONS[question]
        field.setAccessibleName(_(label.text))
        field.setAccessibleDescription(_(label.help))
        field.setPlaceholderText(_("What you found, and what you will do about it"))
        field.edited.connect(partial(self._on_edited, question))
        asked = _("{subject}: {question}").format(subject=_(label.text), question=_(label.help))
        return labelled(asked, field)

    def _on_edited(self, question: str, answer: str) -> None:
        text = _("Answer “{question}”").format(question=_(REFLECTION_QUESTIONS[question].text))
        said = Said(answer, "", date.today().isoformat())
        self.document.apply_typing(text, f"reflection.{question}", answer_question, question, said)


def _introduction() -> str:
    return _(
        "These are the questions to ask of the course as a whole. Answer them together, in your "
        "own words; they are kept with the project."
    )
