"""What can be done with a relationship on the map, from its line or from one of its people."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from personamap.domain.experience import Relationship
from personamap.domain.project import Project, find
from personamap.edits.experiences import remove_relationships
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.i18n import _


class TieMenu(QMenu):
    """Says who stands how to whom, and edits that or takes it away."""

    edit_asked = Signal(str)
    """The id of the relationship."""

    def __init__(self, document: Document, tie: Relationship, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._tie = document, tie
        self.setTitle(tie_words(document.project, tie).replace("&", "&&"))
        edit = self.addAction(icon("pencil"), _("Edit relationship"))
        edit.triggered.connect(partial(self.edit_asked.emit, tie.id))
        self.addAction(icon("trash-2"), _("Remove")).triggered.connect(self._on_remove)

    @classmethod
    def on_line(cls, document: Document, tie_id: str, parent: QWidget) -> TieMenu | None:
        """Return the menu of a line, which begins with what the line says."""
        tie = find(document.project.relationships, tie_id)
        if tie is None:
            return None
        menu = cls(document, tie, parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = menu.addAction(menu.title())
        said.setEnabled(False)
        menu.insertAction(menu.actions()[0], said)
        return menu

    def _on_remove(self) -> None:
        self._document.apply(_("Remove relationship"), remove_relationships, (self._tie.id,))


def ties_of(project: Project, persona_id: str) -> Iterator[Relationship]:
    """Yield the relationships of a person."""
    return (tie for tie in project.relationships if persona_id in (tie.source, tie.target))


def tie_words(project: Project, tie: Relationship) -> str:
    """Return a relationship in words: "Ada manages Kwame"."""
    one, other = (project.find_persona(end) for end in (tie.source, tie.target))
    return _("{one} {words} {other}").format(
        one=(one and one.name) or _("Unnamed"),
        words=tie.label or _("is somehow related to"),
        other=(other and other.name) or _("Unnamed"),
    )
