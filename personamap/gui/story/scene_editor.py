"""Everything about one scene, in sections that fold."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.later import OncePainted
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.happening_section import HappeningSection
from personamap.gui.story.people_section import PeopleSection
from personamap.gui.story.risk_section import RiskSection
from personamap.gui.story.scene_card import scene_name
from personamap.gui.story.scene_section import SceneSection
from personamap.gui.story.setting_section import SettingSection
from personamap.gui.story.turning_section import TurningSection
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.section_sheet import nothing_chosen, section_sheet
from personamap.i18n import _

_REACHES = ("personas", "scenes", "course")


class SceneEditor(DocumentView):
    """Edits the scene that is current, or says how to get to one.

    The scenes are what people look at first: what unfolds here is made once it has been painted.
    """

    person_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.scene_id = ""
        self.number, self.name = hint("", "hint"), hint("", "person")
        self.happening = HappeningSection(document)
        self.setting = SettingSection(document)
        self.people = PeopleSection(document, portraits)
        self.risk = RiskSection(document)
        self.turning = TurningSection(document, portraits)
        self.people.person_opened.connect(self.person_opened)
        self.sections: tuple[SceneSection, ...] = (
            self.happening,
            self.people,
            self.setting,
            self.risk,
            self.turning,
        )
        self._stack = QStackedWidget()
        self._page = section_sheet(self.sections, (self.number, self.name))
        self._stack.addWidget(
            nothing_chosen(_("Choose a scene, and what happens in it opens here."))
        )
        self._stack.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._stack.hide()
        OncePainted(self, self._in_pieces(), self)

    def show_scene(self, scene_id: str) -> None:
        """Edit another scene, or none."""
        if scene_id != self.scene_id:
            self.scene_id = scene_id
            self._page.verticalScrollBar().setValue(0)
        self.refresh(None)

    def edit_title(self) -> None:
        """Put the cursor into the title."""
        self._finish()
        self.happening.start()
        self._page.ensureWidgetVisible(self.happening)

    def show_part(self, persona_id: str) -> None:
        """Unfold what somebody does in the scene."""
        self._finish()
        self.people.open_person(persona_id)

    def _in_pieces(self) -> Iterator[None]:
        for section in (self.happening, self.people):
            section.open()
            yield
        self._finish()

    def _finish(self) -> None:
        if self._stack.isHidden():
            self.happening.open()
            self.people.open()
            self._stack.show()

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes and not changes.reaches(*_REACHES):
            return
        project = self.document.project
        scene = project.find_scene(self.scene_id)
        self._stack.setCurrentIndex(0 if scene is None else 1)
        if scene is None:
            return
        at, count = project.scenes.index(scene) + 1, len(project.scenes)
        self.number.setText(_("Scene {number} of {count}").format(number=at, count=count))
        self.name.setText(scene_name(scene))
        for section in self.sections:
            section.show_subject(scene)
