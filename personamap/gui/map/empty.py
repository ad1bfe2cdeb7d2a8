"""What the map says when nobody is on it yet, or more people than it can show."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.analysis.map.parts import MOST_PEOPLE
from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _, in_digits


class EmptyMap(EmptyState):
    """Says what belongs on the map and offers the one next step, or why nothing is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("waypoints", parent)
        self.add_person = self.add_button(_("Add the first person"), "plus")
        self.explain(0)

    def explain(self, people: int) -> None:
        """Say why no map is drawn of so many people."""
        self.add_person.setVisible(not people)
        if people:
            words = _(
                "The map draws up to {most} people, and this cast has {people}. Coverage "
                "and the sheet in Cast hold all of them. To see a map, set aside the people it "
                "need not show, or keep them in a project of their own."
            )
            self.tell(
                _("More people than a map can show"),
                words.format(most=in_digits(MOST_PEOPLE), people=in_digits(people)),
            )
            return
        self.tell(
            _("Nobody is on the map yet"),
            _(
                "The map shows who is in the course, how they stand to each other and what they "
                "have lived. Experiences that several people share lie between them."
            ),
        )
