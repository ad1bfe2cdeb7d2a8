"""The Story workspace: scenes, parts, voices and meetings, and beside them the current scene."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.analysis.coverage import CoverageReport
from personamap.domain.changes import Changes
from personamap.gui.card_workspace import CardWorkspace
from personamap.gui.cast.line_card_delegate import CARD_ROLE
from personamap.gui.coverage.dialogs import CoverageDialogs
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.empty import EmptyStory
from personamap.gui.story.head import MEETINGS, PARTS, SCENES, VOICES, StoryHead
from personamap.gui.story.inspector import StoryInspector
from personamap.gui.story.meetings_page import MeetingsPage
from personamap.gui.story.parts_page import PartsPage
from personamap.gui.story.scene_actions import SceneActions
from personamap.gui.story.scene_card import SceneCard, cards_of
from personamap.gui.story.scene_list import SceneList
from personamap.gui.story.voices_page import VoicesPage
from personamap.gui.widgets.plain_words import plain_tip

_SHOWN: dict[int, Callable[[SceneCard], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda card: card.title,
    Qt.ItemDataRole.ToolTipRole: lambda card: plain_tip(card.summary) or None,
    Qt.ItemDataRole.AccessibleTextRole: lambda card: card.spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda card: card.summary,
    CARD_ROLE: lambda card: card.drawn,
}


class StoryWorkspace(CardWorkspace):
    """Shows the course as scenes, and edits the one that is current.

    The other pages are made when they are first looked at.

    `inspector` is placed by the window, `scene_actions` hang in its menu,
    `person_opened` carries the id of somebody who was asked for.
    """

    person_opened = Signal(str)
    inspector_wanted = Signal()

    def __init__(
        self, document: Document, watcher: CoverageWatcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._watcher = watcher
        self._portraits = Portraits.of(document)
        self._cards: dict[str, SceneCard] = {}
        self.scenes = SceneList(self._card_data, self._portraits, self)
        self.scene_actions = SceneActions(document, self._selected_ids, self)
        self.head = StoryHead(self.scene_actions.add, self.import_script)
        self.empty = EmptyStory()
        self.inspector = StoryInspector(document, self._portraits, self)
        self.inspector.hide()
        self.dialogs = CoverageDialogs(document, watcher, None, self)
        for group in self.inspector.findings.groups:
            self.dialogs.answer(group.column)
        self._made: dict[str, Callable[[], QWidget]] = {
            SCENES: lambda: self.scenes,
            PARTS: lambda: self.parts,
            VOICES: lambda: self.voices,
            MEETINGS: lambda: self.meetings,
        }
        self.lay_out(self.head, self.scenes, self.empty)
        self._connect()

    @cached_property
    def parts(self) -> PartsPage:
        """Who does what in which scene."""
        page = PartsPage(self.document, self._portraits)
        page.scene_chosen.connect(self._on_scene_chosen)
        page.person_opened.connect(self.person_opened)
        return page

    @cached_property
    def voices(self) -> VoicesPage:
        """Who says how much."""
        page = VoicesPage(self.document, self._portraits)
        page.person_opened.connect(self.person_opened)
        return page

    @cached_property
    def meetings(self) -> MeetingsPage:
        """Who shares scenes with whom."""
        page = MeetingsPage(self.document, self._portraits)
        page.scene_opened.connect(self.open_scene)
        page.person_opened.connect(self.person_opened)
        return page

    def open_scene(self, scene_id: str) -> None:
        """Go to a scene among the cards."""
        self.head.pages.choose(SCENES)
        self._show_page(SCENES)
        self.scenes.select((scene_id,))
        self.scenes.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: str) -> None:
        """Bring a page to the front as if its button had been pressed."""
        self.head.pages.choose(page)
        self._show_page(page)

    def import_script(self) -> None:
        """Bring in who speaks in which scene from a script."""
        from personamap.gui.importing.script.dialog import ImportScriptDialog

        ImportScriptDialog.ask(self.document, None, self.window())

    @override
    def refresh(self, changes: Changes | None) -> None:
        super().refresh(changes)
        if changes is None or changes.reaches("personas", "scenes", "media"):
            self._cards.clear()
            self._show_scenes(changes)
        self._show_report()

    def _show_scenes(self, changes: Changes | None) -> None:
        ids = [scene.id for scene in self.document.project.scenes]
        before = self.scenes.current_id
        self.scenes.show_cards(ids, ids)
        self.head.show_count(len(ids))
        self._show_page(self.head.pages.choice)
        current = self.scenes.current_id
        if current != before or changes is None or not ids:
            self.inspector.show_scene(current)
        self.inspector.findings.show_scene(self.document.project.find_scene(current))
        self.scene_actions.follow_selection()

    def _show_page(self, page: str) -> None:
        has_scenes = bool(self.document.project.scenes)
        self.bring(self._made[page]() if has_scenes else self.empty)
        if has_scenes and page == PARTS:
            self.parts.show_scene(self.scenes.current_id)

    def _show_report(self) -> None:
        report = self._watcher.report
        if report is not None:
            self.inspector.findings.show_report(Shown(report, self._portraits))

    def _connect(self) -> None:
        actions = self.scene_actions
        for place in (self, self.inspector):
            place.addActions([action for action in actions.all if action is not actions.delete])
        self.scenes.addAction(actions.delete)
        actions.added.connect(self._on_added)
        actions.removed.connect(self.tell_removed)
        self.head.page_chosen.connect(self._on_page_chosen)
        self.scenes.opened.connect(self._on_opened)
        self.scenes.current_changed.connect(self.inspector.show_scene)
        self.scenes.menu_wanted.connect(self._on_menu_wanted)
        self.scenes.dropped.connect(self._on_dropped)
        self.scenes.selectionModel().selectionChanged.connect(self._on_selection_changed)
        actions.came_back.connect(self._on_came_back)
        self.empty.add.clicked.connect(actions.add.trigger)
        self.empty.import_script.clicked.connect(self._on_import_clicked)
        self.inspector.person_opened.connect(self.person_opened)
        self._watcher.reported.connect(self._on_reported)

    def _selected_ids(self) -> tuple[str, ...]:
        return self.scenes.selected_ids

    def _card_data(self, scene_id: str, role: int) -> Any:
        show = _SHOWN.get(role)
        if show is None:
            return None
        if not self._cards:
            self._cards = cards_of(self.document.project)
        card = self._cards.get(scene_id)
        return show(card) if card else None

    def _on_reported(self, _report: CoverageReport) -> None:
        if self.isVisible():
            self._show_report()
        else:
            self._stale = True

    def _on_page_chosen(self, page: str) -> None:
        self._show_page(page)

    def _on_selection_changed(self) -> None:
        self.scene_actions.follow_selection()

    def _on_opened(self, _scene_id: str) -> None:
        self.inspector_wanted.emit()
        self.inspector.edit_title()

    def _on_added(self, ids: tuple[str, ...]) -> None:
        self.show_page(SCENES)
        self.scenes.select(ids)
        self._on_opened(ids[0])

    def _on_came_back(self, ids: frozenset[str]) -> None:
        listed = [scene_id for scene_id in self.scenes.cards.ids if scene_id in ids]
        if listed and self.isVisible():
            self.scenes.select(listed)

    def _on_dropped(self, ids: list[str], place: int) -> None:
        self.scene_actions.move(ids, place)

    def _on_scene_chosen(self, scene_id: str) -> None:
        self.scenes.select((scene_id,))

    def _on_import_clicked(self, _checked: bool = False) -> None:
        self.import_script()

    def _on_menu_wanted(self, at: QPoint) -> None:
        self.pop_up(self.scene_actions.menu(self), at)
