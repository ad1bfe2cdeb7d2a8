"""The Review workspace: questions, comments, decisions, what changed, and who said "done"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from personamap.gui.card_workspace import CardWorkspace
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.review.changes_page import ChangesPage, no_file
from personamap.gui.review.comment_actions import CommentActions
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
    """Shows one page at a time; each is made when it is first looked at.

    `place_asked` carries the kind and the id of what somebody wants to see.
    """

    place_asked = Signal(str, str)
    export_asked = Signal()
    merge_asked = Signal()

    def __init__(
        self, document: Document, watcher: CoverageWatcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._watcher = watcher
        self._file: Callable[[], Path | None] = no_file
        self.head = ReviewHead()
        self.comment_actions = CommentActions(document, self)
        self._made: dict[str, Callable[[], QWidget]] = {
            QUESTIONS: lambda: self.questions,
            COMMENTS: lambda: self.comments,
            DECISIONS: lambda: self.decisions,
            CHANGES: lambda: self.changes,
            SIGN_OFFS: lambda: self.sign_offs,
        }
        self.lay_out(self.head)
        self.head.page_chosen.connect(self._show_page)
        self.head.export_asked.connect(self.export_asked)
        self.head.merge_asked.connect(self.merge_asked)
        self.comment_actions.removed.connect(self.tell_removed)
        self._show_page(QUESTIONS)

    @cached_property
    def questions(self) -> QuestionsPage:
        """What is asked of the course as a whole."""
        return QuestionsPage(self.document)

    @cached_property
    def comments(self) -> CommentsPage:
        """What people say about the cast."""
        page = CommentsPage(self.document, self._watcher, self.comment_actions)
        page.place_asked.connect(self.place_asked)
        return page

    @cached_property
    def decisions(self) -> DecisionsPage:
        """What was accepted on purpose."""
        page = DecisionsPage(self.document, self._watcher)
        page.place_asked.connect(self.place_asked)
        page.removed.connect(self.tell_removed)
        return page

    @cached_property
    def changes(self) -> ChangesPage:
        """What is otherwise since somebody said "done"."""
        page = ChangesPage(self.document, self._file)
        page.place_asked.connect(self.place_asked)
        return page

    @cached_property
    def sign_offs(self) -> SignOffsPage:
        """Who said "done"."""
        page = SignOffsPage(self.document)
        page.removed.connect(self.tell_removed)
        return page

    def show_page(self, page: str) -> None:
        """Bring a page to the front as if its button had been pressed."""
        self.head.pages.choose(page)
        self._show_page(page)

    def know_file(self, file: Callable[[], Path | None]) -> None:
        """Say how to learn in which file the project is kept."""
        self._file = file

    def _show_page(self, page: str) -> None:
        self.bring(self._made[page]())
