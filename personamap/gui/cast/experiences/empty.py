"""What the library says while no experience is listed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.gui.cast.experiences.choosing import Choosing
from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _


class EmptyExperiences(EmptyState):
    """Says what belongs here and offers the one next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("link", parent)
        self.add = self.add_button(_("Add the first experience"), "plus")
        self.show_all = self.add_button(_("Show all of them"))

    def explain(self, choosing: Choosing, has_some: bool) -> None:
        """Explain why nothing is here, and what to do about it."""
        filtered = has_some and choosing.narrows
        self.add.setVisible(not filtered)
        self.show_all.setVisible(filtered)
        if filtered:
            self.tell(
                _("No experience is like that yet"),
                _("The search and the filter together leave none. That may be worth knowing."),
            )
            return
        self.tell(
            _("What the people of your course have lived goes here"),
            _(
                "A situation, what stood in the way or made it work, what somebody did, and what "
                "helps. What several people share is where learners find themselves, whoever "
                "they are."
            ),
        )
