"""The experiences as cards, one below the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from personamap.gui.cast.line_card_delegate import MARGIN, LineCardDelegate, more_rect
from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.theme import current_look
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.card_view import CardView
from personamap.i18n import _

_SIDE = 24 - MARGIN


class ExperienceList(CardView):
    """Cards as wide as the list, each with the faces of those who lived it."""

    def __init__(
        self, show: Callable[[str, int], Any], portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(IdListModel(show), more_rect, parent)
        self.setAccessibleName(_("Lived experiences"))
        self.setItemDelegate(LineCardDelegate(portraits, self))
        self.setViewportMargins(_SIDE, 0, _SIDE, 0)
        look = current_look()
        if look is not None:
            look.changed.connect(self.scheduleDelayedItemsLayout)
