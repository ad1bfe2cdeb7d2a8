"""What is said where nobody is proposed, and the next step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.analysis.completing.gaps import Scope
from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _


class NothingMissing(EmptyState):
    """Takes the place of the people."""

    def __init__(self, is_countable: bool, parent: QWidget | None = None) -> None:
        super().__init__("users", parent)
        self._is_countable = is_countable

    def explain(self, scope: Scope) -> None:
        """Explain why nothing of this is missing."""
        if not self._is_countable:
            self.tell(
                _("There is nothing to count by yet"),
                _(
                    "Facets are what people differ in: age, caregiving, job level. Add some to "
                    "the project, and say under “What matters…” which of them count for this "
                    "course."
                ),
            )
        elif not scope.values and not scope.joined:
            self.tell(_("Nothing is chosen"), _("Choose above what the cast should cover."))
        else:
            self.tell(
                _("Nothing of this is missing"),
                _(
                    "The cast shows all of it. Ask for more above, or say under “What matters…” "
                    "which facets and values count for this course."
                ),
            )
