"""What pops up from a cell of the grid: one part, to be changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from personamap.domain.changes import Changes
from personamap.domain.scene import Appearance
from personamap.edits.appearances import take_out
from personamap.gui.cast.card import shown_name
from personamap.gui.coverage.small_button import small_button
from personamap.gui.document import Document
from personamap.gui.look.theme import current_theme
from personamap.gui.story.part_form import PartForm
from personamap.gui.story.scene_card import numbered_name
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _

_WIDTH = 400


class PartPopup(QFrame):
    """Edits one part. Escape closes it, Ctrl+Z takes back what was changed in it."""

    person_opened = Signal(str)

    def __init__(self, document: Document, scene_id: str, persona_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "panel")
        self._document, self._scene_id, self._persona_id = document, scene_id, persona_id
        self.title, self.line = hint("", "strong"), hint("", "secondary")
        self.form = PartForm(document)
        self.out = small_button(_("Take out of the scene"))
        self.out.clicked.connect(self._on_taken_out)
        self.open_person = small_button(_("Open in the cast"), "text-link")
        self.open_person.clicked.connect(self._on_opening)
        self._lay_out()
        stack = document.undo_stack
        for key, slot in (
            (QKeySequence.StandardKey.Undo, stack.undo),
            (QKeySequence.StandardKey.Redo, stack.redo),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(QKeySequence.keyBindings(key))
            shortcut.activated.connect(slot)
        document.changed.connect(self._on_changed)
        self._show()

    def open_at(self, at: QPoint) -> None:
        """Show it with its corner there, or as near as the screen allows."""
        self.setFixedWidth(current_theme().px(_WIDTH))
        self.adjustSize()
        screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        y = max(room.top(), min(at.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.form.start()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.out)
        foot.addStretch(1)
        foot.addWidget(self.open_person)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addWidget(self.form)
        column.addLayout(foot)

    def _show(self) -> None:
        project = self._document.project
        persona = project.find_persona(self._persona_id)
        scene = project.find_scene(self._scene_id)
        if persona is None or scene is None:
            self.close()
            return
        part = scene.find_appearance(persona.id)
        self.title.setText(shown_name(persona))
        self.line.setText(numbered_name(project, scene))
        name = _("{name} in “{scene}”").format(name=shown_name(persona), scene=scene.title)
        self.setAccessibleName(name)
        self.out.setEnabled(part is not None)
        self.form.show_part(scene.id, part or Appearance(persona=persona.id))

    def _on_changed(self, changes: Changes) -> None:
        if changes.reaches("scenes", "personas"):
            self._show()

    def _on_taken_out(self) -> None:
        self.close()
        text = _("Take out of a scene")
        self._document.apply(text, take_out, self._scene_id, self._persona_id)

    def _on_opening(self) -> None:
        self.close()
        self.person_opened.emit(self._persona_id)
