"""What the wall says when there is nobody on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.gui.cast.choosing import Choosing
from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _


class EmptyCast(EmptyState):
    """Says what belongs here and offers the one next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("users", parent)
        self.add = self.add_button(_("Add the first person"), "plus")
        self.show_all = self.add_button(_("Show everybody"))

    def explain(self, choosing: Choosing, has_people: bool) -> None:
        """Explain why nobody is here, and what to do about it."""
        filtered = has_people and choosing.narrows
        self.add.setVisible(not filtered)
        self.show_all.setVisible(filtered)
        self.setFocusProxy(self.show_all if filtered else self.add)
        if filtered:
            self.tell(
                _("Nobody here is like that yet"),
                _("The search and the filter together leave nobody. That may be worth knowing."),
            )
            return
        self.tell(
            _("The people of your course go here"),
            _(
                "Start with one person you could meet at work: a name, what they do, and "
                "something that happened to them. Everything else can wait, and may stay open."
            ),
        )
