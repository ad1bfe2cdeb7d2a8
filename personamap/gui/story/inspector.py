"""What stands beside the story: the current scene, or the findings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from personamap.gui.document import Document
from personamap.gui.fields.segmented import Segmented
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.findings import StoryFindings
from personamap.gui.story.scene_editor import SceneEditor
from personamap.i18n import _


class StoryInspector(QFrame):
    """Shows one of two sides, and says on the other how much is there."""

    person_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self._document = document
        self.sides = Segmented([("scene", _("Scene")), ("findings", _("Findings"))], _("Show"))
        self.editor = SceneEditor(document, portraits)
        self.findings = StoryFindings()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.editor)
        self._stack.addWidget(self.findings)
        self.sides.chosen.connect(self._on_side_chosen)
        self.findings.counted.connect(self._on_counted)
        self.editor.person_opened.connect(self.person_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.addWidget(self.sides)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def show_scene(self, scene_id: str) -> None:
        """Show another scene, and what was found about it."""
        self.editor.show_scene(scene_id)
        self.findings.show_scene(self._document.project.find_scene(scene_id))

    def show_side(self, side: str) -> None:
        """Bring one side to the front."""
        self.sides.choose(side)
        self._on_side_chosen(side)

    def edit_title(self) -> None:
        """Put the cursor into the title of the scene."""
        self.show_side("scene")
        self.editor.edit_title()

    def _on_side_chosen(self, side: str) -> None:
        self._stack.setCurrentWidget(self.editor if side == "scene" else self.findings)

    def _on_counted(self, count: int) -> None:
        words = _("Findings: {count}").format(count=count) if count else _("Findings")
        self.sides.button("findings").setText(words)
