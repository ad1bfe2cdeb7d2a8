"""An icon that only says something, beside the words that say it too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import current_theme


class IconMark(QWidget):
    """Paints an icon in a colour of the theme, so that it follows theme and text size."""

    def __init__(
        self, name: str, token: str = "ink2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = current_theme().px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), theme.color(self._token))
