"""What the cast is made for: title, client, summary, goals and language of the course."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from personamap.edits.course import set_course
from personamap.gui.document import Document
from personamap.gui.widgets.dialog_parts import buttons, hint, lay_out_over_foot, size_for
from personamap.i18n import _

_SIZE, _LINES, _AROUND = QSize(520, 696), 4, 24


class CourseDialog(QDialog):
    """Edits the course as one undo step."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        course = document.project.course
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Course"))
        self.resize(size_for(self, _SIZE))
        self.title = QLineEdit(course.title)
        self.client = QLineEdit(course.client)
        self.summary = _text(course.summary)
        self.goals = _text("\n".join(goal.text for goal in course.goals))
        self.language = QLineEdit(course.language)
        self.language.setPlaceholderText("en")
        self.words = _text("\n".join(course.words))
        done = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Done"))
        lay_out_over_foot(self, self._form(), done)
        self.accepted.connect(self._on_accepted)

    @classmethod
    def ask(cls, document: Document, parent: QWidget) -> None:
        """Open the form over the window; Done applies it."""
        cls(document, parent).open()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(_("&Title"), self.title)
        form.addRow(_("&Client"), self.client)
        form.addRow(_("S&ummary"), self.summary)
        form.addRow(_("&Goals"), self.goals)
        form.addRow("", hint(_("One goal a line. Personas and scenes can say which they serve.")))
        form.addRow(_("&Language"), self.language)
        form.addRow("", hint(_("As a tag such as en, de or ar: documents are written in it.")))
        form.addRow(_("Own &words"), self.words)
        form.addRow("", hint(_("One word a line. They are right, whatever a dictionary says.")))
        return form

    def _on_accepted(self) -> None:
        self._document.apply(
            _("Change the course"),
            set_course,
            title=self.title.text().strip(),
            client=self.client.text().strip(),
            summary=self.summary.toPlainText().strip(),
            language=self.language.text().strip() or "en",
            goals=tuple(self.goals.toPlainText().splitlines()),
            words=self.words.toPlainText().splitlines(),
        )


def _text(content: str) -> QPlainTextEdit:
    field = QPlainTextEdit(content)
    field.setTabChangesFocus(True)
    field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing() + _AROUND)
    return field
