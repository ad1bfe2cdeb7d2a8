"""What the map says when nobody is on it yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _


class EmptyMap(EmptyState):
    """Says what belongs on the map and offers the one next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("waypoints", parent)
        self.add_person = self.add_button(_("Add the first person"), "plus")
        self.tell(
            _("Nobody is on the map yet"),
            _(
                "The map shows who is in the course, how they stand to each other and what they "
                "have lived. Experiences that several people share lie between them."
            ),
        )
