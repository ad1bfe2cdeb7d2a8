"""The line above the story: how many scenes, which page, and the ways to more scenes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.look.theme import current_look
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import N_, _, plural

SCENES, PARTS, VOICES, MEETINGS = "scenes", "parts", "voices", "meetings"
PAGES = (
    (SCENES, N_("Scenes")),
    (PARTS, N_("Parts")),
    (VOICES, N_("Voices")),
    (MEETINGS, N_("Meetings")),
)
_TIPS = {
    SCENES: N_("The scenes in their order"),
    PARTS: N_("Who does what in which scene"),
    VOICES: N_("Who speaks how much"),
    MEETINGS: N_("Who shares scenes with whom"),
}


class StoryHead(WrappingHead):
    """Title, pages and buttons, below each other where there is little room."""

    page_chosen = Signal(str)

    def __init__(
        self, add: QAction, import_asked: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Story"), "title", parent)
        self._grid.setContentsMargins(24, 20, 24, 12)
        self.pages = Segmented([(page, _(word)) for page, word in PAGES], _("Page"))
        for page, tip in _TIPS.items():
            self.pages.button(page).setToolTip(plain_tip(_(tip)))
        self.pages.chosen.connect(self.page_chosen)
        self.import_button = QPushButton(icon("file-input"), _("Import a script…"))
        # A slot with optional parameters would be handed `checked`.
        self.import_button.clicked.connect(lambda _checked=False: import_asked())
        self.add_button = QPushButton(icon("plus", "on"), _("Add scene"))
        self.add_button.setProperty("role", "primary")
        self.add_button.clicked.connect(add.trigger)
        for widget in (self.pages, self.import_button, self.add_button):
            self.put(widget)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit_icons)
        self._fit_icons()

    def show_count(self, scenes: int) -> None:
        """Offer pages only where there is something on them, and say how much."""
        self.pages.setVisible(bool(scenes))
        self.title.setAccessibleDescription(plural("{count} scene", "{count} scenes", scenes))

    def _fit_icons(self) -> None:
        for button in (self.import_button, self.add_button):
            button.setIconSize(size_before_words())
