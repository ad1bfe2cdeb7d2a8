"""Where a scene is set, and the questions that such a space asks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.inclusion import InclusionQuestion, inclusion_questions, open_questions
from personamap.domain.labels import SPACES
from personamap.domain.scene import InclusionAnswer, Scene, Setting
from personamap.edits.spaces import answer_inclusion, set_setting_field
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField, LineField, MultiLineField
from personamap.gui.story.scene_section import SceneSection
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.fold_section import padded
from personamap.i18n import N_, _, plural


class SettingSection(SceneSection):
    """The kind of space, the place, and what was thought of so that people can take part."""

    title = N_("Where it happens")

    @override
    def summary(self, scene: Scene) -> str:
        if not scene.setting.space:
            return _("not said yet")
        waiting = len(open_questions(scene.setting))
        if not waiting:
            return _(SPACES[scene.setting.space].text)
        return plural("{count} open question", "{count} open questions", waiting)

    @override
    def build(self) -> QWidget:
        self.space = ChoiceField({space: _(label.text) for space, label in SPACES.items()})
        self.space.picked.connect(self._on_space_picked)
        self.about_space = hint("")
        self.place = LineField()
        self.place.setPlaceholderText(_("Canteen, 14:50, loud. Or: a call with cameras off"))
        self.place.textEdited.connect(self._on_place_edited)
        self.asked = InclusionForm(self.document)
        return padded(
            labelled(_("Kind of space"), self.space),
            self.about_space,
            labelled(_("Place"), self.place),
            self.asked,
        )

    @override
    def redraw(self, scene: Scene) -> None:
        setting = scene.setting
        self.space.show_choice(setting.space)
        self.about_space.setText(_(SPACES[setting.space].help))
        self.place.show_text(setting.place)
        self.asked.show_setting(scene.id, setting)

    def _on_space_picked(self, space: str) -> None:
        text = _("Kind of space")
        self.document.apply(text, set_setting_field, self.subject_id, "space", space)

    def _on_place_edited(self, place: str) -> None:
        text, typing = _("Edit {field}").format(field=_("Place")), f"{self.subject_id}.place"
        change = partial(set_setting_field, field="place", value=place)
        self.document.apply_typing(text, typing, change, self.subject_id)


class InclusionForm(QWidget):
    """The inclusion questions of a kind of space, each with words and whether it is settled."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._scene_id = ""
        self._asked: tuple[InclusionQuestion, ...] = ()
        self.rows: dict[str, QuestionRow] = {}
        self.note = hint("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.note)

    def show_setting(self, scene_id: str, setting: Setting) -> None:
        """Ask what a setting asks, with what was answered so far."""
        self._scene_id = scene_id
        asked = tuple(q for q in inclusion_questions() if setting.space in q.spaces)
        if asked != self._asked:
            self._asked = asked
            self._ask(asked)
        given = {answer.question: answer for answer in setting.inclusion}
        for question in asked:
            row = self.rows[question.id]
            row.show_answer(given.get(question.id) or InclusionAnswer(question=question.id))
        self.note.setText(_note(asked, given.keys() - {q.id for q in asked}))

    def _ask(self, asked: tuple[InclusionQuestion, ...]) -> None:
        wanted = [question.id for question in asked]
        for gone in [known for known in self.rows if known not in wanted]:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, question in enumerate(asked):
            if question.id not in self.rows:
                row = self.rows[question.id] = QuestionRow(question)
                row.answered.connect(partial(self._on_answered, question.id))
                row.settling.connect(partial(self._on_settling, question.id))
            self._column.insertWidget(at + 1, self.rows[question.id])
            self.rows[question.id].show()

    def _on_answered(self, question: str, answer: str) -> None:
        typing = f"{self._scene_id}.inclusion.{question}"
        change = partial(answer_inclusion, question=question, answer=answer)
        self._document.apply_typing(_("Answer a question"), typing, change, self._scene_id)

    def _on_settling(self, question: str, settled: bool) -> None:
        text = _("Settle a question") if settled else _("Open a question again")
        change = partial(answer_inclusion, question=question, settled=settled)
        self._document.apply(text, change, self._scene_id)


class QuestionRow(QWidget):
    """One question, the words of the answer, and whether it is settled."""

    answered = Signal(str)
    settling = Signal(bool)

    def __init__(self, question: InclusionQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = _(question.question)
        self.words = MultiLineField(lines=1)
        self.words.setAccessibleName(words)
        self.words.edited.connect(self.answered)
        self.settled = QCheckBox(_("Settled"))
        self.settled.setAccessibleName(_("Settled: {question}").format(question=words))
        self.settled.clicked.connect(self.settling)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(hint(words, "secondary"))
        column.addWidget(self.words)
        column.addWidget(self.settled)

    def show_answer(self, answer: InclusionAnswer) -> None:
        """Show what was answered."""
        self.words.show_text(answer.answer)
        self.settled.setChecked(answer.settled)


def _note(asked: tuple[InclusionQuestion, ...], elsewhere: set[str]) -> str:
    if not asked:
        return _("Say what kind of space it is, and the questions such a space asks appear here.")
    if not elsewhere:
        return _("Who was expected here? A word is enough, or tick what needs none.")
    return plural(
        "{count} answer about another kind of space is kept.",
        "{count} answers about another kind of space are kept.",
        len(elsewhere),
    )
