"""The Cast workspace: the wall of the cast, and beside it the editor of one person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QWidget
from typing_extensions import override

from personamap.analysis.coverage import CoverageReport
from personamap.domain.changes import Changes
from personamap.domain.project import find
from personamap.gui.card_workspace import CardWorkspace
from personamap.gui.cast.answers_menu import Place, answers_menu
from personamap.gui.cast.card import Card, card_of
from personamap.gui.cast.card_delegate import CARD_ROLE, PERSONA_ROLE
from personamap.gui.cast.choosing import chosen_ids
from personamap.gui.cast.editor import PersonaEditor
from personamap.gui.cast.empty import EmptyCast
from personamap.gui.cast.experiences.library import Library
from personamap.gui.cast.experiences.library_page import LibraryPage
from personamap.gui.cast.findings import FindingCounts
from personamap.gui.cast.head import CARDS, LIBRARY, SHEET, CastHead
from personamap.gui.cast.person_actions import PersonActions
from personamap.gui.cast.sheet.sheet import Sheet
from personamap.gui.cast.wall import Wall
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.later import OncePainted
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_SHOWN: dict[int, Callable[[Card], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda card: card.name,
    Qt.ItemDataRole.ToolTipRole: lambda card: plain_tip(card.brief) or None,
    Qt.ItemDataRole.AccessibleTextRole: lambda card: card.spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda card: card.brief,
    CARD_ROLE: lambda card: card,
}


class CastWorkspace(CardWorkspace):
    """Shows everybody, and edits whoever is current.

    `inspector` is placed by the window; `person_actions` and those of the
    `library` hang in its Person menu. `inspector_wanted` asks for the inspector to come to the
    front where it shares its place with the wall, `facets_asked` for the
    facets to be changed.
    """

    inspector_wanted = Signal()
    facets_asked = Signal(str)
    layout_shown = Signal(str)

    def __init__(
        self, document: Document, watcher: CoverageWatcher | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.findings = FindingCounts()
        self._cards: dict[str, Card] = {}
        self.sheet: Sheet | None = None
        self._people_as, self._in_library = CARDS, False
        portraits = Portraits.of(document)
        self.wall = Wall(self._card_data, portraits, self)
        self.person_actions = PersonActions(document, self._selected_ids, self)
        self.head = CastHead(document, self.person_actions.add, self)
        self.empty = EmptyCast(self)
        self.editor = PersonaEditor(document, portraits, self)
        self.inspector = QStackedWidget(self)
        self.inspector.addWidget(self.editor)
        self.inspector.hide()
        self.library = Library(document, self.head, self.stack, self.inspector, self)
        self.experience_actions = self.library.actions
        self.setFocusProxy(self.wall)
        self.lay_out(self.head, self.wall, self.empty)
        self._connect()
        OncePainted(self, self.editor.in_pieces(), self)
        if watcher is not None:
            watcher.reported.connect(self._on_reported)
            watcher.check_now()

    def open_person(self, persona_id: str) -> None:
        """Select a person, whatever was filtered, and put the cursor into their name."""
        persona = self.document.project.find_persona(persona_id)
        if persona is None:
            return
        if self._in_library:
            self.show_layout(self._people_as)
        if persona_id not in self._wanted_ids():
            self.head.people.clear()
        if persona.archived:
            self.head.people.show_archived()
        self._show_people()
        self.wall.select([persona_id])
        if self._shown_sheet is not None:
            self._shown_sheet.select(persona_id)
        self.inspector_wanted.emit()
        self.editor.edit_name()

    def open_relationship(self, relationship_id: str) -> None:
        """Select the person a relationship begins at, and put the cursor into its words."""
        tie = find(self.document.project.relationships, relationship_id)
        if tie is not None:
            self.open_person(tie.source)
            self.editor.edit_relationship(tie.id)

    def open_experience(self, experience_id: str) -> None:
        """Select an experience in the library, whatever was filtered there."""
        self._library_page().open_experience(experience_id)
        self.inspector_wanted.emit()
        self.setFocus()

    def show_layout(self, choice: str) -> None:
        """Show the people as cards or as a sheet, or what they have lived."""
        if choice != self.head.layouts.choice:
            self.head.layouts.choose(choice)
            self._on_layout_changed(choice)

    def show_value(self, facet_id: str, value_id: str) -> None:
        """Show those who have a value, and nobody else."""
        if self._in_library:
            self.show_layout(self._people_as)
        self.head.people.ask_for((facet_id, value_id))

    @override
    def refresh(self, changes: Changes | None) -> None:
        super().refresh(changes)
        if changes is None or changes.reaches("facets"):
            self._cards.clear()
        else:
            for persona_id in changes.edited | changes.removed:
                self._cards.pop(persona_id, None)
        everybody = changes is None or changes.reaches("facets")
        self._show_people(None if everybody else changes.edited if changes else None)

    def _connect(self) -> None:
        actions = self.person_actions
        self.addActions(actions.all)
        self.addAction(self.library.actions.add)
        self.library.actions.added.connect(self._on_experience_added)
        actions.came_back.connect(self._on_came_back)
        self.wall.addAction(actions.delete)
        actions.added.connect(self._on_added)
        actions.removed.connect(self.tell_removed)
        actions.bringing_wanted.connect(self._on_bringing_wanted)
        actions.portrait_wanted.connect(self._on_portrait_wanted)
        actions.answers_wanted.connect(self._on_answers_wanted)
        self.editor.portrait_wanted.connect(self._on_portrait_wanted)
        self.editor.experience_opened.connect(self.open_experience)
        self.editor.person_opened.connect(self.open_person)
        self.library.person_opened.connect(self.open_person)
        self.library.inspector_wanted.connect(self.inspector_wanted)
        self.head.people.choosing_changed.connect(self._on_choosing_changed)
        self.head.layout_changed.connect(self._on_layout_changed)
        self.head.people.facets_asked.connect(self.facets_asked)
        self.wall.opened.connect(self.open_person)
        self.wall.current_changed.connect(self.editor.show_persona)
        self.wall.menu_wanted.connect(self._on_menu_wanted)
        self.wall.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.empty.add.clicked.connect(actions.add.trigger)
        self.empty.show_all.clicked.connect(self.head.people.clear)

    def _show_people(self, edited: frozenset[str] | None = None) -> None:
        """List who was asked for; `edited` are those whose cards differ, or None for all."""
        if self._in_library:
            return
        ids = self._wanted_ids()
        before = self.editor.persona_id
        self.wall.show_cards(ids, ids if edited is None else edited)
        self.head.show_count(len(ids), self.document.project)
        self.empty.explain(self.head.people.choosing, bool(self.document.project.personas))
        if self.sheet is not None:
            self.sheet.show_people(ids, ids if edited is None else edited)
            self.sheet.show_sorting(
                self.head.people.choosing.column, self.head.people.choosing.backwards
            )
        self.bring(self._layout if ids else self.empty)
        if not ids and before:
            self.editor.show_persona("")
        self.person_actions.follow_selection()

    def _wanted_ids(self) -> tuple[str, ...]:
        return chosen_ids(self.document.project, self.head.people.choosing, self.findings.of)

    def _selected_ids(self) -> tuple[str, ...]:
        if self._in_library:
            return ()
        sheet = self._shown_sheet
        return self.wall.selected_ids if sheet is None else sheet.selected_ids

    @property
    def _shown_sheet(self) -> Sheet | None:
        if self.sheet is None or self.head.layouts.choice != SHEET:
            return None
        return self.sheet

    @property
    def _layout(self) -> QWidget:
        return self._shown_sheet or self.wall

    def _on_layout_changed(self, choice: str) -> None:
        self._in_library = choice == LIBRARY
        if self._in_library:
            self._show_library()
        else:
            self._show_people_as(choice)
        self.layout_shown.emit(choice)

    def _show_people_as(self, choice: str) -> None:
        self._people_as = choice
        if choice == SHEET and self.sheet is None:
            self._make_sheet()
        current = self.editor.persona_id
        self.head.hold(self.head.people)
        self.inspector.setCurrentWidget(self.editor)
        self.inspector.setWindowTitle(_("Person"))
        self._show_people()
        if self._shown_sheet is not None:
            self._shown_sheet.select(current)
        elif current:
            self.wall.select([current])
        self.library.actions.follow_selection()

    def _make_sheet(self) -> None:
        self.sheet = Sheet(self.document, Portraits.of(self.document), self)
        self.stack.addWidget(self.sheet)
        self.sheet.current_changed.connect(self.editor.show_persona)
        self.sheet.sorting_asked.connect(self.head.people.sort_by)
        self.sheet.selection_changed.connect(self._on_selection_changed)

    def _library_page(self) -> LibraryPage:
        self.show_layout(LIBRARY)
        return self.library.show_page()

    def _show_library(self) -> None:
        self.setFocusProxy(self.library.show_page())
        self.person_actions.follow_selection()
        self.experience_actions.follow_selection()

    def _on_experience_added(self, ids: tuple[str, ...]) -> None:
        self.open_experience(ids[0])
        self._library_page().edit_title()

    def _card_data(self, persona_id: str, role: int) -> Any:
        persona = self.document.find_persona(persona_id)
        if persona is None:
            return None
        if role == PERSONA_ROLE:
            return persona
        card = self._cards.get(persona_id)
        if card is None:
            facets = self.document.project.active_facets
            card = card_of(persona, facets, self.findings.of(persona_id))
            self._cards[persona_id] = card
        show = _SHOWN.get(role)
        return show(card) if show else None

    def _on_reported(self, report: CoverageReport) -> None:
        differing = self.findings.count(report.findings)
        for persona_id in differing:
            self._cards.pop(persona_id, None)
        if self.head.people.choosing.order == "findings":
            self._show_people(differing)
        else:
            self.wall.cards.show_edited(differing)

    def _on_choosing_changed(self) -> None:
        self._show_people(frozenset())

    def _on_selection_changed(self) -> None:
        self.person_actions.follow_selection()

    def _on_added(self, ids: tuple[str, ...]) -> None:
        self.open_person(ids[0])
        self.wall.select(ids)

    def _on_came_back(self, ids: frozenset[str]) -> None:
        listed = [persona_id for persona_id in self.wall.cards.ids if persona_id in ids]
        if listed and self.isVisible():
            self.wall.select(listed)
            if self._shown_sheet is not None:
                self._shown_sheet.select(listed[0])

    def _on_menu_wanted(self, at: QPoint) -> None:
        menu = self.person_actions.menu(self)
        menu.addMenu(self._answers_menu(menu))
        self.pop_up(menu, at)

    def _on_answers_wanted(self) -> None:
        menu = self._answers_menu(self)
        view, part = self._current_place()
        self.pop_up(menu, view.mapToGlobal(part.center()))

    def _answers_menu(self, parent: QWidget) -> QMenu:
        ids = self._selected_ids()
        return answers_menu(self.document, ids, self._current_place, parent)

    def _current_place(self) -> Place:
        sheet = self._shown_sheet
        view: QAbstractItemView = self.wall if sheet is None else sheet.view
        seen = view.visualRect(view.currentIndex()).intersected(view.viewport().rect())
        return view.viewport(), seen

    def _on_bringing_wanted(self) -> None:
        from personamap.gui.importing.people.dialog import BringPeopleDialog

        BringPeopleDialog.ask(self.document, None, self.window())

    def _on_portrait_wanted(self, persona_id: str) -> None:
        from personamap.gui.portrait.portrait_dialog import PortraitDialog

        PortraitDialog.open_for(self.document, persona_id, self.window())
