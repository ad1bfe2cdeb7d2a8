"""The bar at the top: the menus, and in the middle the course this cast is for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QStyle, QWidget
from typing_extensions import override

from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.hung_actions import plain_words
from personamap.gui.widgets.plain_words import plain_label, plain_tip

_GAP, _BETWEEN = 24, 8
_KEYS_UP_TO = 1.3
"""Beyond this text size the keys leave their room to the menus, the last of which is Help."""


class TopBar(QMenuBar):
    """A menu bar that paints a title in its middle, or after the menus if it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._client = "", ""
        self.corner: CornerOffer | None = None

    def offer(self, action: QAction) -> None:
        """Keep one action within reach at the end of the bar."""
        self.corner = CornerOffer(action, self)
        self.setCornerWidget(self.corner)

    def name(self, title: str, client: str) -> None:
        """Show what the cast is for."""
        self._title, self._client = title, client
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._title:
            return
        theme = current_theme()
        bold, plain = QFontMetrics(theme.font("label")), QFontMetrics(theme.font("secondary"))
        room = self._room()
        title = bold.elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        left = room.width() - bold.horizontalAdvance(title) - _BETWEEN
        client = plain.elidedText(self._client, Qt.TextElideMode.ElideRight, max(left, 0))
        width = bold.horizontalAdvance(title) + _BETWEEN + plain.horizontalAdvance(client)
        start = max(room.left(), (self.width() - width) // 2)
        painter = QPainter(self)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("ink"))
        beside = start + bold.horizontalAdvance(title) + _BETWEEN
        upright, across = Qt.AlignmentFlag.AlignVCenter, QRectF(self.rect())
        words = QRectF(start, 0, room.width(), self.height())
        painter.drawText(placed(painter, words, across), upright, title)
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.color("ink2"))
        words = QRectF(beside, 0, max(left, 0), self.height())
        painter.drawText(placed(painter, words, across), upright, client)

    def _geometry(self, action: QAction) -> QRect:
        """Return where a menu is, as it would be from left to right."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), self.actionGeometry(action))

    def _room(self) -> QRect:
        """Return what the menus leave free."""
        taken = max((self._geometry(a).right() for a in self.actions()), default=0)
        left = taken + _GAP
        beside = self.corner.width() if self.corner is not None else 0
        return QRect(left, 0, max(self.width() - left - _GAP - beside, 0), self.height())


class CornerOffer(QWidget):
    """One action as its words and its keys."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = plain_words(action)
        self.button = QPushButton(words)
        self.button.setProperty("role", "quiet")
        self.button.setProperty("compact", True)
        self.button.setToolTip(plain_tip(action.toolTip()))
        self.button.clicked.connect(action.trigger)
        self.keys = plain_label(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        self.keys.setProperty("role", "keys")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 12, 1)
        row.setSpacing(4)
        row.addWidget(self.button)
        row.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignVCenter)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.button.setIcon(icon("search"))
        self.button.setIconSize(size_before_words())
        self.keys.setVisible(current_theme().text_scale <= _KEYS_UP_TO)
        self.adjustSize()
