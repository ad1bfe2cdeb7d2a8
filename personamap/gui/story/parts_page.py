"""The page of the grid: what its keys and clicks do to the project."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.edits.appearances import bring_in, take_out
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.part_model import PartModel
from personamap.gui.story.part_popup import PartPopup
from personamap.gui.story.part_view import PartView
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.empty_state import EmptyState
from personamap.gui.widgets.side_by_side import TABS_ABOVE_SCALE
from personamap.i18n import _


class PartsPage(DocumentView):
    """Shows the whole cast against the whole course."""

    person_opened = Signal(str)
    scene_chosen = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.parts = PartModel(self)
        self.view = PartView(self.parts, portraits)
        self.keys = hint(
            _(
                "Return or a click changes a cell, Space puts somebody into a scene, Delete takes "
                "them out. A click on a portrait opens the person."
            )
        )
        self.empty = EmptyState("users")
        self.empty.tell(
            _("Nobody is in the cast yet"),
            _("Add people under Cast. Here you then say what each of them does in which scene."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._grid())
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 24)
        column.addWidget(self._stack)
        self._connect()

    def show_scene(self, scene_id: str) -> None:
        """Go to the column of a scene, in the row in which the keyboard is."""
        if not self.parts.people or not self.isVisible():
            return
        row = max(0, self.view.currentIndex().row())
        index = self.parts.index_of(self.parts.people[row].id, scene_id)
        if index.isValid() and index.column() != self.view.currentIndex().column():
            self.view.setCurrentIndex(index)

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes and not changes.reaches("personas", "scenes", "media"):
            return
        current = self._current()
        self.parts.show_project(self.document.project)
        self.view.fit()
        # Large text leaves a few rows; the keys are told in the help too.
        self.keys.setVisible(current_theme().text_scale <= TABS_ABOVE_SCALE)
        self._stack.setCurrentIndex(0 if self.parts.people else 1)
        index = self.parts.index_of(*current)
        if index.isValid() and index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        elif not self.view.currentIndex().isValid() and self.parts.people and self.parts.scenes:
            self.view.setCurrentIndex(self.parts.index(0, 0))

    def _current(self) -> tuple[str, str]:
        index = self.view.currentIndex()
        if not index.isValid():
            return "", ""
        return self.parts.persona_at(index).id, self.parts.scene_at(index).id

    def _grid(self) -> QWidget:
        grid = QWidget()
        column = QVBoxLayout(grid)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self.keys)
        return grid

    def _connect(self) -> None:
        self.view.edit_asked.connect(self._on_edit_asked)
        self.view.put_asked.connect(self._on_put_asked)
        self.view.removal_asked.connect(self._on_removal_asked)
        self.view.person_opened.connect(self.person_opened)
        self.view.scene_chosen.connect(self.scene_chosen)

    def _on_edit_asked(self, index: QModelIndex) -> None:
        persona, scene = self.parts.persona_at(index), self.parts.scene_at(index)
        popup = PartPopup(self.document, scene.id, persona.id, self)
        popup.person_opened.connect(self.person_opened)
        popup.open_at(self.view.below(index))

    def _on_put_asked(self, index: QModelIndex) -> None:
        persona, scene = self.parts.persona_at(index), self.parts.scene_at(index)
        self.document.apply(_("Put into a scene"), bring_in, scene.id, (persona.id,))

    def _on_removal_asked(self, index: QModelIndex) -> None:
        persona, scene = self.parts.persona_at(index), self.parts.scene_at(index)
        self.document.apply(_("Take out of a scene"), take_out, scene.id, persona.id)
