"""A small button that is only seen when its row is looked at, so that rows stay calm."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip

_BUTTON, _MARK = 24, 14


class HintedButton(QToolButton):
    """Shows its icon while the mouse is on the row, or the keyboard on the button itself."""

    def __init__(self, icon_name: str, row: QWidget) -> None:
        super().__init__(row)
        self._icon_name, self._row = icon_name, row
        side = current_theme().px(_BUTTON)
        self.setFixedSize(side, side)

    def tell(self, words: str) -> None:
        """Say what the button does."""
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus() and not self._row.underMouse():
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        mark = QRectF(0, 0, theme.px(_MARK), theme.px(_MARK))
        mark.moveCenter(QRectF(self.rect()).center())
        paint_icon(painter, self._icon_name, mark, theme.color("ink2"))
