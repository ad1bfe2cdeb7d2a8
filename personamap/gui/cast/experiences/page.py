"""The library on its page: the experiences as cards, and beside them the one that is current."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.item_titles import experience_title
from personamap.domain.changes import Changes
from personamap.gui.cast.experiences.actions import ExperienceActions
from personamap.gui.cast.experiences.card import ExperienceCard, card_of, people_by_experience
from personamap.gui.cast.experiences.choosing import Lived, chosen_ids
from personamap.gui.cast.experiences.editor import ExperienceEditor
from personamap.gui.cast.experiences.empty import EmptyExperiences
from personamap.gui.cast.experiences.experience_list import ExperienceList
from personamap.gui.cast.experiences.join_dialog import JoinDialog
from personamap.gui.cast.experiences.library_page import LibraryPage
from personamap.gui.cast.experiences.losses import loss_of_experiences
from personamap.gui.cast.experiences.people_dialog import LivedByDialog
from personamap.gui.cast.experiences.tools import ExperienceTools
from personamap.gui.cast.line_card_delegate import CARD_ROLE
from personamap.gui.dialogs.loss_dialog import LossDialog
from personamap.gui.document import Document
from personamap.gui.fields.search_popup import PopupRow, SearchPopup
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural

_REACHES = ("personas", "experiences", "facets", "media")
_SHOWN: dict[int, Callable[[ExperienceCard], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda card: card.title,
    Qt.ItemDataRole.ToolTipRole: lambda card: plain_tip(card.summary) or None,
    Qt.ItemDataRole.AccessibleTextRole: lambda card: card.spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda card: card.summary,
    CARD_ROLE: lambda card: card.drawn,
}


class ExperiencesPage(LibraryPage):
    """Lists what the cast has lived, and says what can be done with it."""

    def __init__(
        self, document: Document, actions: ExperienceActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._lived: Lived = {}
        self._cards: dict[str, ExperienceCard] = {}
        self._actions = actions
        portraits = Portraits.of(document)
        self.tools = self._tools = ExperienceTools(document, actions.add, self)
        self.list = ExperienceList(self._card_data, portraits, self)
        self.empty = EmptyExperiences()
        self._editor = self.editor = ExperienceEditor(document, portraits)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    @property
    @override
    def selected_ids(self) -> tuple[str, ...]:
        return self.list.selected_ids

    @override
    def edit_title(self) -> None:
        self._editor.edit_title()

    @override
    def open_experience(self, experience_id: str) -> None:
        if self.document.project.find_experience(experience_id) is None:
            return
        self._list_anew(None)
        if experience_id not in self.list.cards.ids:
            self.tools.clear()
        self.list.select((experience_id,))

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes is None or changes.reaches(*_REACHES):
            self._list_anew(changes)

    def _list_anew(self, changes: Changes | None) -> None:
        everything = changes is None or changes.reaches("personas", "facets", "media")
        self._lived = people_by_experience(self.document.project)
        if everything:
            self._cards.clear()
        elif changes is not None:
            for experience_id in changes.edited | changes.removed:
                self._cards.pop(experience_id, None)
        self._show_list(None if changes is None or everything else changes.edited)

    def _show_list(self, edited: frozenset[str] | None) -> None:
        project, choosing = self.document.project, self._tools.choosing
        ids = chosen_ids(project, choosing, self._lived)
        self.list.show_cards(ids, ids if edited is None else edited)
        self.empty.explain(choosing, bool(project.experiences))
        shown: QWidget = self.list if ids else self.empty
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self.tell_count()
        self._editor.show_experience(self.list.current_id if ids else "")
        self._actions.follow_selection()

    @override
    def tell_count(self) -> None:
        shown, total = len(self.list.cards.ids), len(self.document.project.experiences)
        words = plural("{count} lived experience", "{count} lived experiences", total)
        if shown != total:
            words = _("{shown} of {experiences}").format(shown=shown, experiences=words)
        self.counted.emit(words)

    def _card_data(self, experience_id: str, role: int) -> Any:
        show = _SHOWN.get(role)
        if show is None:
            return None
        card = self._cards.get(experience_id)
        if card is None:
            experience = self.document.project.find_experience(experience_id)
            if experience is None:
                return None
            card = card_of(experience, self._lived.get(experience_id, ()))
            self._cards[experience_id] = card
        return show(card)

    def _connect(self) -> None:
        actions = self._actions
        self.list.addAction(actions.delete)
        for place in (self, self._editor):
            place.addActions([actions.people, actions.join])
        actions.people_wanted.connect(self._on_people_wanted)
        actions.join_wanted.connect(self._on_join_wanted)
        actions.delete_wanted.connect(self._on_delete_wanted)
        actions.came_back.connect(self._on_came_back)
        self.tools.choosing_changed.connect(self._on_choosing_changed)
        self.list.opened.connect(self._on_opened)
        self.list.current_changed.connect(self._editor.show_experience)
        self.list.menu_wanted.connect(self._on_menu_wanted)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.empty.add.clicked.connect(actions.add.trigger)
        self.empty.show_all.clicked.connect(self.tools.clear)
        self._editor.person_opened.connect(self.person_opened)

    def _on_choosing_changed(self) -> None:
        self._show_list(frozenset())

    def _on_selection_changed(self) -> None:
        self._actions.follow_selection()

    def _on_opened(self, _experience_id: str) -> None:
        self.opened.emit()
        self.edit_title()

    def _on_menu_wanted(self, at: QPoint) -> None:
        menu: QMenu = self._actions.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _on_came_back(self, ids: frozenset[str]) -> None:
        if self.isVisible():
            self._list_anew(None)
            listed = [one for one in self.list.cards.ids if one in ids]
            if listed:
                self.list.select(listed)

    def _on_people_wanted(self, experience_id: str) -> None:
        experience = self.document.project.find_experience(experience_id)
        if experience is not None:
            LivedByDialog(self.document, experience, self.window()).open()

    def _on_join_wanted(self, ids: tuple[str, ...]) -> None:
        if len(ids) > 1:
            self._ask_to_join(ids)
            return
        rows = [
            PopupRow(one.id, experience_title(one), one.situation, also=" ".join(one.themes))
            for one in self.document.project.experiences
            if one.id != ids[0]
        ]
        popup = SearchPopup(_("Which one is the same?"), rows, parent=self)
        popup.picked.connect(partial(self._on_same_picked, ids[0]))
        popup.open_by(self.list.viewport(), self.list.visualRect(self.list.currentIndex()))

    def _on_same_picked(self, experience_id: str, other_id: str) -> None:
        self._ask_to_join((experience_id, other_id))

    def _ask_to_join(self, ids: tuple[str, ...]) -> None:
        JoinDialog(self.document, ids, self.window()).open()

    def _on_delete_wanted(self, ids: tuple[str, ...]) -> None:
        loss = loss_of_experiences(self.document.project, ids)
        LossDialog(self.document, loss, self.window()).open()
