"""The wall: all portraits of the cast on one page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from personamap.gui.cast.card_delegate import MARGIN, CardDelegate, card_height, more_rect
from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.card_view import CardView
from personamap.i18n import _

NARROWEST = 272
_SIDE = 24 - MARGIN


class Wall(CardView):
    """Persona cards in rows, as many in each as there is room for."""

    def __init__(
        self,
        show: Callable[[str, int], Any],
        portraits: Portraits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(IdListModel(show), more_rect, parent)
        self.setAccessibleName(_("Cast"))
        self.delegate = CardDelegate(portraits, self)
        self.setItemDelegate(self.delegate)
        # A list that wraps would be laid out anew with every edit; icons are only repainted.
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        look = current_look()
        if look is not None:
            look.changed.connect(self._lay_out)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        theme = current_theme()
        room = self.width() - 2 * _SIDE
        columns = max(1, room // (theme.px(NARROWEST) + 2 * MARGIN))
        self.setViewportMargins(_SIDE, 0, 0, 0)
        cell = QSize(max(room // columns, 2 * MARGIN + 80), card_height(theme) + 2 * MARGIN)
        if cell != self.delegate.cell:
            self.delegate.cell = cell
            self.setGridSize(cell)
            self.doItemsLayout()
