"""A part of the scene's inspector that folds, with its title and what is in it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.domain.project import get
from personamap.domain.scene import Scene
from personamap.gui.cast.section import SIDE, SectionHeader
from personamap.gui.document import Document
from personamap.i18n import _


class SceneSection(QWidget):
    """Shows one side of a scene.

    What is inside is made when the section is first opened and redrawn
    only while it is open.
    """

    title = ""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.scene_id = ""
        self.body: QWidget | None = None
        self.header = SectionHeader(_(self.title))
        self.header.toggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)

    @property
    def scene(self) -> Scene:
        """The scene shown, as it is in the present snapshot."""
        return get(self.document.project.scenes, "scene", self.scene_id)

    def show_scene(self, scene: Scene) -> None:
        """Show a scene, or what has changed about it."""
        self.scene_id = scene.id
        self.header.show_summary(self.summary(scene))
        if self.header.isChecked() and self.body is not None:
            self.redraw(scene)

    def open(self) -> None:
        """Unfold the section."""
        self.header.setChecked(True)

    def summary(self, scene: Scene) -> str:
        """Return what is in this section, in a few words."""
        raise NotImplementedError

    def build(self) -> QWidget:
        """Return the inside, to be filled by `redraw`."""
        raise NotImplementedError

    def redraw(self, scene: Scene) -> None:
        """Show a scene in the inside."""
        raise NotImplementedError

    def _on_toggled(self, is_open: bool) -> None:
        if is_open and self.body is None:
            self.body = self.build()
            self._column.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(is_open)
        if is_open and self.scene_id:
            self.redraw(self.scene)


def padded(*widgets: QWidget) -> QWidget:
    """Return the inside of a section with these one below the other."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(SIDE, 12, SIDE, 20)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    return body
