"""The Review workspace: questions, comments, decisions, what changed, and who said "done"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from personamap.gui.card_workspace import CardWorkspace
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.review.changes_page import ChangesPage
from personamap.gui.review.comments_page import CommentsPage
from personamap.gui.review.decisions_page import DecisionsPage
from personamap.gui.review.head import (
    CHANGES,
    COMMENTS,
    DECISIONS,
    QUESTIONS,
    SIGN_OFFS,
    ReviewHead,
)
from personamap.gui.review.questions_page import QuestionsPage
from personamap.gui.review.sign_offs_page import SignOffsPage


class ReviewWorkspace(CardWorkspace):
    """Shows one page at a time; each draws itself when it is looked at.

    `place_asked` carries the kind and the id of what somebody wants to see.
    """

    place_asked = Signal(str, str)
    export_asked = Signal()
    merge_asked = Signal()

    def __init__(
        self, document: Document, watcher: CoverageWatcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.head = ReviewHead()
        self.questions = QuestionsPage(document)
        self.comments = CommentsPage(document, watcher)
        self.decisions = DecisionsPage(document, watcher)
        self.changes = ChangesPage(document)
        self.sign_offs = SignOffsPage(document)
        self.comment_actions = self.comments.actions_of_one
        self._pages: dict[str, QWidget] = {
            QUESTIONS: self.questions,
            COMMENTS: self.comments,
            DECISIONS: self.decisions,
            CHANGES: self.changes,
            SIGN_OFFS: self.sign_offs,
        }
        self.lay_out(self.head, *self._pages.values())
        self._connect()
        self._show_page(QUESTIONS)

    def show_page(self, page: str) -> None:
        """Bring a page to the front as if its button had been pressed."""
        self.head.pages.choose(page)
        self._show_page(page)

    def know_file(self, file: Callable[[], Path | None]) -> None:
        """Say how to learn in which file the project is kept."""
        self.changes.know_file(file)

    def _connect(self) -> None:
        self.head.page_chosen.connect(self._show_page)
        self.head.export_asked.connect(self.export_asked)
        self.head.merge_asked.connect(self.merge_asked)
        for page in (self.comments, self.decisions, self.changes):
            page.place_asked.connect(self.place_asked)
        for removing in (self.comment_actions, self.decisions, self.sign_offs):
            removing.removed.connect(self.tell_removed)

    def _show_page(self, page: str) -> None:
        self.stack.setCurrentWidget(self._pages[page])
        self.setFocusProxy(self._pages[page])
