"""What the story says while there is no scene: what belongs here, and the next step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _


class EmptyStory(EmptyState):
    """Teaches what a scene is for, and offers to write one or to bring a script."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("clapperboard", parent)
        self.tell(
            _("The scenes of your course go here"),
            _(
                "A scene is a moment in which somebody decides, errs, asks or speaks up. Begin "
                "with the one the course turns on: who is there, who takes a risk, and is it "
                "safe to? Who leads, who is helped and who is heard follows from your scenes."
            ),
        )
        self.add = self.add_button(_("Add the first scene"), "plus")
        self.import_script = self.add_button(_("Import a script…"))
