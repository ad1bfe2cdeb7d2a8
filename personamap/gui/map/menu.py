"""What can be done with one thing on the map, and with the lines that end at it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from personamap.edits.map import unpin_nodes
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.map.tie_menu import TieMenu, ties_of
from personamap.i18n import _


class SpotMenu(QMenu):
    """Opens a person or an experience, or frees what was put somewhere by hand."""

    opened = Signal(str)
    tie_edit_asked = Signal(str)

    def __init__(self, document: Document, spot_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._spot = document, spot_id
        pins = document.project.pins
        project = document.project
        if project.find_persona(spot_id) or project.find_experience(spot_id):
            self.addAction(icon("pencil"), _("Open")).triggered.connect(self._on_open)
        self.addSeparator()
        for tie in ties_of(project, spot_id):
            lines = TieMenu(document, tie, self)
            lines.edit_asked.connect(self.tie_edit_asked)
            self.addMenu(lines).setIcon(icon("link"))
        self.addSeparator()
        free = self.addAction(icon("pin-off"), _("Free from its place"))
        free.setEnabled(any(pin.node == spot_id for pin in pins))
        free.triggered.connect(self._on_free)
        everything = self.addAction(icon("rotate-ccw"), _("Free everything from its place"))
        everything.setEnabled(bool(pins))
        everything.triggered.connect(self._on_free_everything)

    def _on_open(self) -> None:
        self.opened.emit(self._spot)

    def _on_free(self) -> None:
        self._document.apply(_("Free from its place"), unpin_nodes, self._spot)

    def _on_free_everything(self) -> None:
        pinned = (pin.node for pin in self._document.project.pins)
        self._document.apply(_("Free everything from its place"), unpin_nodes, *pinned)
