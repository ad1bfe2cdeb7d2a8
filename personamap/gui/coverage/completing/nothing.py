"""What is said where nobody is proposed, and the next step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.analysis.completing.gaps import Scope, says_what_matters
from personamap.analysis.index import ProjectIndex
from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _


class NothingMissing(EmptyState):
    """Takes the place of the people."""

    def __init__(self, index: ProjectIndex, parent: QWidget | None = None) -> None:
        super().__init__("users", parent)
        self._is_countable = bool(index.counts)
        self._has_aims = says_what_matters(index)

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
        elif not self._has_aims:
            self.tell(
                _("Nothing is said to matter yet"),
                _(
                    "Say under “What matters…” which facets and values count for this course, or "
                    "ask above for pairs of all facets."
                ),
            )
        else:
            self.tell(
                _("Nothing of this is missing"),
                _(
                    "The cast shows all of it. Ask for more above, or say under “What matters…” "
                    "which facets and values count for this course."
                ),
            )
