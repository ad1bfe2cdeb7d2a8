"""Complete my cast: a few people who would show most of what the course aims for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.completing.completion import (
    Completion,
    Newcomer,
    add_people,
    as_personas,
    weigh_choice,
)
from personamap.analysis.completing.wording import chosen_line, result_lines
from personamap.analysis.index import ProjectIndex
from personamap.gui.coverage.completing.newcomer_card import NewcomerCard
from personamap.gui.coverage.completing.nothing import NothingMissing
from personamap.gui.coverage.completing.suggesting import Suggesting, Suggestion
from personamap.gui.coverage.completing.wish_row import WishRow
from personamap.gui.coverage.working_line import WorkingLine
from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import buttons, hint, size_for
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.reading_order import go_on_reading
from personamap.i18n import _, plural

_SIZE, _ICON = QSize(720, 680), QSize(22, 16)


class CompleteDialog(QDialog):
    """Proposes people; those who are left in come with one undo step."""

    weighed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.cards: list[NewcomerCard] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Complete my cast"))
        self.resize(size_for(self, _SIZE))
        index = ProjectIndex(document.project)
        self.wishes = WishRow(index)
        self.again = QPushButton(icon("shuffle"), _("A&nother suggestion"))
        self.again.setIconSize(_ICON * current_theme().text_scale)
        self.again.setAutoDefault(False)
        self.said = hint("", "secondary")
        self.nothing = NothingMissing(index)
        self.box = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Add"))
        self.add_button = self.box.button(QDialogButtonBox.StandardButton.Ok)
        self._suggesting = Suggesting(self)
        self._searching = self._suggesting.searching
        self.working = WorkingLine(self._searching, _("Looking for people"))
        self._weighing = LatestJob(0, self)
        self._lay_out()
        self._connect()
        self._begin()

    @classmethod
    def ask(cls, document: Document, parent: QWidget) -> CompleteDialog:
        """Open the proposals over the window; Add makes the edit."""
        dialog = cls(document, parent)
        dialog.open()
        return dialog

    @override
    def done(self, result: int) -> None:
        self._searching.drop()
        self._weighing.stop()
        super().done(result)

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        return go_on_reading(self, is_next=is_next)

    def _lay_out(self) -> None:
        self._people = QVBoxLayout()
        self._people.setContentsMargins(0, 0, 8, 0)
        self._people.setSpacing(8)
        self._people.addStretch(1)
        content = QWidget()
        content.setProperty("role", "content")
        content.setLayout(self._people)
        self._page = page_of(content, steady=False)
        foot = QHBoxLayout()
        foot.addWidget(self.again)
        foot.addWidget(self.box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(hint(_told(), "secondary"))
        layout.addWidget(self.wishes)
        layout.addWidget(self.working)
        layout.addWidget(self.said)
        layout.addWidget(self._page, 1)
        layout.addWidget(self.nothing, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.wishes.changed.connect(self._begin)
        self.again.clicked.connect(self._go_on)
        self._suggesting.found.connect(self._on_found)
        self._searching.failed.connect(self._on_failed)
        self._searching.stopped.connect(self._on_stopped)
        self._weighing.finished.connect(self._on_weighed)
        self.accepted.connect(self._on_accepted)

    def _begin(self) -> None:
        self._suggesting.begin(self._document.project, self.wishes.wish)
        self._show_busy(_("Looking for people who show most of what is missing…"))

    def _go_on(self) -> None:
        self._suggesting.go_on(self._document.project, self.wishes.wish)
        self._show_busy(_("Looking for other people who show as much…"))

    def _show_busy(self, words: str) -> None:
        self._weighing.stop()
        self._show_people(())
        self.said.setText(words)
        self._enable()

    def _on_found(self, suggestion: Suggestion) -> None:
        completion = suggestion.completion
        self._show_people(completion.people)
        lines = [*result_lines(completion)]
        if suggestion.is_known and self.cards:
            lines.append(_("Nobody else was found who shows as much."))
        self.said.setText(" ".join(lines) if completion.asked.all else "")
        if not completion.asked.all:
            self._show_nothing()
        self._enable()
        if suggestion.seed > 1:
            # It could not be pressed meanwhile, and so lost the focus.
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nothing(self) -> None:
        """Say why nobody is proposed, and what the next step is."""
        self.nothing.explain(self.wishes.wish.scope)
        self.nothing.show()
        self._page.hide()

    def _on_failed(self, error: Exception) -> None:
        self.said.setText(words_for(error))
        self._enable()

    def _on_stopped(self) -> None:
        self.said.setText(_("Stopped. Ask for another suggestion, or for less."))
        self._enable()

    def _show_people(self, people: tuple[Newcomer, ...]) -> None:
        self.nothing.hide()
        self._page.show()
        for card in self.cards:
            self._people.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for number, newcomer in enumerate(people, 1):
            card = NewcomerCard(self._document.project, number, newcomer.values, self)
            card.tell(newcomer)
            card.changed.connect(self._on_changed)
            self._people.insertWidget(number - 1, card)
            self.cards.append(card)

    def _chosen(self) -> list[NewcomerCard]:
        return [card for card in self.cards if card.is_chosen]

    def _on_changed(self) -> None:
        people = [card.values for card in self._chosen()]
        wish = self.wishes.wish
        work = partial(weigh_choice, self._document.project, wish.scope, people, wish.most)
        self._weighing.request(work)
        self._enable()

    def _on_weighed(self, completion: Completion) -> None:
        told = iter(completion.people)
        for card in self.cards:
            card.tell(next(told, None) if card.is_chosen else None)
        self.said.setText(chosen_line(completion))
        self.weighed.emit()

    def _enable(self) -> None:
        busy, count = self._searching.busy, len(self._chosen())
        self.working.follow()
        self.again.setEnabled(not busy and self.nothing.isHidden())
        self.add_button.setEnabled(count > 0 and not busy)
        words = plural("&Add {count} person", "&Add {count} people", count) if count else _("&Add")
        self.add_button.setText(words)

    def _on_accepted(self) -> None:
        people = as_personas(self._document.project, [card.values for card in self._chosen()])
        words = plural("Add a person", "Add {count} people", len(people))
        self._document.apply(words, add_people, people)


def _told() -> str:
    return _(
        "Who else could show what this course aims for? Nobody in the cast is changed. A new "
        "person answers only what they are needed for: who they are otherwise, and their life, "
        "is for you to write."
    )
