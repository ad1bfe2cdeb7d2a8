"""Who shares scenes with whom, as a table of the cast against itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.fields.search_popup import PopupRow, SearchPopup
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.meeting_model import MeetingModel
from personamap.gui.story.meeting_view import MeetingView
from personamap.gui.story.scene_card import numbered_name
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _


class MeetingsPage(DocumentView):
    """Return or a click on a cell lists the scenes two people share, and leads to one."""

    person_opened = Signal(str)
    scene_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.pairs = MeetingModel(self)
        self.view = MeetingView(self.pairs, portraits)
        self.view.asked.connect(self._on_asked)
        self.view.person_opened.connect(self.person_opened)
        self.setFocusProxy(self.view)
        self.note = hint("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes and not changes.reaches("personas", "scenes", "media"):
            return
        self.pairs.show_project(self.document.project)
        if not self.view.currentIndex().isValid() and self.pairs.people:
            self.view.setCurrentIndex(self.pairs.index(0, 0))
        self.note.setText(
            _("In how many scenes two people are there together. The map draws the same.")
            if self.pairs.people
            else _("Nobody is in the cast yet. Who meets whom shows here with the first people.")
        )

    def _on_asked(self, index: QModelIndex) -> None:
        scenes, project = self.pairs.scenes(index), self.document.project
        if not scenes:
            return
        rows = [PopupRow(scene.id, numbered_name(project, scene)) for scene in scenes]
        popup = SearchPopup(self.pairs.spoken(index), rows, parent=self)
        popup.picked.connect(self.scene_opened)
        anchor = QWidget(self.view.viewport())
        anchor.setGeometry(self.view.visualRect(index))
        popup.destroyed.connect(anchor.deleteLater)
        popup.open_at(anchor)
