"""A button that looks like a card: an icon, a title, a sentence, and perhaps some faces."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import faces_width, paint_faces

PADDING, GAP, ICON, RADIUS = 16, 12, 22, 12
FACE, SMALL_FACE = 40, 24
_LINE, _FEWEST = 4, 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CardButton(QAbstractButton):
    """Opens or starts something; the whole card is the target.

    With `faces_beside` the faces stand after the title, as many as have room in its line.
    """

    def __init__(
        self, title: str, text: str, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._icon = text, icon_name
        self._faces: tuple[QPixmap, ...] = ()
        self._more = 0
        self.primary = self.faces_beside = False
        self.setText(title)
        self.setProperty("ringRadius", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    @property
    def sentence(self) -> str:
        """The line below the title."""
        return self._text

    def say(self, text: str) -> None:
        """Change the line below the title."""
        self._text = text
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()

    def show_faces(self, faces: Sequence[QPixmap], more: int = 0) -> None:
        """Show who is in the cast behind this card."""
        self._faces, self._more = tuple(faces), more
        self.updateGeometry()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = theme.px(260)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(180), self.heightForWidth(max(self.width(), 180)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        title, text, faces = self._parts(width)
        end = max(part.bottom() + 1 for part in (title, text, faces) if part.height())
        return max(end, PADDING + current_theme().px(ICON)) + PADDING

    def _parts(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Return where title, sentence and faces go."""
        theme = current_theme()
        left = PADDING + (theme.px(ICON) + GAP if self._icon else 0)
        room = max(width - left - PADDING, 1)
        endless = QRect(0, 0, room, 10_000)
        metrics = QFontMetrics(theme.font("strong"))
        title = metrics.boundingRect(endless, _WRAP, self.text())
        wide = metrics.horizontalAdvance(self.text()) + GAP
        if self.faces_beside and self._that_fit(room - wide) >= _FEWEST:
            return self._in_one_line(left, room, wide)
        text = QFontMetrics(theme.font("secondary")).boundingRect(endless, _WRAP, self._text)
        at = PADDING
        placed = []
        for height in (
            title.height(),
            text.height() if self._text else 0,
            self._face + _LINE if self._faces else 0,
        ):
            placed.append(QRect(left, at, room, height))
            at += height + (_LINE if height else 0)
        return placed[0], placed[1], placed[2]

    def _in_one_line(self, left: int, room: int, wide: int) -> tuple[QRect, QRect, QRect]:
        theme = current_theme()
        high = QFontMetrics(theme.font("strong")).height()
        words = QRect(0, 0, room, 10_000)
        text = QFontMetrics(theme.font("secondary")).boundingRect(words, _WRAP, self._text)
        line = max(high, self._face)
        title = QRect(left, PADDING + (line - high) // 2, wide - GAP, high)
        below = QRect(left, PADDING + line + _LINE, room, text.height())
        width = self._faces_width(self._that_fit(room - wide))
        faces = QRect(left + room - width, PADDING - _LINE, width, line)
        return title, below, faces

    def _that_fit(self, room: int) -> int:
        """Return how many faces have room side by side, with how many more there are."""
        every = range(len(self._faces), 0, -1)
        return next((shown for shown in every if self._faces_width(shown) <= room), 0)

    @property
    def _face(self) -> int:
        return round(self._faces[0].deviceIndependentSize().height()) if self._faces else 0

    def _faces_width(self, shown: int) -> int:
        return round(faces_width(self, self._face, shown, self._unseen(shown)))

    def _unseen(self, shown: int) -> int:
        return self._more + len(self._faces) - shown

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() and self.isEnabled()
        border = "accent" if self.primary else "edge" if hovered else "line"
        ground = theme.color("sunken" if self.isDown() or hovered else "surface")
        painter.setPen(QPen(theme.color(border), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        title, text, faces = self._parts(self.width())
        if self._icon:
            side = theme.px(ICON)
            token = "accent" if self.primary else "ink2"
            mark = placed(painter, QRectF(PADDING, PADDING, side, side), QRectF(self.rect()))
            paint_icon(painter, self._icon, mark, theme.color(token))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink3"))
        painter.drawText(self._across(title), _WRAP, self.text())
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.color("ink2" if self.isEnabled() else "ink3"))
        painter.drawText(self._across(text), _WRAP, self._text)
        if self._faces:
            self._paint_faces(painter, faces, ground)

    def _paint_faces(self, painter: QPainter, room: QRect, ground: QColor) -> None:
        shown = max(1, self._that_fit(room.width()))
        row = QRectF(room.left(), room.top() + _LINE, self._faces_width(shown), self._face)
        at = placed(painter, row, QRectF(self.rect())).topLeft()
        paint_faces(painter, at, self._faces[:shown], ground, self._unseen(shown))

    def _across(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)
