"""What can be done with the comment somebody is on; each hangs in the Review menu too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from personamap.domain.project import find
from personamap.domain.review import Comment
from personamap.edits.reviews import remove_comment, settle_comment
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.selection_actions import offer
from personamap.i18n import _


class CommentActions(QObject):
    """Go to the subject, answer, settle or open again, delete; all but going can be undone."""

    go_asked = Signal(str)  # subject
    answer_asked = Signal(str)  # subject
    removed = Signal(str)  # what to tell

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._current = document, ""
        self.go = self._action(_("&Go to what it is about"), "arrow-right", self._on_go)
        self.answer = self._action(_("A&nswer"), "message-square", self._on_answer, "Ctrl+Shift+R")
        self.settle = self._action(_("Se&ttled"), "check", self._on_settle, "Ctrl+Shift+G")
        self.delete = self._action(
            _("&Delete comment"), "trash-2", self._on_delete, QKeySequence.StandardKey.Delete
        )
        self.settle.setCheckable(True)
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.follow("")

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the menu."""
        return (self.go, self.answer, self.settle, self.delete)

    def follow(self, comment_id: str) -> None:
        """Offer what can be done with this comment."""
        self._current = comment_id
        comment = self._comment()
        for action in self.all:
            offer(action, "" if comment else _("Select a comment first."))
        if comment is not None and not comment.subject:
            offer(self.go, _("It is about the whole."))
        self.settle.setChecked(comment is not None and comment.resolved)

    def _action(
        self,
        text: str,
        mark: str,
        act: Callable[[], None],
        keys: str | QKeySequence.StandardKey = "",
    ) -> QAction:
        action = QAction(icon(mark), text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        return action

    def _comment(self) -> Comment | None:
        return find(self._document.project.comments, self._current)

    def _on_go(self) -> None:
        comment = self._comment()
        if comment is not None:
            self.go_asked.emit(comment.subject)

    def _on_answer(self) -> None:
        comment = self._comment()
        if comment is not None:
            self.answer_asked.emit(comment.subject)

    def _on_settle(self) -> None:
        comment = self._comment()
        if comment is not None:
            text = _("Open comment again") if comment.resolved else _("Settle comment")
            change = not comment.resolved
            self._document.apply(text, settle_comment, comment.id, resolved=change)

    def _on_delete(self) -> None:
        if self._comment() is not None:
            self._document.apply(_("Delete comment"), remove_comment, self._current)
            self.removed.emit(_("The comment was deleted."))
