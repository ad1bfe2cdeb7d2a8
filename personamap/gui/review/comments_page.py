"""The comments: a table to look through, the words of one in full, and a line for a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.domain.project import find
from personamap.domain.review import Comment
from personamap.exporters.wording import dated
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.fields.fields import LineField
from personamap.gui.fields.segmented import Segmented
from personamap.gui.review.comment_actions import CommentActions
from personamap.gui.review.comment_form import CommentForm
from personamap.gui.review.rows import Row, RowTable
from personamap.gui.review.subjects import Subjects
from personamap.gui.sight import Sight
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

OPEN, SETTLED, ALL = "open", "settled", "all"
_ABOUT = ("comments", "personas", "scenes", "facets", "experiences")


class CommentsPage(DocumentView):
    """Return or a double-click on a comment leads to what it is about."""

    place_asked = Signal(str, str)

    def __init__(
        self,
        document: Document,
        watcher: CoverageWatcher,
        actions: CommentActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, parent)
        self._watcher = watcher
        self._subjects = Subjects(document.project, watcher.report)
        self.actions_of_one = actions
        self.states = Segmented(
            ((OPEN, _("Open")), (SETTLED, _("Settled")), (ALL, _("All"))), _("Which comments")
        )
        self.search = LineField()
        self.search.setPlaceholderText(_("Find by words, by whom, or by what it is about"))
        self.search.setAccessibleName(_("Find a comment"))
        self.search.setClearButtonEnabled(True)
        titles = (_("About"), _("Comment"), _("Who"), _("When"))
        self.table = RowTable(titles, _("Comments"), 1)
        self.none = hint("", "secondary")
        self.words = plain_label("")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form = CommentForm(document)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._sight = Sight(self)
        self._connect()

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes is not None and not changes.reaches(*_ABOUT):
            return
        self._subjects = Subjects(self.document.project, self._watcher.report)
        self.form.show_subjects(self._subjects)
        self._show_rows()

    def _lay_out(self) -> None:
        looking = QWidget()
        row = FlowLayout(looking, 8)
        row.addWidget(self.states)
        tools = QWidget()
        beside = FlowLayout(tools, 8)
        for action in self.actions_of_one.all:
            button = QPushButton(action.text())
            button.clicked.connect(action.trigger)
            beside.addWidget(button)
        self._buttons = tools.findChildren(QPushButton)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(12)
        for widget in (looking, self.search):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        for widget in (self.none, self.words, tools, self.form):
            column.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page_of(sheet, steady=False))

    def _connect(self) -> None:
        actions = self.actions_of_one
        self.addActions([action for action in actions.all if action is not actions.delete])
        self.table.addAction(actions.delete)
        self.table.reached.connect(self._on_reached)
        self.table.opened.connect(self._on_opened)
        self.states.chosen.connect(self._on_looked_for)
        self.search.textChanged.connect(self._on_looked_for)
        actions.go_asked.connect(self._on_go)
        actions.answer_asked.connect(self._on_answer)
        self._sight.changed.connect(self._on_sight_changed)

    def _show_rows(self) -> None:
        comments = self.document.project.comments
        rows = tuple(
            row
            for comment in reversed(comments)
            if self._is_in(comment) and self._is_looked_for(row := self._row(comment))
        )
        self.table.show_rows(rows)
        self.none.setText(self._none(comments) if not rows else "")
        self.none.setVisible(not rows)
        self._on_reached(self.table.current_id)

    def _row(self, comment: Comment) -> Row:
        about = self._subjects.name(comment.subject)
        return Row(comment.id, (about, comment.text, comment.author, dated(comment.date)))

    def _is_in(self, comment: Comment) -> bool:
        state = self.states.choice
        return state == ALL or comment.resolved == (state == SETTLED)

    def _is_looked_for(self, row: Row) -> bool:
        told = " ".join(row.words).casefold()
        return all(word in told for word in self.search.text().casefold().split())

    def _none(self, comments: tuple[Comment, ...]) -> str:
        if comments:
            return _("No comment is like this. Look in “All”, or for other words.")
        return _(
            "Nobody has commented yet. Write the first comment below, or export a review pack, "
            "send it to the people whose view you want, and merge what they send back."
        )

    def _on_looked_for(self, _words: str) -> None:
        self._show_rows()

    def _on_reached(self, comment_id: str) -> None:
        comment = find(self.document.project.comments, comment_id)
        self.words.setText(comment.text if comment else "")
        self.words.setVisible(comment is not None)
        self.actions_of_one.follow(comment_id)
        for button, action in zip(self._buttons, self.actions_of_one.all, strict=True):
            button.setEnabled(action.isEnabled())
            button.setToolTip("" if comment else _("Select a comment first."))
        settled = comment is not None and comment.resolved
        self._buttons[2].setText(_("Open a&gain") if settled else _("Se&ttle"))

    def _on_sight_changed(self) -> None:
        if self._sight.is_lost:
            self.actions_of_one.follow("")
        else:
            self._on_reached(self.table.current_id)

    def _on_opened(self, _comment_id: str) -> None:
        self.actions_of_one.go.trigger()

    def _on_go(self, subject: str) -> None:
        kind, item = self._subjects.place(subject)
        if kind:
            self.place_asked.emit(kind, item)

    def _on_answer(self, subject: str) -> None:
        self.form.answer(subject, self._subjects.name(subject))
