"""What a comparison says where there is nothing to choose from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _
from personamap.services.two_versions import TwoVersions


class NothingToBring(EmptyState):
    """Before a file is chosen, and where theirs brings nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("copy", parent)
        self.choose = self.add_button(_("&Choose a file…"), "folder-open")
        self.wait_for_file()

    def wait_for_file(self) -> None:
        """Say what belongs here."""
        self.choose.show()
        self.tell(
            _("Which file?"),
            _(
                "Choose another version of this project: a colleague's copy, or one that a "
                "sync program put beside yours. You see what differs and take what you want."
            ),
        )

    def wait_for_reading(self) -> None:
        """Say that the file is being read."""
        self.choose.hide()
        self.tell(_("Comparing…"), _("What is on screen stays as it is."))

    def tell_two(self, two: TwoVersions) -> None:
        """Say why there is nothing to choose from in these two."""
        self.choose.hide()
        if two.are_the_same:
            self.tell(_("The two are the same"), _("They hold the same, word for word."))
        else:
            self.tell(
                _("Nothing new in theirs"),
                _("Mine has all that theirs has; only mine was worked on since."),
            )
